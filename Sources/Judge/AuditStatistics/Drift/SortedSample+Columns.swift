public import RoundModel

extension SortedSample {
    /// One score of all items.
    ///
    /// - Throws: `empty` where there are none.
    /// - Complexity: O(n log n); 8 bytes an item.
    public init(_ columns: ScoreColumns, _ score: ScoreName) throws(AuditError) {
        var values: [Double] = []
        values.reserveCapacity(columns.count)
        columns.forEachBlock { _, safety, help in values.append(contentsOf: score == .safety ? safety : help) }
        try self.init(values)
    }
}
