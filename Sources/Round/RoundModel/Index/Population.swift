/// The items that counts, plot and lists speak of: all of a round, or a set of them.
public struct Population: Sendable {
    /// The scores of all items of the round.
    public var columns: ScoreColumns
    /// The items that take part; nil for all of them.
    public var members: ItemSet?
    /// The items with a ruling, which goes before the rule; nil for none.
    public var judged: JudgedItems?

    public init(_ columns: ScoreColumns, members: ItemSet? = nil, judged: JudgedItems? = nil) {
        self.columns = columns
        self.members = members
        self.judged = judged
    }

    /// The number of items that take part.
    public var count: Int { members?.count ?? columns.count }

    /// True where an item takes part.
    public func contains(_ item: Int) -> Bool {
        guard let members else { return item >= 0 && item < columns.count }
        return members.contains(item)
    }

    /// Calls `body` with the number and scores of each item of some blocks that takes part, in the order of the round.
    ///
    /// - Complexity: O(items of the blocks).
    @inlinable @inline(__always)
    public func forEachItem(
        inBlocks range: Range<Int>,
        _ body: (_ item: Int, _ safety: Double, _ help: Double) -> Void
    ) {
        for number in range {
            let block = columns.blocks[number]
            let first = columns.firstItem[number]
            block.safety.withUnsafeBufferPointer { safety in
                block.helpfulness.withUnsafeBufferPointer { help in
                    if let members {
                        members.forEach(in: first..<first + safety.count) { item in
                            body(item, safety[item - first], help[item - first])
                        }
                    } else {
                        for index in 0..<min(safety.count, help.count) {
                            body(first + index, safety[index], help[index])
                        }
                    }
                }
            }
        }
    }
}
