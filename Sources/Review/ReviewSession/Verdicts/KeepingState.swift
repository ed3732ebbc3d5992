import RoundModel
public import Verdicts

/// The journal on its way to the file that keeps it.
public struct KeepingState: Sendable {
    /// The file.
    public private(set) var file: ReviewFileState
    /// What has happened and is not on the disk yet, in order.
    public private(set) var waiting: [JournalEntry] = []
    /// Those of it that were handed over.
    private(set) var sent: Set<EntryID> = []
    /// Those that a try failed with; they go again with the next thing that happens.
    private var failed: Set<EntryID> = []
    /// The newest message about a verdict, to be told when it is on the disk.
    private var said: (id: EntryID, text: String)?
    /// What there is to say about the file, once that message is told.
    private var arrival: String?

    private let writer: UInt64
    private var turn: UInt32 = 0

    init(writer: UInt64, file: ReviewFileState) {
        self.writer = writer
        self.file = file
    }

    /// Takes note of the file that keeps it.
    mutating func open(path: String, seed: UInt64) { file = .open(path: path, seed: seed) }

    /// Takes note that nothing can be kept, and why.
    mutating func refuse(_ why: String) { file = .refused(why) }

    /// Takes note of what was said about a verdict, to say it again when it is on the disk.
    mutating func say(_ text: String, _ id: EntryID) { said = (id, text) }

    /// What there is to say about the file: now, or else once the message about a verdict is told.
    mutating func greet(_ arrival: String) -> Message? {
        // What was judged meanwhile is not to be lost behind it.
        guard said != nil else { return Message(.notice, arrival) }
        self.arrival = arrival
        return nil
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
