public import AuditStatistics
public import RoundModel
import Verdicts

/// The verdicts on a round as curves are made of them.
///
///     let sweep = try CurveSource(source, at: thresholds).sweep(.safety)
public struct CurveSource: Sendable {
    private let columns: ScoreColumns
    private let thresholds: Thresholds
    /// The verdicts at the present thresholds.
    private let labels: AuditLabels
    /// These, or those at the thresholds that more were drawn at.
    private let sample: AuditLabels

    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public init(_ source: AuditSource, at thresholds: Thresholds) {
        columns = source.columns
        self.thresholds = thresholds
        labels = source.labels(at: thresholds)
        sample = source.fullest(at: thresholds)
    }

    /// What a threshold would make of its bucket.
    ///
    /// - Parameters:
    ///   - alpha: the probability that a band misses somewhere; between 0 and 1.
    ///   - isStopped: asked before each value; where it is true, the values end there.
    /// - Throws: `notAProbability` for another α; `empty` where the round has no items.
    /// - Complexity: O(n log n), and O(n) shared among the cores for each value.
    public func sweep(
        _ name: ThresholdName,
        alpha: Double = 0.05,
        isStopped: () -> Bool = { false }
    ) throws(AuditError) -> ThresholdSweep {
        try ThresholdSweep(
            name,
            from: sample,
            among: try SortedSample(columns, name.score),
            at: thresholds,
            alpha: alpha,
            isStopped: isStopped
        )
    }

    /// How well a score tells what it is there to tell, at each threshold on it; by the verdicts at the present thresholds, as the
    /// figures of an `AuditReport` about it.
    ///
    /// - Parameter alpha: likewise, for all of its bands together.
    /// - Throws: as above.
    /// - Complexity: O(verdicts × points).
    public func curve(_ score: ScoreName, alpha: Double = 0.05) throws(AuditError) -> ScoreCurve {
        try ScoreCurve(score, from: labels, alpha: alpha)
    }

    /// What each value of a score means, by the same verdicts.
    ///
    /// - Parameter alpha: the probability that the band misses at a value.
    /// - Throws: as above.
    /// - Complexity: O(verdicts log verdicts).
    public func reliability(_ score: ScoreName, alpha: Double = 0.05) throws(AuditError) -> ScoreReliability {
        try ScoreReliability(score, from: labels, alpha: alpha)
    }

    /// The same for each threshold.
    ///
    /// - Throws: as above.
    /// - Complexity: likewise for each.
    public func sweeps(alpha: Double = 0.05) throws(AuditError) -> [ThresholdSweep] {
        // Two thresholds are of one score, whose order is found once.
        var sorted: [ScoreName: SortedSample] = [:]
        for score in ScoreName.allCases { sorted[score] = try SortedSample(columns, score) }
        var sweeps: [ThresholdSweep] = []
        for name in ThresholdName.allCases {
            guard let scores = sorted[name.score] else { continue }
            sweeps.append(try ThresholdSweep(name, from: sample, among: scores, at: thresholds, alpha: alpha))
        }
        return sweeps
    }
}
