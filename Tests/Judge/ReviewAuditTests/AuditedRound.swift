import ReviewAudit
import RoundModel
import TestSupport
import Verdicts

/// A round whose truth is known, and reviewers who label it.
struct AuditedRound {
    let columns: ScoreColumns
    let keys: ContentKeys
    private let contents: Int
    /// The items of each content.
    private let places: [UInt64: [UInt32]]
    /// Where a person who never errs puts each item.
    let truth: [Bucket]
    let thresholds = Thresholds(adv: 0.3, safety: 0.6, help: 0.4)
    let seed: UInt64
    private(set) var record = ReviewRecord()
    private(set) var items: [ItemDigest: [UInt32]] = [:]
    private var turn: UInt32 = 0

    /// - Parameters:
    ///   - errors: the share of items that the rule puts into the wrong bucket.
    ///   - contents: how many different contents the items have; nil for one each.
    ///   - nearLine: whether mistakes are three times as likely near θ safety, and rare elsewhere.
    init(items count: Int, errors: Double, seed: UInt64, contents: Int? = nil, nearLine: Bool = false) {
        var random = SeededGenerator(seed: seed)
        columns = ScoreColumns(
            safety: (0..<count).map { _ in Double.random(in: 0...1, using: &random) },
            helpfulness: (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
        )
        let different = (0..<(contents ?? count)).map { _ in random.next() }
        keys = ContentKeys((0..<count).map { different[$0 % different.count] })
        self.contents = different.count
        var places: [UInt64: [UInt32]] = [:]
        for (item, key) in keys.keys.enumerated() { places[key, default: []].append(UInt32(item)) }
        self.places = places
        self.seed = random.next()
        var truth: [Bucket] = []
        for item in 0..<count {
            let scores = columns.scores(ofKnown: item)
            let call = thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let others = Bucket.allCases.filter { $0 != call }
            let share = nearLine ? (abs(scores.safety - thresholds.safety) < 0.1 ? 3 * errors : errors / 3) : errors
            let isWrong = Double.random(in: 0..<1, using: &random) < share
            truth.append(isWrong ? others.randomElement(using: &random) ?? call : call)
        }
        self.truth = truth
    }

    /// A round whose items are all accepted, in a random order.
    ///
    /// - Parameter copies: for each content how many items have it, and whether it is wrong.
    init(copies: [(count: Int, isWrong: Bool)], seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let order = copies.indices.flatMap { content in (0..<copies[content].count).map { _ in content } }
            .shuffled(using: &random)
        let different = copies.map { _ in random.next() }
        columns = ScoreColumns(
            safety: order.map { _ in 0.9 },
            helpfulness: order.map { _ in 0.9 }
        )
        keys = ContentKeys(order.map { different[$0] })
        places = Dictionary(grouping: 0..<UInt32(order.count)) { different[order[Int($0)]] }
        contents = 1
        self.seed = random.next()
        truth = order.map { copies[$0].isWrong ? .adversarial : .accepted }
    }

    func call(_ item: UInt32) -> Bucket {
        let scores = columns.scores(ofKnown: Int(item))
        return thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }

    func members(_ bucket: Bucket) -> [UInt32] { (0..<UInt32(columns.count)).filter { call($0) == bucket } }

    func queue(_ bucket: Bucket) -> EstimationQueue {
        EstimationQueue(distinct: bucket, at: thresholds, in: columns, keys: keys, seed: seed, limit: columns.count)
    }

    /// Has a reviewer answer about an item.
    mutating func label(
        _ item: UInt32,
        _ answer: Answer? = nil,
        by reviewer: String = "ann",
        queue: ReviewQueue? = nil,
        draw: Verdict.Draw? = nil,
        isBlind: Bool = true,
        seconds: Double? = 5
    ) {
        let verdict = verdict(on: item, answer, queue, draw, isBlind: isBlind, seconds: seconds)
        take(.verdicts([verdict]), by: reviewer)
    }

    /// Has a reviewer answer about many items with one key, without looking at each.
    mutating func labelAtOnce(_ many: [UInt32], _ answer: Answer, by reviewer: String = "ann") {
        guard !many.isEmpty else { return }
        let verdicts = many.map { verdict(on: $0, answer, .list, nil, isBlind: false, seconds: nil) }
        take(.verdicts(verdicts), by: reviewer)
    }

    private mutating func verdict(
        on item: UInt32,
        _ answer: Answer?,
        _ queue: ReviewQueue?,
        _ draw: Verdict.Draw?,
        isBlind: Bool,
        seconds: Double?
    ) -> Verdict {
        let key = keys.keys[Int(item)]
        let digest = ItemDigest(high: key, low: UInt64(Int(item) % contents))
        items[digest] = places[key]
        let right: Answer =
            switch truth[Int(item)] {
            case .adversarial: .unsafe
            case .accepted: .helpful
            case .discarded: .notHelpful
            }
        return Verdict(
            digest: digest,
            place: columns.place(ofKnown: Int(item)),
            scores: columns.scores(ofKnown: Int(item)),
            thresholds: thresholds,
            bucket: call(item),
            answer: answer ?? right,
            queue: queue ?? .estimation(call(item)),
            draw: draw,
            isBlind: isBlind,
            seconds: seconds
        )
    }

    /// Enters what somebody did.
    @discardableResult
    mutating func take(_ event: JournalEntry.Event, by reviewer: String = "ann") -> EntryID {
        turn += 1
        let id = EntryID(writer: 1, turn: turn)
        record.take(JournalEntry(id: id, time: 0, reviewer: reviewer, event: event))
        return id
    }

    /// The verdicts on it.
    var judged: JudgedRound { JudgedRound(record, seed: seed, in: columns, keys: keys, items: items) }

    func report(
        at theta: Thresholds? = nil,
        others: [Thresholds] = [],
        prompts: [UInt32: UInt64] = [:],
        alpha: Double = 0.05
    ) throws -> AuditReport {
        try AuditReport(
            AuditSource(
                record.items,
                items: SharedMap(items),
                in: columns,
                keys: keys,
                seed: seed,
                plans: SamplePlans(record)
            ),
            at: theta ?? thresholds,
            others: others,
            prompts: prompts,
            alpha: alpha
        )
    }

    /// What is shown once some items' rows were deleted from the round's files.
    func report(without deleted: Set<UInt32>, alpha: Double = 0.05) throws -> AuditReport {
        let kept = (0..<UInt32(columns.count)).filter { !deleted.contains($0) }
        let scores = kept.map { columns.scores(ofKnown: Int($0)) }
        let keys = ContentKeys(kept.map { self.keys.keys[Int($0)] })
        var items: [ItemDigest: [UInt32]] = [:]
        let places = Dictionary(grouping: 0..<UInt32(kept.count)) { keys.keys[Int($0)] }
        for digest in self.items.keys { items[digest] = places[digest.high] }
        return try AuditReport(
            AuditSource(
                record.items,
                items: SharedMap(items),
                in: ScoreColumns(safety: scores.map(\.safety), helpfulness: scores.map(\.helpfulness)),
                keys: keys,
                seed: seed,
                plans: SamplePlans(record)
            ),
            at: thresholds,
            alpha: alpha
        )
    }

    /// The share of wrong lines in what is exported of a bucket: distinct contents, verdicts heeded.
    func wrongShare(exported bucket: Bucket) -> Double? {
        var lines: [UInt64: Bool] = [:]
        let rulings = judged.judged
        for item in 0..<columns.count where lines[keys.keys[item]] == nil {
            let ruling = rulings?.ruling(of: item)
            guard thresholds.bucket(columns.scores(ofKnown: item), ruling) == bucket else { continue }
            lines[keys.keys[item]] = truth[item] != bucket
        }
        return lines.isEmpty ? nil : Double(lines.values.count { $0 }) / Double(lines.count)
    }
}
