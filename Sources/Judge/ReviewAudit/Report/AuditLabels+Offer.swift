import AuditStatistics
import RoundModel

extension AuditLabels {
    /// What drawing each bucket's sample more densely near the lines would gain, where nobody has begun with it.
    ///
    /// A design may follow from anything but the bucket's own labels: what people said of other buckets tells where mistakes may be.
    /// - Complexity: O(n) shared among the cores.
    func offers(_ plans: SamplePlans, seed: UInt64, alpha: Double) throws(AuditError) -> [DenseOffer] {
        let open = Bucket.allCases.filter { bucket in
            plans.plan(of: bucket, at: thresholds, seed: seed) == nil && size(of: bucket) > 0
                && sample(of: bucket).members.allSatisfy { $0.sampledAt == nil }
                && said.firstUndone(in: bucket, at: thresholds) == nil
        }
        guard !open.isEmpty else { return [] }
        let distances = LineDistances(at: thresholds, in: columns)
        var offers: [DenseOffer] = []
        for bucket in open {
            let labelled = labelled(distances, without: bucket)
            if let offer = try DenseOffer(bucket, distances, labelled: labelled, alpha: alpha) { offers.append(offer) }
        }
        return offers
    }

    /// The labels of the other buckets' samples by level, without what is in the bucket as well.
    private func labelled(_ distances: LineDistances, without bucket: Bucket) -> [(labels: Int, wrong: Int)] {
        var labelled = [(labels: Int, wrong: Int)](repeating: (0, 0), count: LineDistances.levels.count + 1)
        let own = Set(sample(of: bucket).members.map(\.digest))
        for other in Bucket.allCases where other != bucket {
            for label in labels(of: other) where !own.contains(label.digest) {
                guard let answer = label.said.bucket(label.scores, thresholds) else { continue }
                let level = distances.level(of: label.scores, at: thresholds)
                labelled[level].labels += 1
                labelled[level].wrong += answer == other ? 0 : 1
            }
        }
        return labelled
    }
}
