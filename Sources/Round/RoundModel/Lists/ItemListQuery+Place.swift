extension ItemListQuery {
    /// Where an item stands in a list.
    public struct Place: Hashable, Sendable {
        /// The item.
        public var item: UInt32
        /// Its row, from 0.
        public var row: Int
        /// True where the way to it led round the list's end or beginning.
        public var isWrapped: Bool

        public init(item: UInt32, row: Int, isWrapped: Bool) {
            self.item = item
            self.row = row
            self.isWrapped = isWrapped
        }
    }

    /// The nearest row after or before an item's whose item belongs to a set, round the end where there is none.
    ///
    /// - Parameters:
    ///   - item: where to start; nil for before the first and behind the last.
    ///   - wanted: the items to stop at.
    /// - Returns: nil where no item of the list is in the set.
    /// - Complexity: O(n), shared among the cores.
    public func place(
        after item: UInt32?,
        forward: Bool,
        among wanted: ItemSet,
        in population: Population
    ) -> Place? {
        let listed = RankedItems(population: population, key: ListKey(query: self))
        let start = item.flatMap { listed.entry(of: Int($0)) }
        let found = ParallelScan.run(over: population.columns) { blocks in
            // The nearest on the way, and the one to take where there is none: the farthest back.
            var near: ItemEntry?
            var far: ItemEntry?
            Population(population.columns, members: wanted).forEachItem(inBlocks: blocks) { number, safety, help in
                guard population.contains(number),
                    let bits = ListKey(query: self).bits(
                        item: number,
                        safety: safety,
                        help: help,
                        ruling: population.judged?.ruling(of: number)
                    )
                else { return }
                let entry = ItemEntry(bits: bits, item: UInt32(truncatingIfNeeded: number))
                func isBefore(_ left: ItemEntry, _ right: ItemEntry) -> Bool { forward ? left < right : right < left }
                if far.map({ isBefore(entry, $0) }) ?? true { far = entry }
                guard let start, isBefore(start, entry) else { return }
                if near.map({ isBefore(entry, $0) }) ?? true { near = entry }
            }
            return (near, far)
        }
        func best(_ entries: [ItemEntry?]) -> ItemEntry? {
            let there = entries.compactMap { $0 }
            return forward ? there.min() : there.max()
        }
        let near = best(found.map(\.0))
        guard let entry = near ?? best(found.map(\.1)) else { return nil }
        return Place(item: entry.item, row: listed.rank(of: entry), isWrapped: near == nil && start != nil)
    }
}
