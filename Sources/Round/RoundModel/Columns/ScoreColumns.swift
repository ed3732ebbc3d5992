/// All items of a round as columns: scores in memory, texts by their place in the files.
///
/// Immutable and shared by reference: a loader that has more rows makes a new one from the same blocks. Items are
/// numbered from 0 in the order of the round.
public final class ScoreColumns: Sendable {
    /// The items in order, block by block; a block may be empty.
    public let blocks: [ColumnBlock]
    /// The number of each block's first item, and at the end the number of items; one longer than `blocks`.
    public let firstItem: [Int]
    /// The block of every item whose number is a multiple of `granule`, so that an item is found in a step or two.
    private let blockOfGranule: [UInt32]
    private static let granule = 256

    /// - Complexity: O(blocks + n / 256).
    public init(blocks: [ColumnBlock]) {
        self.blocks = blocks
        var first = [0]
        first.reserveCapacity(blocks.count + 1)
        var granules: [UInt32] = []
        var total = 0
        for (number, block) in blocks.enumerated() {
            total += block.count
            first.append(total)
            while granules.count * Self.granule < total { granules.append(UInt32(number)) }
        }
        firstItem = first
        blockOfGranule = granules
    }

    /// A round held in memory only, for tests and examples: one block of rows of length 0, each a byte behind the one
    /// before.
    ///
    /// - Precondition: both columns have the same count.
    /// - Complexity: O(n).
    public convenience init(safety: [Double], helpfulness: [Double]) {
        self.init(blocks: [
            ColumnBlock(
                safety: safety,
                helpfulness: helpfulness,
                rowStart: (0..<safety.count).map(UInt32.init),
                rowLength: [UInt32](repeating: 0, count: safety.count),
                shard: 0,
                baseOffset: 0,
                firstLine: 1
            )
        ])
    }

    /// The number of items.
    public var count: Int { firstItem[blocks.count] }

    /// The block that holds an item, and the item's index in it; nil for an item that the round does not have.
    ///
    /// - Complexity: O(1) for blocks of 256 items and more, as a load makes them.
    public func locate(_ item: Int) -> (block: ColumnBlock, index: Int)? {
        blockNumber(of: item).map { (blocks[$0], item - firstItem[$0]) }
    }

    /// The number of the block that holds an item, likewise; the cost is that of `locate`.
    public func blockNumber(of item: Int) -> Int? {
        guard item >= 0, item < count else { return nil }
        var number = Int(blockOfGranule[item / Self.granule])
        while firstItem[number + 1] <= item { number += 1 }
        return number
    }

    /// The scores of an item; nil for one that the round does not have. The cost is that of `locate`.
    public func scores(of item: Int) -> Scores? {
        guard let (block, index) = locate(item) else { return nil }
        return Scores(safety: block.safety[index], helpfulness: block.helpfulness[index])
    }

    /// Where the row of an item stands; nil for one that the round does not have. The cost is that of `locate`.
    public func place(of item: Int) -> RowPlace? {
        guard let (block, index) = locate(item) else { return nil }
        return block.place(of: index)
    }

    /// Calls `body` with each block's scores and the number of its first item, in order.
    ///
    /// - Complexity: O(n) in all if `body` is linear in its block.
    @inlinable
    public func forEachBlock(
        _ body: (_ firstItem: Int, _ safety: UnsafeBufferPointer<Double>, _ help: UnsafeBufferPointer<Double>) -> Void
    ) {
        for (index, block) in blocks.enumerated() {
            block.safety.withUnsafeBufferPointer { safety in
                block.helpfulness.withUnsafeBufferPointer { help in
                    body(firstItem[index], safety, help)
                }
            }
        }
    }
}
