import RoundModel
import Verdicts

/// Entries with so many verdicts that a worker takes them over.
struct FoldingState: Sendable {
    /// Those that wait, with the items that their verdicts are on, as far as they are known.
    private(set) var waiting: [(entry: JournalEntry, placed: [UInt32: ItemDigest])] = []
    /// What came since a worker began to take some over; nil while none does.
    private(set) var since: [JournalEntry]?
    /// What that worker has; nil while none does.
    private(set) var ticket: Ticket?

    /// True while others have to wait.
    var isUnderWay: Bool { since != nil || !waiting.isEmpty }

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetItems() { waiting = waiting.map { ($0.entry, [:]) } }

    /// Has an entry wait.
    mutating func wait(_ entry: JournalEntry, _ placed: [UInt32: ItemDigest]) { waiting.append((entry, placed)) }

    /// Takes note of an entry that was taken over at once: what the worker makes does not have it.
    mutating func note(_ entry: JournalEntry) { since?.append(entry) }

    /// Hands over what waits.
    mutating func begin(_ ticket: Ticket) -> [(entry: JournalEntry, placed: [UInt32: ItemDigest])] {
        defer { self = FoldingState(since: [], ticket: ticket) }
        return waiting
    }

    /// Takes note that the worker has ended.
    ///
    /// - Returns: what came since it began; nil where nobody waits for it.
    mutating func end(_ ticket: Ticket) -> [JournalEntry]? {
        guard self.ticket == ticket, let since else { return nil }
        (self.since, self.ticket) = (nil, nil)
        return since
    }

    private init(since: [JournalEntry]?, ticket: Ticket?) { (self.since, self.ticket) = (since, ticket) }

    init() {}
}
