import AuditStatistics
import RoundModel
import Verdicts

/// Which verdicts of a round are a valid sample of each bucket at some thresholds.
struct AuditLabels {
    let columns: ScoreColumns
    let thresholds: Thresholds
    private let said: SampleLabels
    /// The sampled beginning of each bucket's order.
    private(set) var sampled: [Bucket: [UInt32]] = [:]
    private var coverage: [Bucket: QueueCoverage] = [:]
    private(set) var queues: [Bucket: EstimationQueue] = [:]

    /// - Complexity: O(n) shared among the cores, and O(labels log labels).
    init(
        _ said: SampleLabels,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        at thresholds: Thresholds
    ) {
        self.columns = columns
        self.said = said
        self.thresholds = thresholds
        // Behind the last verdict an order holds nothing that matters.
        let all = EstimationQueue.queues(
            upTo: said.labels.keys,
            at: thresholds,
            in: columns,
            keys: keys,
            seed: seed
        )
        var known: Set<UInt64> = []
        for queue in all {
            queues[queue.bucket] = queue
            let prefix = queue.items.prefix { said.labels[$0] != nil }
            sampled[queue.bucket] = Array(prefix)
            known.formUnion(prefix.compactMap { keys[Int($0)] })
        }
        for queue in all {
            // Copies of what was judged have its verdict wherever they stand: nobody passed the items before them.
            let ownEnd = queue.items.lastIndex { item in
                said.labels[item] != nil && !(keys[Int(item)].map(known.contains) ?? false)
            }
            let end = max(sampled[queue.bucket]?.count ?? 0, ownEnd.map { $0 + 1 } ?? 0)
            coverage[queue.bucket] = QueueCoverage(labelled: queue.items.prefix(end).map { said.labels[$0] != nil })
        }
    }

    /// These, or those at the thresholds that they were drawn at: where θ has moved away, verdicts that wait for others
    /// still say something from there.
    ///
    /// - Complexity: as `init`.
    func fullest(keys: ContentKeys, seed: UInt64) -> AuditLabels {
        var fullest = self
        guard !isWhole else { return fullest }
        for theta in said.drawnAt.prefix(2) where theta != thresholds {
            let other = AuditLabels(said, in: columns, keys: keys, seed: seed, at: theta)
            if other.sampledCount > fullest.sampledCount { fullest = other }
        }
        return fullest
    }

    /// Verdicts that count.
    var sampledCount: Int { sampled.values.reduce(0) { $0 + $1.count } }

    /// True where no verdict waits for others.
    var isWhole: Bool { coverage.values.allSatisfy { $0.waiting == 0 } }

    /// The call; nil for an item that the round does not have.
    func bucket(of item: UInt32) -> Bucket? { bucket(of: item, at: thresholds) }

    func bucket(of item: UInt32, at thresholds: Thresholds) -> Bucket? {
        columns.scores(of: Int(item)).map { thresholds.bucket(safety: $0.safety, helpfulness: $0.helpfulness) }
    }

    /// Where a person puts an item; nil where nobody could tell.
    func answer(of item: UInt32) -> Bucket? { answer(of: item, at: thresholds) }

    func answer(of item: UInt32, at thresholds: Thresholds) -> Bucket? {
        guard case .ruling(let ruling) = said.labels[item] else { return nil }
        return columns.scores(of: Int(item)).map { ruling.bucket($0, thresholds) }
    }

    /// What a person said of a sampled item.
    func ruling(of item: UInt32) -> Ruling? {
        if case .ruling(let ruling) = said.labels[item] { ruling } else { nil }
    }

    func isBlind(_ item: UInt32) -> Bool { said.blind.contains(item) }

    func size(of bucket: Bucket) -> Int { queues[bucket]?.size ?? 0 }

    func audit(of bucket: Bucket, alpha: Double) throws(AuditError) -> BucketAudit {
        let size = size(of: bucket)
        let sample = sampled[bucket] ?? []
        let wrong = sample.count { answer(of: $0).map { $0 != bucket } ?? false }
        let unsure = sample.count { answer(of: $0) == nil }
        let coverage = coverage[bucket] ?? QueueCoverage(labelled: [])
        let order = queues[bucket]?.items ?? []
        let waiting = order.dropFirst(coverage.sampled).prefix(coverage.gaps.count + coverage.waiting)
            .filter { said.labels[$0] != nil }
        let check = try BucketCheck(
            AuditPopulation(.bucket(bucket), size: size),
            checked: sample.count,
            wrong: wrong,
            unsure: unsure
        )
        let mine = said.hunted.filter { self.bucket(of: $0.key) == bucket }
        let huntedWrong = mine.count { item, ruling in
            columns.scores(of: Int(item)).map { ruling.bucket($0, thresholds) != bucket } ?? false
        }
        // Who could not tell may have had a mistake before them.
        let mistakes = sample.lazy.map { answer(of: $0) != bucket }
        let claim = try LimitClaim(check.population, labels: mistakes, atMost: BucketAudit.limit, alpha: alpha)
        let precision = try PrecisionPlan(share: 0.5, margin: 0.05, alpha: alpha)
        return BucketAudit(
            bucket: bucket,
            size: size,
            sampled: sample.count,
            wrong: wrong,
            unsure: unsure,
            gaps: coverage.gaps.prefix(BucketAudit.mostGaps).map { order[$0] },
            gapCount: coverage.gaps.count,
            passedOver: coverage.gaps.count { said.passedOver.contains(order[$0]) },
            waiting: coverage.waiting,
            waitingWrong: waiting.count { answer(of: $0).map { $0 != bucket } ?? false },
            hunted: mine.count,
            huntedWrong: huntedWrong,
            errorRate: try check.errorRate(alpha: alpha, .done),
            errorRateWhileLabelling: try check.errorRate(alpha: alpha, .labelling),
            remaining: try remaining(bucket, size, sample, mine, huntedWrong, alpha),
            claim: size > 0 ? claim : nil,
            toEstimate: size > 0 ? try precision.more(population: size, checked: sample.count) : 0
        )
    }

    /// What was hunted is a stratum that was taken whole, and the rest of the sample a sample of the rest.
    private func remaining(
        _ bucket: Bucket,
        _ size: Int,
        _ sample: [UInt32],
        _ hunted: [UInt32: Ruling],
        _ huntedWrong: Int,
        _ alpha: Double
    ) throws(AuditError) -> Figure {
        let rest = sample.filter { hunted[$0] == nil }
        let stratum = try HuntedStratum(
            size: size,
            hunted: hunted.count,
            huntedWrong: huntedWrong,
            sampled: rest.count,
            sampledWrong: rest.count { answer(of: $0).map { $0 != bucket } ?? false },
            huntedUnsure: 0,
            sampledUnsure: rest.count { answer(of: $0) == nil }
        )
        return try RemainingError(stratum).errorRate(alpha: alpha, .labelling, of: bucket)
    }
}
