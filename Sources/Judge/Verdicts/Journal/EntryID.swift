/// What tells an entry of a journal from all others: who wrote it, and its turn.
///
/// Given when the entry is made and not when it is written, so that copies of a review can be joined: what is in both
/// is there once.
public struct EntryID: Hashable, Sendable {
    /// A random number that each run of the program draws.
    public var writer: UInt64
    /// From 1, in the order in which that run made its entries.
    public var turn: UInt32

    public init(writer: UInt64, turn: UInt32) {
        self.writer = writer
        self.turn = turn
    }
}
