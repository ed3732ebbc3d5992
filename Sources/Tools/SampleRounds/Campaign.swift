import Basics

/// Makes the four rounds of one campaign: each round's prompts refine those that worked in the round before.
public struct Campaign {
    /// What counts as having worked, the program's default θ adv.
    private static let adversarialBelow = 0.5
    private static let rows = [2_016, 2_004, 2_021, 2_009]
    private static let invalidRows = [13, 10, 8, 6]

    private var random: SplitMix64
    private var prompts = PromptWriter()
    private var responses = ResponseWriter()
    private var parents: [Prompt] = []

    private init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The rounds of a campaign, the same for the same seed.
    ///
    /// - Complexity: O(n) for the about 8,000 rows, some tenths of a second in a release build.
    public static func rounds(seed: UInt64) -> [SampleRound] {
        var campaign = Campaign(seed: seed)
        return rows.indices.map { campaign.round($0 + 1) }
    }

    private mutating func round(_ number: Int) -> SampleRound {
        let count = Self.rows[number - 1]
        let oddities = oddities(round: number, among: count)
        let copies = copies(among: count)
        var items: [SampleItem] = []
        var worked: [Prompt] = []
        var deck: [Prompt] = []
        var prompt: Prompt?
        var samplesLeft = 0
        var kind: ResponseKind?
        while items.count < count {
            let id = Self.id(round: number, index: items.count)
            if copies.contains(items.count), let original = original(in: items) {
                items.append(original.copy(id: id))
                continue
            }
            if samplesLeft == 0 || prompt == nil {
                prompt = nextPrompt(round: number, deck: &deck)
                samplesLeft = 1 + random.weighted([58, 20, 12, 6, 4])
                kind = nil
            }
            guard let current = prompt else { break }
            samplesLeft -= 1
            // Responses to the same prompt are more alike than responses to different ones.
            let repeats = kind != nil && random.chance(0.35)
            let chosen = repeats ? kind ?? .complies : nextKind(round: number, style: current.style)
            kind = chosen
            let item = item(id, current, chosen, round: number, oddity: oddities[items.count])
            if item.isValid, item.safety.value < Self.adversarialBelow, worked.last?.text != current.text {
                worked.append(current)
            }
            items.append(item)
        }
        if number == 3 { items[1_204] = items[1_204].copy(id: items[1_203].id, isCopy: false) }
        parents = worked
        return SampleRound(number: number, items: items)
    }

    private mutating func item(
        _ id: String,
        _ prompt: Prompt,
        _ kind: ResponseKind,
        round: Int,
        oddity: RowOddity?
    ) -> SampleItem {
        let response = responses.answer(kind, to: prompt, random: &random)
        let scores = ScoreModel(round: round).scores(of: kind, length: response.utf8.count, random: &random)
        return SampleItem(
            id: id,
            prompt: prompt.text,
            response: response,
            safety: scores.safety,
            helpfulness: scores.helpfulness,
            category: prompt.category.name,
            attackStyle: prompt.style.rawValue,
            parentPrompt: prompt.parent,
            isCopy: false,
            oddity: oddity
        )
    }

    private mutating func nextPrompt(round: Int, deck: inout [Prompt]) -> Prompt {
        if deck.isEmpty { deck = random.shuffled(parents) }
        guard round > 1, let parent = deck.popLast() else { return prompts.seed(random: &random) }
        return prompts.refine(parent, round: round, random: &random)
    }

    private mutating func nextKind(round: Int, style: AttackStyle) -> ResponseKind {
        ResponseKind.allCases[random.weighted(ResponseKind.weights(round: round, pull: style.pull))]
    }

    /// Which rows are odd, and how.
    private mutating func oddities(round: Int, among count: Int) -> [Int: RowOddity] {
        let invalid = RowOddity.allCases.filter { !$0.isValid }
        var result: [Int: RowOddity] = [:]
        while result.count < Self.invalidRows[round - 1] {
            result[20 + random.below(count - 20)] = invalid[result.count % invalid.count]
        }
        let total = result.count + 2 + random.below(2)
        while result.count < total {
            let row = 20 + random.below(count - 20)
            if result[row] == nil { result[row] = result.count.isMultiple(of: 2) ? .quotedSafety : .quotedHelpfulness }
        }
        return result
    }

    /// Which rows repeat an earlier one.
    private mutating func copies(among count: Int) -> Set<Int> {
        var result: Set<Int> = []
        while result.count < 8 { result.insert(200 + random.below(count - 200)) }
        return result
    }

    private mutating func original(in items: [SampleItem]) -> SampleItem? {
        let plain = items.filter { $0.oddity == nil && !$0.isCopy }
        return random.pick(plain)
    }

    private static func id(round: Int, index: Int) -> String {
        let digits = String(index + 1)
        return "r\(round)-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}

extension SampleItem {
    fileprivate func copy(id: String, isCopy: Bool = true) -> SampleItem {
        SampleItem(
            id: id,
            prompt: prompt,
            response: response,
            safety: safety,
            helpfulness: helpfulness,
            category: category,
            attackStyle: attackStyle,
            parentPrompt: parentPrompt,
            isCopy: isCopy || self.isCopy,
            oddity: oddity
        )
    }
}
