import RoundModel

/// What parsing makes of one piece of a shard's text, on its way to become a `ColumnBlock`.
///
/// Lines are counted from the block's own beginning: how many stand before it is known once the blocks are in order.
struct ParsedBlock: Sendable {
    var safety: [Double] = []
    var helpfulness: [Double] = []
    /// From the block's beginning, in bytes.
    var rowStart: [UInt32] = []
    var rowLength: [UInt32] = []
    /// Hashes of the items' ids, for those that have one.
    var ids: [UInt64] = []
    /// Places from the block's beginning; lines from 0.
    var invalid: [BlockInvalidRow] = []
    /// Line ends in the block.
    var lines = 0
    var textScores = 0
    var emptyTexts = 0
    /// Items with NaN or an infinity in a field without a role.
    var nonFiniteRows = 0
    var troubles = RowTroubles()
    /// Where the block begins in the shard's text.
    var offset = 0
    /// Where its text ends, with that of a row too long to keep.
    var textEnd = 0
    /// How much of the shard as it stands on disk was read when the block had come.
    var bytesRead = 0
    /// What an observer has to do when all blocks before this one are in their places.
    var inTurn: (@Sendable () -> Void)?
}

extension ParsedBlock {
    /// Copies the columns that a parser filled; NULL stands for an empty one.
    init(
        count: Int,
        safety: UnsafePointer<Double>?,
        helpfulness: UnsafePointer<Double>?,
        rowStart: UnsafePointer<UInt32>?,
        rowLength: UnsafePointer<UInt32>?
    ) {
        self.safety = Array(UnsafeBufferPointer(start: safety, count: count))
        self.helpfulness = Array(UnsafeBufferPointer(start: helpfulness, count: count))
        self.rowStart = Array(UnsafeBufferPointer(start: rowStart, count: count))
        self.rowLength = Array(UnsafeBufferPointer(start: rowLength, count: count))
        for length in self.rowLength where length > RowTroubles.longLine { troubles[.longLine] += 1 }
    }
}

struct BlockInvalidRow: Sendable {
    var start: Int
    var length: Int
    var line: Int
    /// Line ends within the row.
    var lines = 0
    var reason: InvalidRow.Reason
}
