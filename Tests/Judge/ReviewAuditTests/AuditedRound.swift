import ReviewAudit
import RoundModel
import TestSupport
import Verdicts

/// A round whose truth is known, and reviewers who label it.
struct AuditedRound {
    let columns: ScoreColumns
    let keys: ContentKeys
    private let contents: Int
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
    init(items count: Int, errors: Double, seed: UInt64, contents: Int? = nil) {
        var random = SeededGenerator(seed: seed)
        columns = ScoreColumns(
            safety: (0..<count).map { _ in Double.random(in: 0...1, using: &random) },
            helpfulness: (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
        )
        let different = (0..<(contents ?? count)).map { _ in random.next() }
        keys = ContentKeys((0..<count).map { different[$0 % different.count] })
        self.contents = different.count
        self.seed = random.next()
        var truth: [Bucket] = []
        for item in 0..<count {
            let scores = columns.scores(ofKnown: item)
            let call = thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let others = Bucket.allCases.filter { $0 != call }
            let isWrong = Double.random(in: 0..<1, using: &random) < errors
            truth.append(isWrong ? others.randomElement(using: &random) ?? call : call)
        }
        self.truth = truth
    }

    func call(_ item: UInt32) -> Bucket {
        let scores = columns.scores(ofKnown: Int(item))
        return thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
    }

    func members(_ bucket: Bucket) -> [UInt32] { (0..<UInt32(columns.count)).filter { call($0) == bucket } }

    func queue(_ bucket: Bucket) -> EstimationQueue {
        EstimationQueue(bucket, at: thresholds, in: columns, keys: keys, seed: seed, limit: columns.count)
    }

    /// Has a reviewer answer about an item.
    mutating func label(
        _ item: UInt32,
        _ answer: Answer? = nil,
        by reviewer: String = "ann",
        queue: ReviewQueue? = nil,
        draw: Verdict.Draw? = nil,
        isBlind: Bool = true
    ) {
        let key = keys.keys[Int(item)]
        let digest = ItemDigest(high: key, low: UInt64(Int(item) % contents))
        let right: Answer =
            switch truth[Int(item)] {
            case .adversarial: .unsafe
            case .accepted: .helpful
            case .discarded: .notHelpful
            }
        let verdict = Verdict(
            digest: digest,
            place: columns.place(ofKnown: Int(item)),
            scores: columns.scores(ofKnown: Int(item)),
            thresholds: thresholds,
            bucket: call(item),
            answer: answer ?? right,
            queue: queue ?? .estimation(call(item)),
            draw: draw,
            isBlind: isBlind
        )
        take(.verdicts([verdict]), by: reviewer)
        items[digest] = keys.items(withKeyIn: [key])
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
            record.items,
            items: SharedMap(items),
            in: columns,
            keys: keys,
            seed: seed,
            at: theta ?? thresholds,
            others: others,
            prompts: prompts,
            alpha: alpha
        )
    }
}
