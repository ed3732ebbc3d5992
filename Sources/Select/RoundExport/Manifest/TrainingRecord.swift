public import RoundModel

/// What a manifest says of the choices that its training sets were made by, and of what they came to.
public struct TrainingRecord: Codable, Hashable, Sendable {
    /// Which accepted responses to a prompt are exported.
    public var perPrompt: PerPrompt
    /// What the best one is best by; nil where it is not asked for.
    public var bestBy: BestBy?
    /// What the random choice was made with, in decimal digits: not all readers of JSON keep 64 bits. Nil for no such choice.
    public var seed: String?
    /// The prompts with an accepted response.
    public var prompts: PromptRecord
    /// Which responses are rejected; nil in formats without.
    public var rejected: RejectedBy?
    /// The least lead; nil for any.
    public var margin: Double?
    /// The most pairs of a prompt; nil in formats without pairs.
    public var pairsPerPrompt: Int?
    /// What pairs came to; nil in formats without rejected responses.
    public var pairs: PairRecord?
    /// What the adversarial model is asked for; nil where prompts go out alone or as rows.
    public var attackTemplate: String?
    /// Chats with a turn that is no text, and is written as its JSON; nil for none.
    public var otherTurns: Int?
    /// True where LLaMA-Factory's description lies beside the sets; else nil.
    public var describesForLLaMAFactory: Bool?

    private enum CodingKeys: String, CodingKey {
        case perPrompt = "per_prompt"
        case bestBy = "best_by"
        case seed, prompts, rejected, margin
        case pairsPerPrompt = "pairs_per_prompt"
        case pairs
        case attackTemplate = "attack_template"
        case otherTurns = "turns_as_json"
        case describesForLLaMAFactory = "dataset_info"
    }

    /// - Parameters:
    ///   - hasParents: whether adversarial prompts go out with their parents.
    ///   - otherTurns: from 0.
    init(
        _ choices: TrainingChoices,
        _ format: ExportFormat,
        _ prompts: PromptFigures,
        _ pairs: PairFigures?,
        hasParents: Bool,
        otherTurns: Int
    ) {
        perPrompt = choices.perPrompt
        bestBy = choices.perPrompt == .best ? choices.bestBy : nil
        seed = choices.perPrompt == .random ? "\(choices.seed)" : nil
        self.prompts = PromptRecord(prompts, countsTies: choices.perPrompt == .best)
        rejected = format.hasRejected ? choices.rejected : nil
        margin = format == .preference ? choices.margin : nil
        pairsPerPrompt = format == .preference ? choices.pairsPerPrompt : nil
        self.pairs = pairs.map { PairRecord($0, hasPairs: format == .preference) }
        attackTemplate = format != .rows && hasParents ? choices.attackTemplate.text : nil
        self.otherTurns = otherTurns > 0 ? otherTurns : nil
        describesForLLaMAFactory = choices.describesForLLaMAFactory ? true : nil
    }

    /// The choices, to make the same again; what plays no part in it is as it usually is.
    public var choices: TrainingChoices {
        var choices = TrainingChoices()
        choices.perPrompt = perPrompt
        if let bestBy { choices.bestBy = bestBy }
        if let seed = seed.flatMap({ UInt64($0) }) { choices.seed = seed }
        if let rejected { choices.rejected = rejected }
        choices.margin = margin
        if let pairsPerPrompt, (1...TrainingChoices.mostPairs).contains(pairsPerPrompt) {
            choices.pairsPerPrompt = pairsPerPrompt
        }
        if let template = attackTemplate.flatMap({ AttackTemplate($0) }) { choices.attackTemplate = template }
        choices.describesForLLaMAFactory = describesForLLaMAFactory ?? false
        return choices
    }
}

/// The prompts with an accepted response.
public struct PromptRecord: Codable, Hashable, Sendable {
    /// How many there are.
    public var count: Int
    /// The most distinct accepted responses that one has.
    public var largest: Int
    /// How many have so many, by that number; the last one stands for more as well.
    public var responses: SizeCounts
    /// Prompts of which several are equally the best; nil where none is chosen by scores.
    public var ties: Int?
    /// Distinct accepted pairs that are left out in favour of another one.
    public var leftOut: Int

    private enum CodingKeys: String, CodingKey {
        case count, largest, responses, ties
        case leftOut = "left_out"
    }

    init(_ figures: PromptFigures, countsTies: Bool) {
        count = figures.prompts
        largest = figures.largest
        responses = SizeCounts(figures.sizes)
        ties = countsTies ? figures.ties : nil
        leftOut = figures.leftOut
    }
}

/// Counts by numbers: in JSON an object whose keys ascend.
public struct SizeCounts: Codable, Hashable, Sendable {
    /// The count of each number.
    public var counts: [Int: Int]

    init(_ counts: [Int: Int]) { self.counts = counts }

    public init(from decoder: any Decoder) throws {
        let named = try [String: Int](from: decoder)
        counts = Dictionary(named.compactMap { name, count in Int(name).map { ($0, count) } }) { one, _ in one }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
            try container.encode(count, forKey: AnyKey("\(number)"))
        }
    }
}

/// What pairs of a chosen and a rejected response came to.
public struct PairRecord: Codable, Hashable, Sendable {
    /// Pairs; nil in formats that label responses one by one, and so is all but the last.
    public var count: Int?
    /// Prompts that gave some.
    public var prompts: Int?
    /// Prompts with a response to choose, and with none, one or more rows to reject beside it.
    public var rejectable: Rejectable?
    /// Prompts with both, of which no pair has another text and the margin.
    public var withoutLead: Int?
    /// How much the chosen responses lead: the lowest, the quartiles and the highest; nil for no pair.
    public var leads: [Double]?
    /// Items that are in none since their verdicts are open.
    public var open: Int

    public struct Rejectable: Codable, Hashable, Sendable {
        var none: Int
        var one: Int
        var more: Int
    }

    private enum CodingKeys: String, CodingKey {
        case count, prompts, rejectable
        case withoutLead = "without_lead"
        case leads
        case open = "open_verdicts"
    }

    init(_ figures: PairFigures, hasPairs: Bool) {
        open = figures.open
        guard hasPairs else { return }
        count = figures.pairs
        prompts = figures.prompts
        rejectable = Rejectable(
            none: figures.rejectable.none,
            one: figures.rejectable.one,
            more: figures.rejectable.more
        )
        withoutLead = figures.withoutLead
        leads = figures.leads.isEmpty ? nil : figures.leads
    }
}
