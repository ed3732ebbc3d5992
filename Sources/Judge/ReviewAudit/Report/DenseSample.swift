import AuditStatistics
import RoundModel

/// The labels of a bucket in the order of a design that was planned.
struct DenseSample {
    let plan: SamplePlan
    let design: SampleDesign
    let sample: BucketSample
}

extension BucketSample {
    /// The labels of the sample as what they are one of: a simple random sample, or one of each stratum of a design.
    ///
    /// - Parameters:
    ///   - first: so many of them, in order, are looked at.
    ///   - whole: contents that are known otherwise, and no part of what is sampled.
    func checked(
        first: Int = .max,
        without whole: Set<ItemDigest> = [],
        at thresholds: Thresholds,
        in columns: ScoreColumns
    ) throws(AuditError) -> CheckedSample {
        func part(_ size: Int, where isInside: (JudgedContent) -> Bool) throws(AuditError) -> CheckedSample {
            let labels = count(first: first, at: thresholds, in: columns) {
                !whole.contains($0.digest) && isInside($0)
            }
            return try CheckedSample(
                population: size,
                checked: labels.checked,
                wrong: labels.wrong,
                unsure: labels.unsure,
                gone: labels.gone
            )
        }
        guard queue.design != nil else { return try part(queue.size - whole.count) { _ in true } }
        let known = wholeStratum.filter { whole.contains($0.digest) }
        let near = known.count { isNear($0, in: columns) }
        return try CheckedSample(
            near: part(queue.nearSize - near) { isNear($0, in: columns) },
            far: part(queue.size - queue.nearSize - (known.count - near)) { !isNear($0, in: columns) }
        )
    }
}

extension AuditLabels {
    /// The sample of a plan that draws more densely near the lines; nil for a plan of a simple one.
    ///
    /// - Complexity: O(n) shared among the cores, and O(labels log labels).
    func denseSample(_ plan: SamplePlan) -> DenseSample? {
        guard let design = plan.design else { return nil }
        let simple = sample(of: plan.bucket)
        let labels = simple.members.count { $0.label != nil }
        // What nobody has come to lies behind the planned labels, and behind those that were given.
        let queue = EstimationQueue(
            distinct: plan.bucket,
            at: thresholds,
            in: columns,
            keys: keys,
            seed: plan.seed,
            limit: max(2_000, 2 * plan.labels) + 2 * labels,
            design: design
        )
        let sample = BucketSample(
            queue,
            said,
            simple.members,
            in: columns,
            keys: keys,
            undone: said.firstUndone(in: queue.bucket, at: thresholds)
        )
        return DenseSample(plan: plan, design: design, sample: sample)
    }

    /// The rate by labels of a design, of which more may come.
    func errorRate(
        _ dense: DenseSample,
        first: Int = .max,
        alpha: Double,
        _ state: BucketCheck.LabelState
    ) throws(AuditError) -> Figure {
        let bucket = dense.sample.queue.bucket
        let rest = try dense.sample.checked(first: first, at: thresholds, in: columns)
        return try HuntedStratum(size: rest.population, hunted: 0, huntedWrong: 0, rest: rest)
            .errorRate(alpha: alpha, state, of: .bucket(bucket))
    }

    /// The rate by the labels that were planned, once they are there. More of them never change it.
    func fixedErrorRate(_ dense: DenseSample, alpha: Double) throws(AuditError) -> Figure {
        let sample = dense.sample
        let all = sample.count
        let size = sample.queue.size + sample.lost.count
        guard sample.queue.size > 0, all < size else { return try errorRate(dense, alpha: alpha, .done) }
        let wanted = min(dense.plan.labels, size)
        guard all >= wanted else { return .missing(labels: wanted - all) }
        return try errorRate(dense, first: wanted, alpha: alpha, .done)
    }
}
