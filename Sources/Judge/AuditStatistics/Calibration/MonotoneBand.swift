/// Between which values the share of a kind at a score lies, where it does not fall as the score rises.
///
/// The labels next beneath a score have shares no larger than its own, so their exact bound from below is one for it as
/// well; those next above give the bound from above. How many labels are looked at is fixed before their answers are, so
/// each end is wrong with probability α/2 at most, at one score: the band holds at each score alone, not at all at once.
/// Where labels stand for different numbers of items, they count as (Σw)² / Σw² of them (Kish 1965), and the band is
/// approximate: simulated, one of 90 % held the share at a score in 90 to 100 of 100 samples, with one end wrong in up to 8 of them
/// where all of a kind were among the labels that stand for most.
public struct MonotoneBand: Hashable, Sendable {
    /// A label.
    private struct Label: Hashable {
        let score: Double
        let isPositive: Bool
        let weight: Double
    }

    /// By ascending score.
    private let labels: [Label]
    private let alpha: Double
    /// The labels on either side of a score that are looked at: n^(2/3), which lets the band narrow as fast as it can where
    /// the share rises steadily.
    public let window: Int
    /// True where all labels stand for as many items, so that each end is exact.
    public var isExact: Bool { labels.allSatisfy { $0.weight == labels[0].weight } }

    /// - Parameters:
    ///   - scores: finite, at least one.
    ///   - isPositive: as many.
    ///   - weights: as many, above 0; 1 each where there are none given.
    ///   - alpha: between 0 and 1.
    /// - Complexity: O(n log n).
    public init(
        scores: [Double],
        isPositive: [Bool],
        weights: [Double]? = nil,
        alpha: Double
    ) throws(AuditError) {
        try Check.probability(alpha, .alpha)
        try Check.finite(scores, .scores)
        try Check.sameCount(scores.count, isPositive.count, .answers)
        let weights = weights ?? [Double](repeating: 1, count: scores.count)
        try Check.sameCount(scores.count, weights.count, .weights)
        for weight in weights { try Check.positive(weight, .weights) }
        labels = scores.indices.sorted { scores[$0] < scores[$1] }
            .map { Label(score: scores[$0], isPositive: isPositive[$0], weight: weights[$0]) }
        self.alpha = alpha
        window = Self.window(scores.count)
    }

    private static func window(_ count: Int) -> Int {
        // The smallest whole number whose cube is n² at least.
        var window = 1
        while window * window * window < count * count { window += 1 }
        return window
    }

    /// What the labels leave of the share at a score.
    ///
    /// - Complexity: O(log n + window), more where many labels have one score.
    public func interval(at score: Double) -> Interval {
        let above = MonotoneSearch.first(in: 0...(labels.count - 1)) { labels[$0].score >= score } ?? labels.count
        let beyond = MonotoneSearch.first(in: 0...(labels.count - 1)) { labels[$0].score > score } ?? labels.count
        var start = max(0, beyond - window)
        while start > 0, labels[start - 1].score == labels[start].score { start -= 1 }
        var end = min(labels.count, above + window)
        while end < labels.count, labels[end].score == labels[end - 1].score { end += 1 }
        let (below, over) = (Effective(labels[start..<beyond]), Effective(labels[above..<end]))
        return Interval(
            lower: Proportion.lowerBound(count: below.positive, trials: below.labels, tail: alpha / 2),
            upper: over.labels > 0
                ? Proportion.upperBound(count: over.positive, trials: over.labels, tail: alpha / 2) : 1
        )
    }

    /// For how many labels of one weight some count.
    private struct Effective {
        var labels = 0.0
        var positive = 0.0

        init(_ part: ArraySlice<Label>) {
            let sum = part.reduce(0) { $0 + $1.weight }
            let squares = part.reduce(0) { $0 + $1.weight * $1.weight }
            guard squares > 0 else { return }
            labels = sum * sum / squares
            positive = min(labels, part.reduce(0) { $0 + ($1.isPositive ? $1.weight : 0) } / sum * labels)
        }
    }
}
