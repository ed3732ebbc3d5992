public import AuditStatistics
public import RoundModel
import Verdicts

extension AuditReport {
    /// What drawing the sample of each bucket more densely near the lines would gain, where nobody has begun with it.
    ///
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public static func offers(
        _ source: AuditSource,
        at thresholds: Thresholds,
        alpha: Double = 0.05
    ) throws(AuditError) -> [DenseOffer] {
        try source.labels(at: thresholds).offers(source.plans, seed: source.seed, alpha: alpha)
    }

    /// The same where there are no verdicts yet, and nobody has read the contents.
    ///
    /// - Complexity: O(n) shared among the cores.
    public static func offers(
        in columns: ScoreColumns,
        seed: UInt64,
        at thresholds: Thresholds,
        plans: SamplePlans,
        alpha: Double = 0.05
    ) throws(AuditError) -> [DenseOffer] {
        let distances = LineDistances(at: thresholds, in: columns)
        var offers: [DenseOffer] = []
        for bucket in Bucket.allCases where plans.plan(of: bucket, at: thresholds, seed: seed) == nil {
            if let offer = try DenseOffer(bucket, distances, labelled: [], alpha: alpha) { offers.append(offer) }
        }
        return offers
    }
}
