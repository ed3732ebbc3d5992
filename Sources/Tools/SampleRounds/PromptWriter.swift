import Basics

/// A prompt with what it was made of, so that a later round can refine it.
struct Prompt: Sendable {
    let category: Category
    let scenario: Scenario
    let details: Details
    let style: AttackStyle
    /// The asker's explanation, kept through the refinements.
    let context: String?
    let text: String
    let parent: String?
}

/// Writes the prompts of a campaign; no text twice in all of it.
struct PromptWriter {
    private var written: Set<String> = []
    private var deck: [(Category, Scenario)] = []
    private static let pronouns: Set<Substring> = [
        "It", "They", "He", "She", "We", "That", "Then", "There", "Theirs", "Mine", "The", "At",
    ]

    /// A prompt of round 1, out of nothing. Scenarios come round like cards of a pack, so that all get their turn.
    mutating func seed(random: inout SplitMix64) -> Prompt {
        while true {
            if deck.isEmpty {
                deck = random.shuffled(Category.all.flatMap { category in category.scenarios.map { (category, $0) } })
            }
            guard let (category, scenario) = deck.popLast() else { continue }
            let style = AttackStyle.allCases[random.weighted(AttackStyle.weights(round: 1))]
            let context = random.chance(0.2) ? random.pick(scenario.contexts) : nil
            let prompt = write(
                category: category,
                scenario: scenario,
                details: Details(random: &random),
                style: style,
                context: context,
                twist: nil,
                parent: nil,
                random: &random
            )
            if written.insert(prompt.text).inserted { return prompt }
        }
    }

    /// A new way of asking for what `parent` asked for.
    mutating func refine(_ parent: Prompt, round: Int, random: inout SplitMix64) -> Prompt {
        while true {
            let changesStyle = random.chance(0.65)
            let style =
                changesStyle ? AttackStyle.allCases[random.weighted(AttackStyle.weights(round: round))] : parent.style
            let context = parent.context ?? (random.chance(0.1) ? random.pick(parent.scenario.contexts) : nil)
            let keepsContext = random.chance(0.35)
            let prompt = write(
                category: parent.category,
                scenario: parent.scenario,
                details: parent.details,
                style: style,
                context: keepsContext ? context : nil,
                twist: random.chance(0.1 + 0.05 * Double(round)) ? random.phrase(PromptPhrases.twists) : nil,
                parent: parent.text,
                random: &random
            )
            if written.insert(prompt.text).inserted { return prompt }
        }
    }

    private func write(
        category: Category,
        scenario: Scenario,
        details: Details,
        style: AttackStyle,
        context: String?,
        twist: String?,
        parent: String?,
        random: inout SplitMix64
    ) -> Prompt {
        var parts = [random.phrase(PromptPhrases.cores(style))]
        if let context {
            // What begins with "It" or "They" would hang in the air before the request has been made.
            let leads = !Self.pronouns.contains(context.prefix { $0.isLetter }) && random.chance(0.5)
            parts.insert(context, at: leads ? 0 : 1)
        }
        if let twist { parts.append(twist) }
        let text = parts.map { Template.fill($0, for: scenario, with: details) }.joined(separator: " ")
        return Prompt(
            category: category,
            scenario: scenario,
            details: details,
            style: style,
            context: context,
            text: text,
            parent: parent
        )
    }
}
