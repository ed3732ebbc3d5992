public import Basics
public import ReviewAudit
public import RoundModel
public import Verdicts

/// What people's verdicts change in an export, and what the manifest says about them.
public struct ExportVerdicts: Sendable {
    /// The verdicts on the round.
    public let round: JudgedRound
    /// What the review's present plan certifies; nil without a plan, or where the round is not the plan's.
    public let certificate: CertificateStatus?
    /// What verdicts state of the error that is left in each exported set; nil where nothing was asked of them.
    public var statedError: StatedError?

    /// - Complexity: O(n × candidates), shared among the cores, where there is a plan.
    public init(_ round: JudgedRound) {
        self.round = round
        certificate = CertificateStatus(of: round)
    }

    /// The items with a ruling; nil for none.
    var judged: JudgedItems? { round.judged }

    /// The items whose verdicts are open: reviewers disagree, or somebody looked and could not tell.
    ///
    /// - Complexity: O(verdicts).
    var open: Set<UInt32> {
        var open: Set<UInt32> = []
        for (digest, items) in round.matched.items {
            guard let said = round.record.items[digest], !said.answers.isEmpty else { continue }
            if said.ruling == nil || said.ruling == .disputed { open.formUnion(items) }
        }
        return open
    }

    /// The name of the field that marks a line of a person's call.
    public static let fieldName = "redsieve_verdict"

    /// What the line of an item says about its verdict, as the member of a JSON object; nil where the rule stands.
    ///
    /// - Complexity: O(verdicts on the item + log m).
    func member(of item: Int, call: Bucket) -> [UInt8]? {
        guard let ruling = judged?.ruling(of: item), let said = round.said(of: UInt32(item)) else { return nil }
        let value: OrderedJSON = [
            "call": .string(call.name),
            "ruling": .string(Self.name(of: ruling)),
            "answers": Self.answers(said),
        ]
        var bytes: [UInt8] = []
        JSONText.append(Array(Self.fieldName.utf8), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        return bytes + value.bytes(.compact)
    }

    /// Who said what of an item, as lines of a set have it.
    ///
    /// - Complexity: O(answers log answers).
    public static func answers(_ said: ItemRecord) -> OrderedJSON {
        // In the order of names: the same verdicts give the same bytes, in whichever order they came.
        let answers = said.answers.filter { $0.verdict.ruling != nil }.sorted { $0.reviewer < $1.reviewer }
        return .array(
            answers.map { ["reviewer": .string($0.reviewer), "answer": .string($0.verdict.answer.rawValue)] }
        )
    }

    /// A ruling as lines of a set name it.
    public static func name(of ruling: Ruling) -> String {
        switch ruling {
        case .bucket(let bucket): bucket.name
        case .safe: "safe"
        case .disputed: "disputed"
        }
    }

    /// What manifests and summaries say: the items with a ruling, those whose ruling agrees with the rule, and those whose
    /// ruling overrides it.
    ///
    /// - Parameter sets: what is exported, where it was counted.
    /// - Complexity: O(verdicts).
    func record(at thresholds: Thresholds, sets: DistinctSets?) -> VerdictRecord {
        var said = VerdictRecord()
        (said.agree, said.override) = round.agreement(at: thresholds)
        said.total = said.agree + said.override
        var reviewers: [String: Int] = [:]
        var queues: [String: Int] = [:]
        for item in round.record.items.values {
            for line in item.answers {
                reviewers[line.reviewer, default: 0] += 1
                queues[line.verdict.queue.text, default: 0] += 1
            }
        }
        said.disputed = round.record.items.values.count { $0.ruling == .disputed }
        said.notInRound = round.matched.missing.count
        said.reviewers = NamedCounts(reviewers)
        said.queues = NamedCounts(queues)
        said.seed = "\(round.seed)"
        said.entries = round.record.verdictEntries
        said.statedError = statedError
        if let sets {
            said.statedError?.adversarial = statedError?.adversarial?.counting(prompts: sets.adversarialPrompts)
        }
        said.rehearsal = CertificateJournal(round.record).isRehearsal ? true : nil
        return said
    }
}
