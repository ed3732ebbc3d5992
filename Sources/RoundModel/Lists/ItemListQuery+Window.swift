extension ItemListQuery {
    /// The key of a list's order; nil for items that are not on it.
    struct ListKey: ItemKey {
        let query: ItemListQuery

        @inline(__always)
        func bits(item: Int, safety: Double, help: Double) -> UInt64? {
            let scores = Scores(safety: safety, helpfulness: help)
            guard query.contains(scores) else { return nil }
            let bits =
                switch query.order {
                case .distance: query.distance(scores).orderedBits
                case .safety: safety.orderedBits
                case .helpfulness: help.orderedBits
                case .round: UInt64(truncatingIfNeeded: item)
                }
            return query.descending ? ~bits : bits
        }
    }

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
        var rows = rows
        var position: Int?
        if let follow, let entry = ranked.entry(of: Int(follow)) {
            let rank = ranked.rank(of: entry)
            let start = max(0, rank - rows.count / 2)
            rows = start..<start + max(1, rows.count)
            position = rank
        }
        var found = ranked.find([rows])
        if found.total > 0, rows.lowerBound >= found.total {
            // The list has become shorter than whoever asked knew: its end, then.
            found = ranked.find([max(0, found.total - rows.count)..<found.total])
        }
        let stretch = found.stretches.first
        let window = ItemListWindow(
            total: found.total,
            start: stretch?.start ?? 0,
            items: stretch?.entries.map(\.item) ?? []
        )
        return (window, position)
    }
}
