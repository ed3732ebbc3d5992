public import RoundModel

extension DensityGrid {
    /// The same with axes like rulers.
    public init(_ index: ScoreIndex, viewport: Viewport, columns: Int, rows: Int) {
        self.init(index, axes: PlotAxes(viewport), columns: columns, rows: rows)
    }

    /// Counts the items of an index that lie between the ends of both axes, to the same figures as looking at every item
    /// does.
    ///
    /// - Complexity: O(columns * rows * log n).
    public init(_ index: ScoreIndex, axes: PlotAxes, columns: Int, rows: Int) {
        let width = max(0, columns)
        let height = max(0, rows)
        guard width > 0 && height > 0 else {
            self.init(axes: axes, columns: width, rows: height, counts: [], beyond: ItemsBeyond())
            return
        }
        let safety = Self.borders(of: .safety, axes.safety, bins: width, index)
        let help = Self.borders(of: .helpfulness, axes.helpfulness, bins: height, index)
        let upwards = index.counts(safetyRanks: safety, helpRanks: help)
        var counts: [UInt32] = []
        counts.reserveCapacity(upwards.count)
        for row in (0..<height).reversed() { counts += upwards[row * width..<(row + 1) * width] }
        var beyond = ItemsBeyond()
        beyond.left = safety[0]
        beyond.right = index.count - safety[width]
        beyond.below = help[0]
        beyond.above = index.count - help[height]
        self.init(axes: axes, columns: width, rows: height, counts: counts, beyond: beyond)
    }

    /// The ranks at which bins begin, and that at which the last one ends.
    private static func borders(of name: ScoreName, _ axis: PlotAxis, bins: Int, _ index: ScoreIndex) -> [Int] {
        let places = AxisBins(axis, count: bins)
        return (0..<bins).map { bin in index.rank(of: name) { places.isBelow(bin, $0) } }
            + [index.rank(of: name) { $0 <= axis.range.high }]
    }
}
