public import AuditStatistics
import Basics
public import RoundModel

/// A round beside an earlier one, at the same thresholds: how the scores moved, how the buckets did, and whether the reward
/// models agree with people as they did.
public struct RoundComparison: Hashable, Sendable {
    /// The thresholds of both.
    public var thresholds: Thresholds
    /// The probability that an interval misses.
    public var alpha: Double
    /// Each score's drift.
    public var scores: [ScoreDrift]
    /// The share of each bucket.
    public var buckets: [Share]
    /// The reward models against people; nil where a round has no verdict that counts.
    public var agreement: Agreement?

    /// A bucket's share of both rounds.
    public struct Share: Hashable, Sendable {
        public var bucket: Bucket
        public var before: Proportion
        public var after: Proportion
        /// The later share less the earlier one, the rounds taken for samples of what their models write.
        public var difference: Figure
    }

    /// The reward models against people in both rounds.
    public struct Agreement: Hashable, Sendable {
        /// Calls that a person would confirm.
        public var accuracy: Change
        /// Over-flagging: of what is not adversarial to a person, what the rule calls so.
        public var falselyAdversarial: Change
        /// Of what a person would not accept, what the rule accepts.
        public var falselyAccepted: Change
    }

    /// A figure in both rounds.
    public struct Change: Hashable, Sendable {
        public var before: Figure
        public var after: Figure
        /// The later less the earlier.
        public var difference: Figure

        init(_ before: Figure, _ after: Figure) {
            self.before = before
            self.after = after
            difference = FigureDifference(from: before, to: after).figure
        }
    }

    /// A round, and what its verdicts show at the thresholds of the comparison; nil without a review.
    public struct Side: Sendable {
        var columns: ScoreColumns
        var report: AuditReport?

        public init(_ columns: ScoreColumns, _ report: AuditReport?) {
            self.columns = columns
            self.report = report
        }
    }

    /// - Parameters:
    ///   - before: the earlier round.
    ///   - after: the later one.
    ///   - thresholds: those of the sides' reports.
    ///   - alpha: between 0 and 1.
    /// - Throws: `empty` where a round has no items; `notAProbability` for another α.
    /// - Complexity: O(n log n) shared among the cores; 8 bytes an item.
    public init(from before: Side, to after: Side, at thresholds: Thresholds, alpha: Double) throws(AuditError) {
        self.thresholds = thresholds
        self.alpha = alpha
        let drifts = ParallelMap.of(ScoreName.allCases.count) { number in
            Result { () throws(AuditError) in
                try ScoreDrift(ScoreName.allCases[number], from: before.columns, to: after.columns)
            }
        }
        scores = []
        for drift in drifts { scores.append(try drift.get()) }
        func counts(_ columns: ScoreColumns) -> BucketCounts {
            Population(columns).tally(thresholds, baseline: thresholds).counts
        }
        let (old, new) = (counts(before.columns), counts(after.columns))
        buckets = []
        for bucket in Bucket.allCases {
            let share = ShareDifference(
                before: try Proportion(old[bucket], of: before.columns.count),
                after: try Proportion(new[bucket], of: after.columns.count)
            )
            buckets.append(
                Share(
                    bucket: bucket,
                    before: share.before,
                    after: share.after,
                    difference: try share.estimate(alpha: alpha, of: .round)
                )
            )
        }
        guard let old = before.report?.agreement, let new = after.report?.agreement, old.labels > 0, new.labels > 0
        else { return }
        agreement = Agreement(
            accuracy: Change(old.accuracy, new.accuracy),
            falselyAdversarial: Change(old.falselyAdversarial, new.falselyAdversarial),
            falselyAccepted: Change(old.falselyAccepted, new.falselyAccepted)
        )
    }
}
