/// Counts of a round on a net of lines in both scores, for a round whose items are not at hand.
public struct ScoreGrid: Sendable {
    /// Safety's lines.
    public let safety: GridAxis
    /// Helpfulness's lines.
    public let helpfulness: GridAxis
    /// Where items are.
    let cells: [GridCell]
    /// For each strip of safety the prompts whose lowest score lies in it.
    let prompts: [Int]
    /// Where distinct pairs are whose copies lie in one cell.
    let pairs: [GridCell]
    /// The cells of each other pair.
    let mixedPairs: [[GridCell]]
    /// The items of each strip.
    let safetyStrips: [Int]
    /// Likewise.
    let helpfulnessStrips: [Int]
    /// The items, from 0.
    public let items: Int
    /// The invalid rows, from 0.
    public let invalid: Int
    /// The thresholds that it was planned with, as far as there were any.
    public let planned: ThresholdDefaults

    /// - Parameters:
    ///   - cells: those where items are, by strips of the axes.
    ///   - prompts: for each strip of safety the prompts whose lowest score lies in it.
    ///   - pairs: where distinct (prompt, response) pairs are whose copies lie in one cell.
    ///   - mixedPairs: the cells of each other pair.
    ///   - invalid: the invalid rows.
    ///   - planned: the thresholds that it was planned with.
    /// - Precondition: each cell lies within the axes.
    /// - Complexity: O(cells).
    public init(
        safety: GridAxis,
        helpfulness: GridAxis,
        cells: [GridCell],
        prompts: [Int],
        pairs: [GridCell],
        mixedPairs: [[GridCell]],
        invalid: Int = 0,
        planned: ThresholdDefaults = ThresholdDefaults()
    ) {
        (self.safety, self.helpfulness, self.invalid, self.planned) = (safety, helpfulness, invalid, planned)
        (self.cells, self.prompts, self.pairs, self.mixedPairs) = (cells, prompts, pairs, mixedPairs)
        var rows = [Int](repeating: 0, count: safety.strips)
        var columns = [Int](repeating: 0, count: helpfulness.strips)
        for cell in cells {
            rows[cell.safety] += cell.count
            columns[cell.helpfulness] += cell.count
        }
        (safetyStrips, helpfulnessStrips) = (rows, columns)
        items = rows.reduce(0, +)
    }

    /// The axis of a threshold.
    public subscript(_ name: ThresholdName) -> GridAxis { name == .help ? helpfulness : safety }

    /// How much there is to count: what a count goes through once.
    public var size: Int { cells.count + pairs.count + mixedPairs.count }

    /// The thresholds that lie between two lines, where counts are bounds.
    public func between(_ thresholds: Thresholds) -> [ThresholdName] {
        ThresholdName.allCases.filter { !self[$0].isExact(at: thresholds[$0]) }
    }

    /// Thresholds where nobody named any: the usual ones for scores within 0 to 1, else lines at 25 %, 75 % and 50 % of the items.
    ///
    /// - Complexity: O(strips).
    public func suggestion(for known: ThresholdDefaults) -> Thresholds {
        if isUnit { return known.onUnitScale }
        return Thresholds(
            adv: known.adv ?? Self.quantile(0.25, safety, safetyStrips),
            safety: known.safety ?? Self.quantile(0.75, safety, safetyStrips),
            help: known.help ?? Self.quantile(0.5, helpfulness, helpfulnessStrips)
        )
    }

    /// True where all scores lie within 0 to 1.
    public var isUnit: Bool { [safety, helpfulness].allSatisfy { $0.min >= 0 && $0.max <= 1 } }

    private static func quantile(_ fraction: Double, _ axis: GridAxis, _ strips: [Int]) -> Double {
        let wanted = fraction * Double(strips.reduce(0, +))
        var sum = 0
        for (strip, count) in strips.enumerated() {
            sum += count
            if Double(sum) >= wanted { return strip / 2 < axis.lines.count ? axis.lines[strip / 2] : axis.max }
        }
        return axis.max
    }
}

/// So many in one cell of a grid, by its strips.
public struct GridCell: Hashable, Sendable {
    public var safety: Int
    public var helpfulness: Int
    public var count: Int

    public init(safety: Int, helpfulness: Int, count: Int) {
        (self.safety, self.helpfulness, self.count) = (safety, helpfulness, count)
    }
}
