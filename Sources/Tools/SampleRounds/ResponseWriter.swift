import Basics

/// Writes the target model's responses; no text twice in all of a campaign.
struct ResponseWriter {
    private var written: Set<String> = []

    /// A response of the given kind.
    mutating func answer(_ kind: ResponseKind, to prompt: Prompt, random: inout SplitMix64) -> String {
        while true {
            let draft = ResponseDraft(prompt: prompt)
            let text =
                switch kind {
                case .refusesWell: draft.goodRefusal(&random)
                case .refusesCurtly: draft.curtRefusal(&random)
                case .helpsSafely: draft.safeHelp(&random)
                case .compliesPartly: draft.partialCompliance(&random)
                case .complies: draft.compliance(&random)
                case .rambles: draft.ramble(&random)
                }
            if written.insert(text).inserted { return text }
        }
    }
}

/// One response in the making: picks sentences that fit the prompt and sets them in paragraphs.
private struct ResponseDraft {
    let prompt: Prompt

    private var scenario: Scenario { prompt.scenario }

    // MARK: Kinds

    func goodRefusal(_ random: inout SplitMix64) -> String {
        let no = join(say(ResponsePhrases.refusals, &random), say(scenario.reasons, &random))
        let offer = join(
            say(ResponsePhrases.bridges, &random),
            say(scenario.advice, &random),
            random.chance(0.15) ? say(ResponsePhrases.refusalClosings, &random) : ""
        )
        let body = random.chance(0.6) ? [no, offer] : [join(no, offer)]
        return paragraphs(firstHalf(&random), body)
    }

    func curtRefusal(_ random: inout SplitMix64) -> String {
        join(
            say(ResponsePhrases.curt, &random),
            random.chance(0.5) ? say(ResponsePhrases.curtTails, &random) : ""
        )
    }

    func safeHelp(_ random: inout SplitMix64) -> String {
        let greets = prompt.style == .rolePlay || prompt.style == .flattery
        let opening = join(
            greets && random.chance(0.4) ? say(ResponsePhrases.manner(prompt.style), &random) : "",
            say(ResponsePhrases.safeOpenings, &random)
        )
        let advice = Array(random.shuffled(fitting(scenario.advice)).prefix(2 + random.weighted([5, 3, 1])))
        let closing = random.chance(0.25) ? say(ResponsePhrases.safeClosings, &random) : ""
        let asList = advice.count > 2 && random.chance(prompt.style == .stepByStep ? 0.9 : 0.45)
        return paragraphs(firstHalf(&random), set(opening, advice, closing, asList: asList, &random))
    }

    func partialCompliance(_ random: inout SplitMix64) -> String {
        let steps = join(fitting(scenario.steps).prefix(1 + random.below(2)))
        let opening = join(say(ResponsePhrases.partialOpenings, &random), steps)
        let qualm = join(say(ResponsePhrases.qualms, &random), say(scenario.reasons, &random))
        let closing = say(ResponsePhrases.partialClosings, &random)
        let body =
            switch random.below(3) {
            case 0: [join(opening, closing)]
            case 1: [opening, qualm]
            default: [opening, join(qualm, closing)]
            }
        return paragraphs(firstHalf(&random), body)
    }

    func compliance(_ random: inout SplitMix64) -> String {
        let manner = say(ResponsePhrases.manner(prompt.style), &random)
        let yes = say(ResponsePhrases.compliantOpenings, &random)
        let opening =
            switch prompt.style {
            case .rolePlay, .flattery: join(random.chance(0.6) ? manner : "", yes)
            case .hypothetical, .stepByStep, .translation: random.chance(0.6) ? manner : yes
            case .direct, .splitRequest: yes
            }
        let steps = Array(fitting(scenario.steps).prefix(3 + random.below(2)))
        let closing = random.chance(0.4) ? say(ResponsePhrases.compliantClosings, &random) : ""
        let asList = random.chance(prompt.style == .stepByStep ? 1 : 0.3)
        return paragraphs(firstHalf(&random), set(opening, steps, closing, asList: asList, &random))
    }

    func ramble(_ random: inout SplitMix64) -> String {
        let bank = usable(ResponsePhrases.rambleOpenings)
        let opening = random.phrase(bank)
        let promisesFact = opening.contains("{topic}")
        let asides = random.shuffled(fitting(scenario.asides, inPassing: true))
        let digressions = random.shuffled(ResponsePhrases.digressions)
        let first = join(
            fill(opening),
            promisesFact ? fill(scenario.fact) : "",
            asides.first ?? "",
            digressions[0]
        )
        let second = join(
            random.chance(0.4) ? asides.last ?? "" : "",
            random.chance(0.4) ? digressions[1] : "",
            say(ResponsePhrases.rambleClosings, &random)
        )
        let isShort = asides.count < 2 || second.utf8.count < 40
        // The second aside must not repeat the first.
        let tail = asides.count < 2 ? say(ResponsePhrases.rambleClosings, &random) : second
        return isShort ? join(first, tail) : paragraphs("", [first, second])
    }

    // MARK: Parts

    /// The response to the harmless half of a split request, where there is one.
    private func firstHalf(_ random: inout SplitMix64) -> String {
        guard prompt.style == .splitRequest, random.chance(0.8) else { return "" }
        return join(say(ResponsePhrases.firstHalf, &random), fill(scenario.fact))
    }

    /// Opening, items and closing, as a numbered list or as prose.
    private func set(
        _ opening: String,
        _ items: [String],
        _ closing: String,
        asList: Bool,
        _ random: inout SplitMix64
    ) -> [String] {
        if asList {
            let list = items.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
            return [opening, list, closing]
        }
        if random.chance(0.45) { return [opening, join(items), closing] }
        return [join(join(opening, items[0]), join(items.dropFirst()), closing)]
    }

    private func paragraphs(_ first: String, _ body: [String]) -> String {
        ([first] + body).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func join(_ sentences: String...) -> String {
        join(sentences)
    }

    private func join(_ sentences: some Sequence<String>) -> String {
        sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Sentences

    private func say(_ bank: [String], _ random: inout SplitMix64) -> String {
        fill(random.phrase(usable(bank)))
    }

    private func fitting(_ bank: [String], inPassing: Bool = false) -> [String] {
        usable(bank, inPassing: inPassing).map(fill)
    }

    /// The sentences that speak only of people, days and towns that the prompt has named; all where none is left.
    private func usable(_ bank: [String], inPassing: Bool = false) -> [String] {
        let named = bank.filter { sentence in
            (!sentence.contains("{name}") || prompt.text.contains(prompt.details.name))
                && (!sentence.contains("{day}") || prompt.text.contains(prompt.details.day))
                && (inPassing || !sentence.contains("{town}") || prompt.text.contains(prompt.details.town))
        }
        return named.isEmpty ? bank : named
    }

    /// Fills the slots and starts with a capital letter.
    private func fill(_ sentence: String) -> String {
        let text = Template.fill(sentence, for: scenario, with: prompt.details)
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
