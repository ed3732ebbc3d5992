extension ItemListQuery {
    /// Some rows of the list in its order; equal keys stand as in the round.
    ///
    /// - Parameters:
    ///   - population: the items that can be on the list.
    ///   - rows: the rows that are wanted; it may reach beyond the end.
    ///   - follow: an item to have among the rows, for which the wanted ones are moved so that it stands in the middle
    ///     of them; it plays no part where it is not on the list.
    /// - Returns: the rows, and that of `follow`; nil where it is not on the list.
    /// - Complexity: O(n), shared among the cores; nothing grows with the list.
    public func window(
        in population: Population,
        rows: Range<Int>,
        follow: UInt32? = nil
    ) -> (window: ItemListWindow, position: Int?) {
        let ranked = RankedItems(population: population, key: ListKey(query: self))
        if let follow, let entry = ranked.entry(of: Int(follow)) {
            let (rank, found) = ranked.find(around: entry, count: max(1, rows.count))
            return (ItemListWindow(found), rank)
        }
        var found = ranked.find([rows])
        if found.total > 0, rows.lowerBound >= found.total {
            // The list has become shorter than whoever asked knew: its end, then.
            found = ranked.find([max(0, found.total - rows.count)..<found.total])
        }
        return (ItemListWindow(found), nil)
    }
}

extension ItemListWindow {
    fileprivate init(_ found: RankedItems<ItemListQuery.ListKey>.Findings) {
        let stretch = found.stretches.first
        self.init(total: found.total, start: stretch?.start ?? 0, items: stretch?.entries.map(\.item) ?? [])
    }
}
