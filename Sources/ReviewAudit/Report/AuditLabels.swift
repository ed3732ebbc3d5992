import AuditStatistics
import RoundModel
import Verdicts

/// The labels of a round by item, and which of them are a valid sample of each bucket.
struct AuditLabels {
    let columns: ScoreColumns
    let thresholds: Thresholds
    private let keys: ContentKeys
    private let seed: UInt64
    /// Labels given in samples.
    private let labels: [UInt32: SampleLabel]
    /// Items whose label was given blind.
    private let blind: Set<UInt32>
    /// What was said outside of samples.
    private let hunted: [UInt32: Ruling]
    /// The sampled beginning of each bucket's order.
    private(set) var sampled: [Bucket: [UInt32]] = [:]
    private var coverage: [Bucket: QueueCoverage] = [:]
    private(set) var queues: [Bucket: EstimationQueue] = [:]

    init(
        _ record: ReviewRecord,
        items: [ItemDigest: [UInt32]],
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        at thresholds: Thresholds
    ) {
        self.columns = columns
        self.keys = keys
        self.seed = seed
        self.thresholds = thresholds
        var labels: [UInt32: SampleLabel] = [:]
        var blind: Set<UInt32> = []
        var hunted: [UInt32: Ruling] = [:]
        for (digest, items) in items {
            guard let said = record.items[digest] else { continue }
            let answers = said.sampleAnswers(drawnWith: seed)
            if let label = Self.label(answers) {
                for item in items { labels[item] = label }
                if answers.allSatisfy({ $0.verdict.isBlind || $0.verdict.ruling == nil }) { blind.formUnion(items) }
            }
            if let ruling = said.huntedRuling { for item in items { hunted[item] = ruling } }
        }
        self.labels = labels
        self.blind = blind
        self.hunted = hunted
        for bucket in Bucket.allCases { order(bucket) }
    }

    /// Nil where all passed it over.
    private static func label(_ answers: [ItemRecord.Line]) -> SampleLabel? {
        switch ItemRecord.ruling(of: answers) {
        case .disputed: .unsure
        case .some(let ruling): .ruling(ruling)
        case nil: answers.contains { $0.verdict.answer == .unsure } ? .unsure : nil
        }
    }

    /// Goes along a bucket's order as far as there are labels.
    private mutating func order(_ bucket: Bucket) {
        let mine = labels.keys.count { self.bucket(of: $0) == bucket }
        var limit = max(64, 2 * mine)
        while true {
            let queue = EstimationQueue(
                bucket,
                at: thresholds,
                in: columns,
                keys: keys,
                seed: seed,
                limit: limit
            )
            let isLabelled = queue.items.map { labels[$0] != nil }
            // Labels of an earlier θ may lie anywhere in the order.
            if isLabelled.count(where: { $0 }) < mine, !queue.isWhole {
                limit *= 8
                continue
            }
            let coverage = QueueCoverage(labelled: isLabelled)
            self.coverage[bucket] = coverage
            queues[bucket] = queue
            sampled[bucket] = Array(queue.items.prefix(coverage.sampled))
            return
        }
    }

    func bucket(of item: UInt32) -> Bucket {
        let scores = columns.scores(of: Int(item))
        return thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }

    /// Where a person puts an item; nil where nobody could tell.
    func answer(of item: UInt32) -> Bucket? {
        guard case .ruling(let ruling) = labels[item] else { return nil }
        return ruling.bucket(columns.scores(of: Int(item)), thresholds)
    }

    /// What a person said of a sampled item.
    func ruling(of item: UInt32) -> Ruling? {
        if case .ruling(let ruling) = labels[item] { ruling } else { nil }
    }

    func isBlind(_ item: UInt32) -> Bool { blind.contains(item) }

    func size(of bucket: Bucket) -> Int { queues[bucket]?.size ?? 0 }

    func audit(of bucket: Bucket, alpha: Double) throws(AuditError) -> BucketAudit {
        let size = size(of: bucket)
        let sample = sampled[bucket] ?? []
        let wrong = sample.count { answer(of: $0).map { $0 != bucket } ?? false }
        let unsure = sample.count { answer(of: $0) == nil }
        let coverage = coverage[bucket] ?? QueueCoverage(labelled: [])
        let check = try BucketCheck(
            AuditPopulation(.bucket(bucket), size: size),
            checked: sample.count,
            wrong: wrong,
            unsure: unsure
        )
        let mine = hunted.filter { self.bucket(of: $0.key) == bucket }
        let huntedWrong = mine.count { $0.value.bucket(columns.scores(of: Int($0.key)), thresholds) != bucket }
        // Who could not tell may have had a mistake before them.
        let finite = try FiniteSample(population: size, checked: sample.count, wrong: wrong + unsure)
        let acceptance = try AcceptancePlan(alpha: 0.05, delta: alpha)
        let precision = try PrecisionPlan(share: 0.5, margin: 0.05, alpha: alpha)
        return BucketAudit(
            bucket: bucket,
            size: size,
            sampled: sample.count,
            wrong: wrong,
            unsure: unsure,
            gaps: coverage.gaps.prefix(BucketAudit.mostGaps).compactMap { queues[bucket]?.items[$0] },
            gapCount: coverage.gaps.count,
            waiting: coverage.waiting,
            hunted: mine.count,
            huntedWrong: huntedWrong,
            errorRate: try check.errorRate(alpha: alpha, .done),
            errorRateWhileLabelling: try check.errorRate(alpha: alpha, .labelling),
            remaining: try remaining(bucket, size, sample, mine, huntedWrong, alpha),
            toCertify: size > 0 ? try acceptance.more(after: finite) : 0,
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
