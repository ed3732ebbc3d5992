import AuditStatistics
import RoundModel
import Verdicts

/// Which verdicts of a round are a valid sample of the distinct contents of each bucket at some thresholds.
struct AuditLabels {
    let columns: ScoreColumns
    let thresholds: Thresholds
    let keys: ContentKeys
    let said: SampleLabels
    private let samples: [BucketSample]

    /// - Parameters:
    ///   - orders: what is known of the orders of the same round.
    ///   - whole: the round that the items were drawn from; nil where they are all of it.
    /// - Complexity: O(labels log labels), and as `SampleOrders` where these do not reach so far.
    init(
        _ said: SampleLabels,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        at thresholds: Thresholds,
        orders: SampleOrders = SampleOrders(),
        whole: WholeRound? = nil
    ) {
        self.columns = columns
        self.said = said
        self.keys = keys
        self.thresholds = thresholds
        var members: [[JudgedContent]] = Bucket.allCases.map { _ in [] }
        for content in said.contents {
            for bucket in content.buckets(in: columns, at: thresholds, heedingVerdicts: false) {
                members[Int(bucket.rawValue)].append(content)
            }
        }
        // Behind the last verdict an order holds nothing that matters.
        var queues = orders.queues(
            upTo: members.map { contents in
                contents.filter { $0.label != nil }
                    .map { EstimationQueue.number(ofContent: $0.digest.high, seed: seed).value }.max()
            },
            at: thresholds,
            in: columns,
            keys: keys,
            seed: seed
        )
        if let whole {
            let counts = GridCounts(whole.grid, at: thresholds)
            queues = queues.map { $0.beginning(of: whole, counts) }
        }
        samples = queues.map { queue in
            BucketSample(
                queue,
                said,
                members[Int(queue.bucket.rawValue)],
                in: columns,
                keys: keys,
                undone: said.firstUndone(in: queue.bucket, at: thresholds)
            )
        }
    }

    func sample(of bucket: Bucket) -> BucketSample { samples[Int(bucket.rawValue)] }

    /// The sampled beginning of each bucket's order, without what the round has lost.
    var sampled: [Bucket: [UInt32]] {
        Dictionary(uniqueKeysWithValues: Bucket.allCases.map { ($0, sample(of: $0).items) })
    }

    /// What belongs to that beginning and is no longer in the round.
    func lost(of bucket: Bucket) -> [JudgedContent] { sample(of: bucket).lost }

    /// Verdicts that count.
    var sampledCount: Int { samples.reduce(0) { $0 + $1.items.count + $1.lost.count } }

    /// True where no verdict waits for others.
    var isWhole: Bool { samples.allSatisfy { $0.coverage.waiting == 0 } }

    /// The call; nil for an item that the round does not have.
    func bucket(of item: UInt32, at thresholds: Thresholds) -> Bucket? {
        columns.scores(of: Int(item)).map { thresholds.bucket(safety: $0.safety, helpfulness: $0.helpfulness) }
    }

    /// Where a person puts an item; nil where nobody could tell.
    func answer(of item: UInt32, at thresholds: Thresholds) -> Bucket? {
        guard let ruling = ruling(of: item) else { return nil }
        return columns.scores(of: Int(item)).map { ruling.bucket($0, thresholds) }
    }

    /// What a person said of a sampled item.
    func ruling(of item: UInt32) -> Ruling? {
        if case .ruling(let ruling) = content(of: item)?.label { ruling } else { nil }
    }

    /// A label of a bucket's sample.
    struct Label {
        /// Nil for one that the round has lost.
        var item: UInt32?
        var digest: ItemDigest
        var scores: Scores
        var said: SampleLabel
        /// What was said first and blind; nil for nothing.
        var saidBlind: SampleLabel?
    }

    /// The labels of a bucket's sample, those among them that the round has lost; not in order.
    ///
    /// - Parameter first: so many of the sample, in order, are looked at.
    func labels(of bucket: Bucket, first: Int = .max) -> [Label] {
        let sample = sample(of: bucket)
        let places = first < sample.count ? sample.digests(first: first) : nil
        func label(_ item: UInt32?, _ content: JudgedContent?, _ scores: Scores?) -> Label? {
            guard let content, let said = content.label, let scores else { return nil }
            if let places, !places.contains(content.digest) { return nil }
            return Label(
                item: item,
                digest: content.digest,
                scores: scores,
                said: said,
                saidBlind: content.blindLabel
            )
        }
        return sample.items.compactMap { label($0, content(of: $0), columns.scores(of: Int($0))) }
            + sample.lost.compactMap { label(nil, $0, $0.recorded) }
    }

    /// The distinct contents of a bucket, those that the sample has and the round has lost among them.
    func sampledSize(of bucket: Bucket) -> Int { size(of: bucket) + sample(of: bucket).lost.count }

    private func content(of item: UInt32) -> JudgedContent? { said.content(withKey: keys[Int(item)]) }

    /// The distinct contents of a bucket.
    func size(of bucket: Bucket) -> Int { sample(of: bucket).queue.size }

    /// What the labels of each bucket show.
    func audits(_ plans: SamplePlans, seed: UInt64, alpha: Double) throws(AuditError) -> [BucketAudit] {
        var audits: [BucketAudit] = []
        for bucket in Bucket.allCases {
            let planned = plans.planned(bucket, at: thresholds, seed: seed)
            let dense = plans.plan(of: bucket, at: thresholds, seed: seed).flatMap { denseSample($0) }
            audits.append(try audit(of: bucket, planned, dense, alpha: alpha))
        }
        return audits
    }

    /// The items that verdicts bring into a bucket, less those that they take out of it.
    ///
    /// - Complexity: O(items with a verdict).
    private func moved(into bucket: Bucket) -> Int {
        said.contents.reduce(0) { count, content in
            guard let ruling = content.ruling else { return count }
            return content.items.reduce(count) { count, item in
                guard let scores = columns.scores(of: Int(item)) else { return count }
                let (before, after) = (thresholds.bucket(scores, nil), thresholds.bucket(scores, ruling))
                return count + (after == bucket ? 1 : 0) - (before == bucket ? 1 : 0)
            }
        }
    }

    /// - Parameters:
    ///   - planned: how many items of its sample were to be checked.
    ///   - dense: the sample that is drawn more densely near the lines, where that was planned.
    private func audit(
        of bucket: Bucket,
        _ planned: PlannedSample,
        _ dense: DenseSample?,
        alpha: Double
    ) throws(AuditError) -> BucketAudit {
        let simple = self.sample(of: bucket)
        let sample = dense?.sample ?? simple
        let size = sample.queue.size
        let labels = sample.count(at: thresholds, in: columns) { _ in true }
        let check = try BucketCheck(
            AuditPopulation(.bucket(bucket), size: size),
            checked: labels.checked,
            wrong: labels.wrong,
            unsure: labels.unsure,
            gone: labels.gone
        )
        let coverage = sample.coverage
        let waiting = sample.waiting.filter { $0.label != nil }
        let hunted = sample.members.filter { content in
            content.hunted != nil && !sample.isSampled(content) && !content.items.isEmpty
        }
        // The claim is one of an evenly drawn sample, which the beginning of a denser one is.
        let evenlyGone = simple.count(at: thresholds, in: columns) { _ in true }.gone.against
        // Who could not tell may have had a mistake before them.
        let claim = try LimitClaim(
            AuditPopulation(.bucket(bucket), size: size + evenlyGone),
            labels: simple.mistakes(at: thresholds, in: columns),
            atMost: BucketAudit.limit,
            alpha: alpha
        )
        let precision = try PrecisionPlan(share: 0.5, margin: 0.05, alpha: alpha)
        let set = try ExportedSet(
            sample,
            contents: said.contents,
            in: columns,
            at: thresholds
        )
        let (fixed, running): (Figure, Figure)
        if let dense {
            fixed = try fixedErrorRate(dense, alpha: alpha)
            running = try errorRate(dense, alpha: alpha, .labelling)
        } else {
            fixed = try fixedErrorRate(sample, check, planned, alpha: alpha)
            running = try check.errorRate(alpha: alpha, .labelling)
        }
        return BucketAudit(
            bucket: bucket,
            size: size,
            rows: sample.queue.rows,
            rowsWithVerdicts: sample.queue.rows + moved(into: bucket),
            sampled: labels.checked + labels.gone.checked,
            wrong: labels.wrong + labels.gone.wrong,
            unsure: labels.unsure + labels.gone.unsure,
            lost: labels.gone,
            gaps: Array(sample.gaps.prefix(BucketAudit.mostGaps)),
            gapCount: coverage.gaps.count,
            passedOver: sample.gaps.count { content(of: $0)?.isPassedOver ?? false },
            waiting: coverage.waiting,
            waitingWrong: waiting.count { sample.isWrong($0, $0.label, at: thresholds, in: columns) },
            hunted: hunted.count,
            huntedWrong: hunted.count { sample.isWrong($0, $0.hunted, at: thresholds, in: columns) },
            planned: planned,
            errorRate: fixed,
            errorRateWhileLabelling: running,
            corrected: dense == nil
                ? try CorrectedErrorRate(fixed, sample, at: thresholds, in: columns, alpha: alpha)
                : CorrectedErrorRate(ofDenser: fixed),
            exported: try ExportAudit(set, of: bucket, alpha: alpha),
            claim: size > 0 ? claim : nil,
            toEstimate: size > 0 && dense == nil
                ? try precision.more(population: size, checked: labels.checked) : 0,
            dense: dense.map { denseAudit($0) }
        )
    }
}

extension JudgedContent {
    /// The buckets that hold it; where the round has lost it, the one that held it then.
    func buckets(in columns: ScoreColumns, at thresholds: Thresholds, heedingVerdicts: Bool) -> Set<Bucket> {
        let ruling = heedingVerdicts ? ruling : nil
        guard !items.isEmpty else { return heedingVerdicts ? [] : [thresholds.bucket(recorded, nil)] }
        var buckets: Set<Bucket> = []
        for item in items {
            guard let scores = columns.scores(of: Int(item)) else { continue }
            buckets.insert(thresholds.bucket(scores, ruling))
            if buckets.count == Bucket.allCases.count { break }
        }
        return buckets
    }
}
