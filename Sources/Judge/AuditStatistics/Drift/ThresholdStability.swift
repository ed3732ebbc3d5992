public import RoundModel

/// How many items would change their bucket if a threshold were off by ε, and how many merely lie within ε of it.
public struct ThresholdStability: Hashable, Sendable {
    /// The thresholds, and which of them is moved by how much.
    public let thresholds: Thresholds
    public let name: ThresholdName
    public let margin: Double
    /// Items whose score lies at most `margin` from the threshold.
    public private(set) var within = 0
    /// Items that change bucket when the threshold goes up by `margin`; never more than `within`, but for rounding.
    public private(set) var changedAbove = 0
    /// Items that change bucket when it goes down.
    public private(set) var changedBelow = 0
    private let above: Thresholds
    private let below: Thresholds

    /// - Parameter margin: above 0, finite, in the unit of the score.
    public init(_ thresholds: Thresholds, _ name: ThresholdName, margin: Double) throws(AuditError) {
        try Check.positive(margin, .margin)
        self.thresholds = thresholds
        self.name = name
        self.margin = margin
        var (above, below) = (thresholds, thresholds)
        above[name] += margin
        below[name] -= margin
        self.above = above
        self.below = below
    }

    /// Takes one more item into account; one with a score that is not finite is an invalid row, and counts for nothing.
    ///
    /// - Complexity: O(1).
    public mutating func add(_ scores: Scores) {
        guard scores.safety.isFinite, scores.helpfulness.isFinite else { return }
        if abs(scores[name.score] - thresholds[name]) <= margin { within += 1 }
        let bucket = thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
        if above.bucket(safety: scores.safety, helpfulness: scores.helpfulness) != bucket { changedAbove += 1 }
        if below.bucket(safety: scores.safety, helpfulness: scores.helpfulness) != bucket { changedBelow += 1 }
    }
}
