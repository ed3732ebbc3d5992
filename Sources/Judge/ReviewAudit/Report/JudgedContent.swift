import AuditStatistics
import RoundModel
import Verdicts

/// What people said about one content, as far as samples and exports are about it.
struct JudgedContent {
    /// The content.
    let digest: ItemDigest
    /// The items that have it, ascending; none where the round has lost it.
    var items: [UInt32]
    /// The scores that its first verdict was given at: where it was before the round lost it.
    let recorded: Scores
    /// What was said in a sample; nil for nothing. It stays what it is, whatever is said outside of samples later.
    let label: SampleLabel?
    /// How far the order had come with its labels, and the scores that they were given at: the numbers that were drawn, its own or in a
    /// review of before that of a copy.
    let reached: [(scores: Scores, number: Double)]
    /// What those make of it whose first verdict was given blind in a sample: what they say on their own. Nil for nobody.
    let blindLabel: SampleLabel?
    /// What each reviewer said on their own, blind in a sample, in the order in which they did.
    let blindAnswers: [(reviewer: String, label: SampleLabel)]
    /// True where it has no label, and somebody passed it over in a sample.
    let isPassedOver: Bool
    /// The turn in the journal of the first verdict in a sample, also of one that was taken back; nil for none.
    let sampledAt: Int?
    /// What those make of it who looked at it outside of samples; nil for nobody.
    let hunted: SampleLabel?
    /// The turn in the journal of the first such verdict that holds.
    let huntedAt: Int?
    /// What decides where it is exported to; nil where the rule does.
    let ruling: Ruling?

    /// - Parameter seed: what the samples of the buckets are drawn with.
    init?(_ said: ItemRecord, _ digest: ItemDigest, items: [UInt32], seed: UInt64) {
        guard let first = said.lines.first else { return nil }
        self.digest = digest
        self.items = items
        recorded = first.verdict.scores
        let answers = said.sampleAnswers(drawnWith: seed)
        label = SampleLabel(answers)
        let firsts = answers.isEmpty ? [] : said.firstVerdicts
        let blind = firsts.filter { $0.manner == .blind && $0.line.verdict.isOfSample(drawnWith: seed) }.map(\.line)
        blindLabel = SampleLabel(blind)
        blindAnswers = blind.compactMap { line in SampleLabel([line]).map { (line.reviewer, $0) } }
        isPassedOver = label == nil && !answers.isEmpty
        let number = EstimationQueue.number(ofContent: digest.high, seed: seed).value
        reached = answers.compactMap { line in
            guard line.verdict.isOfSample(drawnWith: seed) else { return nil }
            guard let draw = line.verdict.draw else { return (line.verdict.scores, number) }
            return draw.seed == seed ? (line.verdict.scores, draw.number) : nil
        }
        sampledAt = said.lines.first { $0.verdict.isOfSample(drawnWith: seed) }?.turn
        let looks = said.huntedAnswers
        hunted = SampleLabel(looks)
        huntedAt = said.lines.first { !$0.isRevoked && $0.verdict.isHunted }?.turn
        ruling = said.ruling
    }

    /// What is known of it; nil where nobody looked at it.
    var known: SampleLabel? { label ?? hunted }
}

/// What people who looked at an item say about it.
enum SampleLabel: Hashable {
    case ruling(Ruling)
    /// Nobody could tell, or they disagree.
    case unsure

    /// Nil where all passed it over.
    init?(_ answers: [ItemRecord.Line]) {
        switch ItemRecord.ruling(of: answers) {
        case .disputed: self = .unsure
        case .some(let ruling): self = .ruling(ruling)
        case nil:
            guard answers.contains(where: { $0.verdict.answer == .unsure }) else { return nil }
            self = .unsure
        }
    }

    /// Where it puts an item; nil for nowhere.
    func bucket(_ scores: Scores, _ thresholds: Thresholds) -> Bucket? {
        if case .ruling(let ruling) = self { ruling.bucket(scores, thresholds) } else { nil }
    }
}

extension Verdict {
    /// True where somebody looked at the item outside of a sample and gave a ruling.
    fileprivate var isHunted: Bool {
        switch queue {
        case .hunt, .list: !isOfManyAtOnce && ruling != nil
        case .settlement: ruling != nil
        case .estimation, .certificate, .repetition: false
        }
    }
}
