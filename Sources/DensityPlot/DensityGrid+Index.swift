public import RoundModel

extension DensityGrid {
    /// Counts the items of an index that lie in the viewport, to the same figures as looking at every item does.
    ///
    /// - Complexity: O(columns * rows * log n).
    public init(_ index: ScoreIndex, viewport: Viewport, columns: Int, rows: Int) {
        let width = max(0, columns)
        let height = max(0, rows)
        guard width > 0 && height > 0 else {
            self.init(viewport: viewport, columns: width, rows: height, counts: [], beyond: ItemsBeyond())
            return
        }
        let safety = Self.borders(of: .safety, viewport.safety, bins: width, index)
        let help = Self.borders(of: .helpfulness, viewport.helpfulness, bins: height, index)
        let upwards = index.counts(safetyRanks: safety, helpRanks: help)
        var counts: [UInt32] = []
        counts.reserveCapacity(upwards.count)
        for row in (0..<height).reversed() { counts += upwards[row * width..<(row + 1) * width] }
        var beyond = ItemsBeyond()
        beyond.left = safety[0]
        beyond.right = index.count - safety[width]
        beyond.below = help[0]
        beyond.above = index.count - help[height]
        self.init(viewport: viewport, columns: width, rows: height, counts: counts, beyond: beyond)
    }

    /// The ranks at which bins begin, and that at which the last one ends.
    private static func borders(of name: ScoreName, _ range: ScoreRange, bins: Int, _ index: ScoreIndex) -> [Int] {
        let places = ScoreRange.Bins(range, count: bins)
        return (0..<bins).map { bin in index.rank(of: name) { places.isBelow(bin, $0) } }
            + [index.rank(of: name) { $0 <= range.high }]
    }
}
