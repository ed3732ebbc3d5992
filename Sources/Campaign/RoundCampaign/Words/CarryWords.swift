internal import RoundModel

extension CarriedThresholds {
    /// One of the ways in which thresholds are carried over.
    public enum Way: String, CaseIterable, Sendable {
        case values = "same values"
        case quantiles = "same quantiles"
        case certified = "certified there"
    }

    /// What a way comes to; nil where nothing is certified.
    public subscript(_ way: Way) -> Carried? {
        switch way {
        case .values: values
        case .quantiles: quantiles
        case .certified: certified
        }
    }

    /// A way for a person to read: thresholds, and what they give.
    public func text(_ way: Way) -> String {
        guard let carried = self[way] else { return "nothing; \(values.needed)" }
        return way == .certified ? "\(carried.text); \(promise)" : carried.text
    }
}

extension CarriedThresholds.Carried {
    /// `θ adv 0.5, θ safety 0.8, θ help 0.4`.
    public var theta: String {
        ThresholdName.allCases.map { "\($0.title) \(DecimalText.significant(thresholds[$0], digits: 4))" }
            .joined(separator: ", ")
    }

    /// `A 1,204, C 600, D 190; 310 prompts, 580 pairs`.
    public var sizes: String {
        let counts = counts.buckets
        return "A \(DecimalText.grouped(counts.adversarial)), C \(DecimalText.grouped(counts.accepted)), "
            + "D \(DecimalText.grouped(counts.discarded)); "
            + "\(DecimalText.counted(adversarialPrompts, "prompt")), \(DecimalText.counted(acceptedPairs, "pair"))"
    }

    /// Both.
    public var text: String { "\(theta): \(sizes)" }

    /// How many items have to be checked for a certificate of each set.
    public var needed: String {
        let parts = zip(labels, ["adversarial", "accepted"]).compactMap { labels, name in
            labels.map { "\(DecimalText.grouped($0)) \(name)" }
        }
        guard !parts.isEmpty else { return "the sets are empty" }
        return
            "\(parts.joined(separator: " and ")) items to check, all correct, show that fewer than 5 % of each set are wrong"
    }
}

/// What the thresholds of one round come to in all others.
public struct CarriedCampaign: Sendable {
    /// The round that they are from.
    public let source: Int
    /// By the places of the others that are there.
    public let carried: [(place: Int, thresholds: CarriedThresholds)]

    /// - Complexity: O(n) over all rounds.
    public init(from source: Int, in states: [CampaignRoundState], _ question: CampaignQuestion) {
        self.source = source
        guard let round = states[source].kept else {
            carried = []
            return
        }
        let thresholds = question.thresholds[source] ?? round.thresholds.thresholds
        carried = states.enumerated().compactMap { place, state in
            guard place != source, let other = state.kept else { return nil }
            return (place, CarriedThresholds(thresholds, of: round, in: other, alpha: question.alpha))
        }
    }

    /// For a person to read.
    public func lines(_ figures: CampaignFigures) -> [String] {
        ["thresholds of \(figures.title(of: source)) in other rounds"]
            + carried.flatMap { place, carried in
                ["  \(figures.title(of: place))"]
                    + CarriedThresholds.Way.allCases.map { way in
                        let name = way.rawValue + String(repeating: " ", count: 19 - way.rawValue.count)
                        return "    \(name)\(carried.text(way))"
                    }
            }
    }
}
