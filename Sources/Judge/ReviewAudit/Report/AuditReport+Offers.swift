public import AuditStatistics
public import RoundModel
public import Verdicts

extension AuditReport {
    /// What drawing the sample of each bucket more densely near the lines would gain, where nobody has begun with it.
    ///
    /// - Parameters:
    ///   - records: the verdicts.
    ///   - items: the items of each content with a verdict, copies among them.
    ///   - keys: those of the round; nil only where there are no verdicts.
    /// - Throws: `empty` where the contents are not known and there are verdicts.
    /// - Complexity: O(n) shared among the cores, and O(verdicts).
    public static func offers(
        _ records: ItemRecords,
        items: SharedMap<ItemDigest, [UInt32]>,
        in columns: ScoreColumns,
        keys: ContentKeys?,
        seed: UInt64,
        at thresholds: Thresholds,
        plans: SamplePlans,
        alpha: Double = 0.05
    ) throws(AuditError) -> [DenseOffer] {
        guard let keys else {
            guard records.isEmpty else { throw .empty(.contents) }
            let distances = LineDistances(at: thresholds, in: columns)
            var offers: [DenseOffer] = []
            for bucket in Bucket.allCases where plans.plan(of: bucket, at: thresholds, seed: seed) == nil {
                if let offer = try DenseOffer(bucket, distances, labelled: [], alpha: alpha) { offers.append(offer) }
            }
            return offers
        }
        let said = SampleLabels(records, items: items, keys: keys, seed: seed)
        let labels = AuditLabels(said, in: columns, keys: keys, seed: seed, at: thresholds)
        return try labels.offers(plans, seed: seed, alpha: alpha)
    }
}
