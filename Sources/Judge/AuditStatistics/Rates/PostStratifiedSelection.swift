/// Precision and recall of the rule at its present thresholds, post-stratified on (stratum × what the rule now does).
///
/// How many items of a stratum the rule takes now is known exactly from the scores. Given how many labels fell into a
/// cell they are a simple random sample of it, so only the share of right items in each cell is estimated.
public struct PostStratifiedSelection: Hashable, Sendable {
    /// The cells of items that the rule takes; `wrong` counts those that a person would not take.
    public let taken: [Stratum]
    /// The cells of items that the rule leaves; `wrong` counts those that a person would take.
    public let left: [Stratum]

    /// - Parameters:
    ///   - taken: one cell a stratum; empty ones are left out.
    ///   - left: likewise; may be empty where recall is not asked for.
    public init(taken: [Stratum], left: [Stratum] = []) {
        self.taken = taken.filter { $0.size > 0 }
        self.left = left.filter { $0.size > 0 }
    }

    /// The share of right items among those that the rule takes.
    ///
    /// - Returns: `noItems` where the rule takes none.
    public func precision(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard !taken.isEmpty else { return .noItems }
        return try rightShare().estimate(alpha: alpha, of: set)
    }

    /// The taken cells with their right items counted, for the parts of the figure.
    public func rightShare() throws(AuditError) -> StratifiedRate {
        var cells: [Stratum] = []
        for cell in taken {
            cells.append(try Stratum(size: cell.size, checked: cell.checked, wrong: cell.checked - cell.wrong))
        }
        return try StratifiedRate(cells)
    }

    /// The share that the rule takes of the items that a person would take.
    public func recall(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        var parts: [RatioEstimate.Parts] = []
        for cell in taken {
            let right = cell.checked - cell.wrong
            let counted = try SelectionStratum(
                size: cell.size,
                takenRight: right,
                takenWrong: cell.wrong,
                leftWrong: 0,
                leftRight: 0
            )
            parts.append(.init(counted, right: right, wrong: nil))
        }
        for cell in left {
            let counted = try SelectionStratum(
                size: cell.size,
                takenRight: 0,
                takenWrong: 0,
                leftWrong: cell.wrong,
                leftRight: cell.checked - cell.wrong
            )
            parts.append(.init(counted, right: nil, wrong: cell.wrong))
        }
        guard !parts.isEmpty else { return .noItems }
        let size = parts.reduce(0) { $0 + $1.stratum.size }
        return try RatioEstimate(parts).estimate(alpha: alpha, of: AuditPopulation(set, size: size))
    }
}
