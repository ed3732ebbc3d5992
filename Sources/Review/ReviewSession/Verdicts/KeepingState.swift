import RoundModel
public import Verdicts

/// The journal on its way to the file that keeps it.
public struct KeepingState: Sendable {
    /// The file.
    public internal(set) var file: ReviewFileState
    /// What has happened and is not on the disk yet, in order.
    public private(set) var waiting: [JournalEntry] = []
    /// Those of it that were handed over.
    private(set) var sent: Set<EntryID> = []
    /// Those that a try failed with; they go again with the next thing that happens.
    private var failed: Set<EntryID> = []
    /// The newest message about a verdict, to be told when it is on the disk.
    var said: (id: EntryID, text: String)?
    /// What there is to say about the file, once that message is told.
    var arrival: String?

    private let writer: UInt64
    private var turn: UInt32 = 0

    init(writer: UInt64, file: ReviewFileState) {
        self.writer = writer
        self.file = file
    }

    /// Enters what happened; it is handed over after the present action.
    ///
    /// - Parameter time: when, as `Moment.time` tells it.
    mutating func enter(_ event: JournalEntry.Event, by reviewer: String, at time: Int) -> JournalEntry {
        turn += 1
        let id = EntryID(writer: writer, turn: turn)
        let entry = JournalEntry(id: id, time: time, reviewer: reviewer, event: event)
        waiting.append(entry)
        return entry
    }

    /// What is to be handed over to the file now; empty for nothing.
    mutating func handOver() -> [JournalEntry] {
        guard !waiting.isEmpty, file.seed != nil else { return [] }
        // After a failure all of it goes again, with the next thing that happens.
        let fresh = waiting.filter { !sent.contains($0.id) }
        if case .failing = file, failed.isSuperset(of: fresh.map(\.id)) { return [] }
        sent.formUnion(fresh.map(\.id))
        return fresh
    }

    /// Takes note of entries that are on the disk.
    ///
    /// - Parameter message: what is said at this moment.
    /// - Returns: what is to be said in its place; nil where it stays.
    mutating func takeKept(_ ids: [EntryID], _ message: Message?) -> Message? {
        let done = Set(ids)
        waiting.removeAll { done.contains($0.id) }
        sent.subtract(done)
        failed = []
        if case .failing(let path, let seed, _) = file { file = .open(path: path, seed: seed) }
        let arrival = arrival
        self.arrival = nil
        let news = arrival.map { Message(.notice, $0) }
        guard let said, done.contains(said.id) else { return news }
        self.said = nil
        guard message == Message(.done, said.text) else { return news }
        return Message(.done, "\(said.text) · kept\(arrival.map { "; \($0)" } ?? "")")
    }

    /// Takes note that entries could not be written.
    ///
    /// - Returns: what is to be said about it.
    mutating func takeFailure(_ why: String) -> Message {
        sent = []
        failed = Set(waiting.map(\.id))
        if case .open(let path, let seed) = file { file = .failing(path: path, seed: seed, why) }
        let count = DecimalText.counted(waiting.count, "change")
        return Message(.failure, "not kept: \(why); \(count) wait for the next try")
    }
}

/// The file that a review is kept in.
public enum ReviewFileState: Hashable, Sendable {
    /// Nothing is kept beyond this run.
    case none
    /// It is being looked for.
    case opening
    /// It is there, or will be with the first thing to keep; `seed` is what the estimation queue is drawn with.
    case open(path: String, seed: UInt64)
    /// It cannot be used, and why.
    case refused(String)
    /// What was handed over last could not be written, and why; it is tried again.
    case failing(path: String, seed: UInt64, String)

    /// What the estimation queue is drawn with; nil while there is no file.
    public var seed: UInt64? {
        switch self {
        case .open(_, let seed), .failing(_, let seed, _): seed
        case .none, .opening, .refused: nil
        }
    }
}
