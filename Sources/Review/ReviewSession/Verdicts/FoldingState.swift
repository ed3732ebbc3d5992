import RoundModel
import Verdicts

/// Entries with so many verdicts that a worker takes them over.
struct FoldingState: Sendable {
    /// Those that wait, with the items that their verdicts are on, as far as they are known.
    var waiting: [(entry: JournalEntry, placed: [UInt32: ItemDigest])] = []
    /// What came since a worker began to take some over; nil while none does.
    var since: [JournalEntry]?
    /// What that worker has; nil while none does.
    var ticket: Ticket?

    /// True while others have to wait.
    var isUnderWay: Bool { since != nil || !waiting.isEmpty }

    /// Forgets which items the verdicts are on, since the items are others now.
    mutating func forgetItems() { waiting = waiting.map { ($0.entry, [:]) } }

    /// Forgets what the worker has.
    mutating func end() { (since, ticket) = (nil, nil) }
}
