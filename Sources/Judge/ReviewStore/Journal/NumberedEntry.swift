public import Verdicts

/// An entry with its place in the file.
public struct NumberedEntry: Hashable, Sendable {
    /// From 1, ascending, with gaps.
    public var number: Int64
    /// What was kept there.
    public var entry: JournalEntry
}
