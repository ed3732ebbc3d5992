public import RoundModel

/// Counts of a round on a net of lines in both scores, as the job made them where the round lies.
public struct RoundGrid: Sendable {
    /// What the grid was counted from, and what was found.
    public let record: GridRecord
    /// Safety's lines.
    public let safety: GridAxis
    /// Helpfulness's lines.
    public let helpfulness: GridAxis
    /// Where rows are.
    let cells: [GridCell]
    /// For each strip of safety the prompts whose lowest score lies in it.
    let prompts: [Int]
    /// Where distinct pairs are whose copies lie in one cell.
    let pairs: [GridCell]
    /// The cells of each other pair.
    let mixedPairs: [[GridCell]]
    /// The rows of each strip.
    let safetyStrips: [Int]
    /// Likewise.
    let helpfulnessStrips: [Int]

    init(
        _ record: GridRecord,
        cells: [GridCell],
        prompts: [Int],
        pairs: [GridCell],
        mixedPairs: [[GridCell]]
    ) {
        self.record = record
        safety = record.safety.axis
        helpfulness = record.helpfulness.axis
        (self.cells, self.prompts, self.pairs, self.mixedPairs) = (cells, prompts, pairs, mixedPairs)
        var rows = [Int](repeating: 0, count: safety.strips)
        var columns = [Int](repeating: 0, count: helpfulness.strips)
        for cell in cells {
            rows[cell.safety] += cell.count
            columns[cell.helpfulness] += cell.count
        }
        (safetyStrips, helpfulnessStrips) = (rows, columns)
    }

    /// The axis of a threshold.
    public subscript(_ name: ThresholdName) -> GridAxis { name == .help ? helpfulness : safety }

    /// Thresholds where nobody named any: the usual ones for scores within 0 to 1, else lines at 25 %, 75 % and 50 % of the rows.
    ///
    /// - Complexity: O(strips).
    public func suggestion(for known: ThresholdDefaults) -> Thresholds {
        let isUnit = [safety, helpfulness].allSatisfy { $0.min >= 0 && $0.max <= 1 }
        if isUnit { return known.onUnitScale }
        return Thresholds(
            adv: known.adv ?? Self.quantile(0.25, safety, safetyStrips),
            safety: known.safety ?? Self.quantile(0.75, safety, safetyStrips),
            help: known.help ?? Self.quantile(0.5, helpfulness, helpfulnessStrips)
        )
    }

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
struct GridCell: Hashable, Sendable {
    var safety: Int
    var helpfulness: Int
    var count: Int
}
