internal import Basics
public import ReviewAudit
public import RoundModel
public import Verdicts

/// What people's verdicts change in an export, and what the manifest says about them.
public struct ExportVerdicts: Sendable {
    /// The items that verdicts put elsewhere than the rule does, or where it does.
    public let judged: JudgedItems
    /// What the review's journal came to.
    public let record: ReviewRecord
    /// The items that contents with a verdict are, copies among them.
    public let items: [ItemDigest: [UInt32]]
    /// The contents of all items; nil where nobody needed them.
    public let keys: ContentKeys?
    /// What labels state of the error that is left in each exported set; nil where nothing was asked of them.
    public var statedError: StatedError?
    /// The contents of the items with a verdict.
    private let digests: [UInt32: ItemDigest]
    /// What samples were drawn with.
    public let seed: UInt64
    /// Contents with a verdict that the round does not have.
    public let missing: Int
    /// What the review's present plan certifies; nil without a plan, or where the round is not the plan's.
    public let certificate: CertificateStatus?

    /// - Parameters:
    ///   - items: the items that contents with a verdict are, copies among them.
    ///   - missing: contents with a verdict that no item has.
    /// - Complexity: O(verdicts).
    public init(
        _ record: ReviewRecord,
        items: [ItemDigest: [UInt32]],
        missing: Int,
        seed: UInt64,
        keys: ContentKeys? = nil,
        in columns: ScoreColumns,
        certificate: CertificateStatus? = nil
    ) {
        self.certificate = certificate
        var rulings: [UInt32: Ruling] = [:]
        var digests: [UInt32: ItemDigest] = [:]
        for (digest, items) in items {
            guard let ruling = record.items[digest]?.ruling else { continue }
            for item in items {
                rulings[item] = ruling
                digests[item] = digest
            }
        }
        judged = JudgedItems(rulings, in: columns)
        self.record = record
        self.digests = digests
        self.seed = seed
        self.missing = missing
        self.items = items
        self.keys = keys
    }

    /// The name of the field that marks a line of a person's call.
    public static let fieldName = "redsieve_verdict"

    /// What the line of an item says about its verdict, as the member of a JSON object; nil where the rule stands.
    ///
    /// - Complexity: O(verdicts on the item + log m).
    func member(of item: Int, call: Bucket) -> [UInt8]? {
        guard let ruling = judged.ruling(of: item), let digest = digests[UInt32(item)],
            let said = record.items[digest]
        else { return nil }
        // In the order of names: the same answers give the same bytes, in whichever order they came.
        let answers = said.answers.filter { $0.verdict.ruling != nil }.sorted { $0.reviewer < $1.reviewer }
        let value: OrderedJSON = [
            "call": .string(call.name),
            "ruling": .string(Self.name(of: ruling)),
            "answers": .array(
                answers.map { ["reviewer": .string($0.reviewer), "answer": .string($0.verdict.answer.rawValue)] }
            ),
        ]
        var bytes: [UInt8] = []
        JSONText.append(Array(Self.fieldName.utf8), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        return bytes + value.bytes(.compact)
    }

    private static func name(of ruling: Ruling) -> String {
        switch ruling {
        case .bucket(let bucket): bucket.name
        case .safe: "safe"
        case .disputed: "disputed"
        }
    }

    /// What manifests and summaries say: the items with a ruling, those whose ruling agrees with the rule, and those whose
    /// ruling overrides it.
    ///
    /// - Complexity: O(verdicts).
    func record(at thresholds: Thresholds, in columns: ScoreColumns) -> VerdictRecord {
        var said = VerdictRecord()
        said.total = judged.count
        for item in judged.list.items {
            guard let scores = columns.scores(of: Int(item)) else { continue }
            let call = thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            if thresholds.bucket(scores, judged.ruling(of: Int(item))) == call { said.agree += 1 }
        }
        said.override = said.total - said.agree
        var reviewers: [String: Int] = [:]
        var queues: [String: Int] = [:]
        for item in record.items.values {
            for line in item.answers {
                reviewers[line.reviewer, default: 0] += 1
                queues[line.verdict.queue.text, default: 0] += 1
            }
        }
        said.disputed = record.items.values.count { $0.ruling == .disputed }
        said.notInRound = missing
        said.reviewers = NamedCounts(reviewers)
        said.queues = NamedCounts(queues)
        said.seed = "\(seed)"
        said.entries = record.verdictEntries
        said.statedError = statedError
        return said
    }
}
