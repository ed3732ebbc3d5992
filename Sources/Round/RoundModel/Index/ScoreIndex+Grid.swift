extension ScoreIndex {
    /// The number of items whose score comes before some place on its scale.
    ///
    /// - Parameter isBefore: true for all scores up to some place, false from there on.
    /// - Complexity: O(log n) for safety, O(log² n) for helpfulness.
    public func rank(of name: ScoreName, where isBefore: (Double) -> Bool) -> Int {
        switch name {
        case .safety: safetyRank(where: isBefore)
        case .helpfulness: helpRank(where: isBefore)
        }
    }

    /// How many items lie in each cell of a grid.
    ///
    /// - Parameters:
    ///   - safetyRanks: where the cells part the items by ascending safety, from 0 to `count`, ascending.
    ///   - helpRanks: likewise for helpfulness.
    /// - Returns: the counts from the lowest safety on for the lowest helpfulness, then for the next.
    /// - Complexity: O(cells * log n), whatever lies in them.
    public func counts(safetyRanks: [Int], helpRanks: [Int]) -> [UInt32] {
        matrix.grid(positions: safetyRanks, bounds: helpRanks)
    }
}
