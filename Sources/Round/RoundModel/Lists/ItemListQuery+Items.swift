extension ItemListQuery {
    /// All items of the list, in no order.
    ///
    /// - Complexity: O(n).
    public func items(in population: Population) -> ItemSet {
        var words = [UInt64](repeating: 0, count: (population.columns.count + 63) / 64)
        var judged = JudgedCursor(population.judged)
        population.forEachItem(inBlocks: 0..<population.columns.blocks.count) { item, safety, help in
            let ruling = judged.ruling(of: item)
            guard contains(Scores(safety: safety, helpfulness: help), ruling: ruling) else { return }
            words[item >> 6] |= 1 << UInt64(item & 63)
        }
        return ItemSet(words: words, universe: population.columns.count)
    }
}
