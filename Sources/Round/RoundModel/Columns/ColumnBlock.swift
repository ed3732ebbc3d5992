/// The score columns of some consecutive items, and where the text of each stands.
///
/// A block never changes once it is made; a round is a list of blocks. Offsets are kept relative to the block's own
/// base and packed, so that an item costs 20.5 bytes, and 24 where rows are longer than some thousand bytes.
public final class ColumnBlock: Sendable {
    /// Safety scores, finite, one an item.
    public let safety: [Double]
    /// Helpfulness scores, finite, one an item.
    public let helpfulness: [Double]
    /// Where each item's row starts, in bytes from `baseOffset`; ascending.
    public let rowStart: PackedNumbers
    /// The length of each item's row in bytes, without its line end.
    public let rowLength: PackedNumbers
    /// Which shard of the round the rows stand in, from 0.
    public let shard: Int
    /// The byte offset in the shard's text that `rowStart` counts from.
    public let baseOffset: Int
    /// The line number, from 1, of the line that begins at `baseOffset`.
    public let firstLine: Int

    /// Joins columns of equal length.
    ///
    /// - Precondition: all four columns have the same count.
    /// - Complexity: O(n), for packing.
    public convenience init(
        safety: [Double],
        helpfulness: [Double],
        rowStart: [UInt32],
        rowLength: [UInt32],
        shard: Int,
        baseOffset: Int,
        firstLine: Int
    ) {
        self.init(
            safety: safety,
            helpfulness: helpfulness,
            rowStart: PackedNumbers(rowStart),
            rowLength: PackedNumbers(rowLength),
            shard: shard,
            baseOffset: baseOffset,
            firstLine: firstLine
        )
    }

    /// Joins columns of equal length, places packed already.
    ///
    /// - Precondition: all four columns have the same count.
    public init(
        safety: [Double],
        helpfulness: [Double],
        rowStart: PackedNumbers,
        rowLength: PackedNumbers,
        shard: Int,
        baseOffset: Int,
        firstLine: Int
    ) {
        precondition(
            safety.count == helpfulness.count && safety.count == rowStart.count && safety.count == rowLength.count,
            "columns of one block have one length"
        )
        self.safety = safety
        self.helpfulness = helpfulness
        self.rowStart = rowStart
        self.rowLength = rowLength
        self.shard = shard
        self.baseOffset = baseOffset
        self.firstLine = firstLine
    }

    /// The number of items.
    public var count: Int { safety.count }

    /// Where the row of an item stands.
    ///
    /// - Precondition: `0 <= index < count`.
    public func place(of index: Int) -> RowPlace {
        RowPlace(shard: shard, offset: baseOffset + Int(rowStart[index]), length: Int(rowLength[index]))
    }

    /// The bytes from the first of some rows to the end of the last.
    ///
    /// - Precondition: `rows` lies within `0..<count`.
    public func byteCount(of rows: Range<Int>) -> Int {
        guard let last = rows.last else { return 0 }
        return Int(rowStart[last]) + Int(rowLength[last]) - Int(rowStart[rows.lowerBound])
    }
}
