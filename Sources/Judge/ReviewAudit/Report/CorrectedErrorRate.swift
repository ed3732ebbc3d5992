public import AuditStatistics
import RoundModel

/// A bucket's error rate without the slips of those who judged, as far as the items that several judged blind show them.
///
/// It is made of what each reviewer said first and on their own. What they said later, or what settled a disagreement, is part
/// of the rate that it stands beside.
public struct CorrectedErrorRate: Hashable, Sendable {
    /// What came of it.
    public var outcome: Outcome
    /// Those who judged some of the sample blind, sorted.
    public var reviewers: [String]
    /// Items of the sample that several of them judged so.
    public var shared: Int
    /// Of these, items on which they differ about whether they are wrong.
    public var differing: Int

    /// What came of it.
    public enum Outcome: Hashable, Sendable {
        /// The rate itself has no figure; it is this one.
        case uncounted(Figure)
        case corrected(Estimate, SeenErrors.Model)
        /// Slips cannot be told.
        case impossible(SeenErrors.Obstacle)
        /// So many labels are of pairs that the round has lost, and nobody knows whether a slip was why.
        case lost(Int)
        /// The sample is drawn more densely near the lines, and slips would have to be weighed as it is.
        case denser
    }

    /// - Parameter rate: that of a sample that is drawn more densely near the lines.
    init(ofDenser rate: Figure) {
        outcome = rate.estimate == nil ? .uncounted(rate) : .denser
        (reviewers, shared, differing) = ([], 0, 0)
    }

    /// - Parameter rate: the one that is corrected, by the same labels.
    init(
        _ rate: Figure,
        _ sample: BucketSample,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        alpha: Double
    ) throws(AuditError) {
        let (seen, reviewers) = try sample.seenErrors(
            first: rate.estimate?.labels ?? .max,
            at: thresholds,
            in: columns
        )
        self.reviewers = reviewers
        (shared, differing) = (seen.shared.count, seen.differing)
        guard case .estimate(let estimate) = rate else {
            outcome = .uncounted(rate)
            return
        }
        guard sample.lost.isEmpty else {
            outcome = .lost(sample.lost.count)
            return
        }
        switch try seen.corrected(alpha: alpha, of: estimate.population) {
        case .corrected(let estimate, let model): outcome = .corrected(estimate, model)
        case .impossible(let obstacle): outcome = .impossible(obstacle)
        }
    }

    /// The rate without slips; nil where it cannot be told.
    public var estimate: Estimate? {
        if case .corrected(let estimate, _) = outcome { estimate } else { nil }
    }
}
