/// How well stated probabilities fit what happened, without bins that somebody chose: CORP (Dimitriadis, Gneiting and Jordan
/// 2021, "Stable reliability diagrams for probabilistic classifiers").
///
/// The mean squared error parts exactly: score = miscalibration - discrimination + uncertainty. What any score discriminates does not
/// depend on its scale, so that of a reward model has it too; only a probability can be miscalibrated.
public struct ScoreCalibration: Hashable, Sendable {
    /// The reliability diagram: the share at each score.
    public let fit: IsotonicFit
    /// p(1-p) of the whole: the error of who always says the mean.
    public let uncertainty: Double
    /// How much of it the score takes away once it is calibrated.
    public let discrimination: Double
    /// What the stated probabilities add to the error; nil where the scores are no probabilities.
    public let miscalibration: Double?
    /// Their mean squared error; nil likewise.
    public let brier: Double?

    /// - Parameters:
    ///   - scores: as for `IsotonicFit`.
    ///   - isPositive: what happened.
    ///   - weights: likewise.
    ///   - areProbabilities: whether the scores state the probability of a positive item.
    /// - Complexity: O(n log n).
    public init(
        scores: [Double],
        isPositive: [Bool],
        weights: [Double]? = nil,
        areProbabilities: Bool = false
    ) throws(AuditError) {
        let values = isPositive.map { $0 ? 1.0 : 0 }
        fit = try IsotonicFit(scores: scores, values: values, weights: weights)
        let weights = weights ?? [Double](repeating: 1, count: scores.count)
        let total = weights.reduce(0, +)
        func error(_ forecast: (Int) -> Double) -> Double {
            values.indices.reduce(0) {
                let miss = forecast($1) - values[$1]
                return $0 + weights[$1] * miss * miss
            } / total
        }
        let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total
        let fit = fit
        uncertainty = error { _ in mean }
        let calibrated = error { fit.value(at: scores[$0]) }
        discrimination = max(0, uncertainty - calibrated)
        guard areProbabilities else {
            (miscalibration, brier) = (nil, nil)
            return
        }
        guard scores.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .notFinite(.share) }
        let stated = error { scores[$0] }
        brier = stated
        miscalibration = max(0, stated - calibrated)
    }
}
