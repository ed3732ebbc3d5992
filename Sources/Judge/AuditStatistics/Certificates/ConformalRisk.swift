/// Thresholds whose mean loss on the next item is at most α (conformal risk control, Angelopoulos et al., arXiv 2208.02814): a
/// promise on average over samples, not with a probability as a certificate's.
public enum ConformalRisk {
    /// (n R + B) / (n + 1): what the mean loss of the next item is at most, for a loss that never falls from one candidate to the
    /// next and is at most B.
    ///
    /// - Parameters:
    ///   - meanLoss: R, of the labels; 0 to `bound`.
    ///   - labels: n, from 0.
    ///   - bound: B, above 0.
    public static func expected(meanLoss: Double, labels: Int, bound: Double = 1) throws(AuditError) -> Double {
        try Check.positive(bound, .share)
        try Check.count(labels, .checked, within: 0...Check.largestPopulation)
        guard meanLoss >= 0, meanLoss <= bound else { throw .notFinite(.share) }
        return (Double(labels) * meanLoss + bound) / Double(labels + 1)
    }

    /// The last candidate of which it is at most α, from strict to loose; nil where not even the first is.
    ///
    /// - Parameter meanLosses: of each candidate, never falling.
    public static func loosest(_ meanLosses: [Double], labels: Int, alpha: Double) throws(AuditError) -> Int? {
        try Check.probability(alpha, .alpha)
        var last: Int?
        for (candidate, loss) in meanLosses.enumerated() {
            guard try expected(meanLoss: loss, labels: labels) <= alpha else { break }
            last = candidate
        }
        return last
    }

    /// The lowest θ adv of which the share of unsafe responses that it misses (a safety score of at least θ) is at most α on
    /// average.
    ///
    /// - Parameter unsafeScores: the safety scores of the unsafe responses of a simple random sample; finite.
    /// - Returns: nil where there are too few to promise it, fewer than 1/α - 1.
    /// - Complexity: O(n log n).
    public static func thresholdAdv(unsafeScores: [Double], alpha: Double) throws(AuditError) -> Double? {
        try Check.probability(alpha, .alpha)
        guard unsafeScores.allSatisfy(\.isFinite) else { throw .notFinite(.scores) }
        let count = unsafeScores.count
        let missed = MonotoneSearch.last(in: 0...max(0, count)) { Double($0 + 1) / Double(count + 1) <= alpha }
        guard let missed, missed < count else { return nil }
        // All but the `missed` highest must lie beneath it; of equal scores all.
        return unsafeScores.sorted(by: >)[missed].nextUp
    }
}
