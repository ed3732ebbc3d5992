import RoundModel

/// What parsing makes of one piece of a shard's text, in the shape in which it stays, on its way to its place in the round.
///
/// Offsets and lines are counted from the block's own beginning, lines from 0: how many stand before it is known once the
/// blocks are in order.
struct ParsedBlock: Sendable {
    var safety: [Double] = []
    var helpfulness: [Double] = []
    /// In bytes.
    var rowStart = PackedNumbers([])
    var rowLength = PackedNumbers([])
    /// Hashes of the items' ids, for those that have one.
    var ids: [UInt64] = []
    /// In order, of shard 0.
    var invalid = InvalidRows()
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
