internal import AuditStatistics
public import CampaignFile
public import PromptDiversity
public import ReviewAudit
internal import RoundModel

/// What thresholds do not change about a round: it is worked out once.
public struct SettledFigures: Sendable {
    /// Prompts that a round before of the same method has; nil in its first.
    public var seenBefore: Int?
    /// How much its prompts repeat one another.
    public var diversity: DiversityFigures?
    /// How the scores moved since the round before of the same method.
    public var drift: [ScoreDrift] = []
    /// Where its prompts come from.
    public var lineage: LineageFigures?
    /// An earlier round, by its place, that has the same rows; nil for none.
    public var sameAs: Int?
    /// For the prompts that the round before has too, the places of their least safe items there and here.
    var shared: [(before: UInt32, after: UInt32)] = []

    /// Nothing yet.
    public init() {}

    /// Those of all rounds.
    fileprivate static func all(
        _ settings: CampaignSettings,
        _ rounds: [KeptRound?],
        _ graph: PromptGraph
    ) -> [SettledFigures] {
        // The same number of prompts everywhere: the figures depend on it.
        let prompts = rounds.compactMap { $0?.sample.count }.filter { $0 > 1 }.min() ?? 0
        let lineages = LineageFigures.all(settings, rounds, graph)
        return rounds.enumerated().map { number, round in
            var figures = SettledFigures()
            guard let round else { return figures }
            let earlier = settings.before(number).compactMap { rounds[$0] }
            figures.diversity = DiversityFigures(Array(round.sample.prefix(min(prompts, settings.prompts))))
            figures.lineage = lineages[number]
            figures.sameAs = rounds[..<number].firstIndex { other in
                other.map { $0.fingerprint == round.fingerprint && $0.count == round.count } ?? false
            }
            guard let before = earlier.last else { return figures }
            figures.seenBefore = round.prompts.seen(in: earlier.map(\.prompts))
            figures.shared = before.prompts.shared(with: round.prompts).map { ($0.here, $0.there) }
            figures.drift = ScoreName.allCases.compactMap { name in
                try? ScoreDrift(name, RoundDrift(from: before.scores[name].sample, to: round.scores[name].sample))
            }
            return figures
        }
    }
}

/// What thresholds do not change about the rounds of a campaign.
public struct SettledCampaign: Sendable {
    /// By the places of the rounds.
    public var rounds: [SettledFigures]
    /// By the names of the methods; those whose prompts are followed through two rounds and more.
    public var families: [String: FamilyIndex] = [:]

    /// Nothing yet of so many rounds.
    public init(count: Int) { rounds = [SettledFigures](repeating: SettledFigures(), count: count) }

    /// - Parameter kept: those that are there, in the campaign's order; nil for one that is not.
    /// - Complexity: O(prompts of all rounds), and what diversity takes for each.
    public init(_ settings: CampaignSettings, _ kept: [KeptRound?]) {
        let graph = PromptGraph(kept)
        rounds = SettledFigures.all(settings, kept, graph)
        for method in settings.methods {
            families[method] = FamilyIndex(settings.places(of: method), kept, graph)
        }
    }
}

extension CampaignSettings {
    /// The places of the rounds of a method, by their numbers.
    public func places(of method: String) -> [Int] {
        rounds.indices.filter { rounds[$0].method == method }.sorted { rounds[$0].number < rounds[$1].number }
    }

    /// The methods, in the order in which they are listed first.
    public var methods: [String] {
        rounds.reduce(into: []) { methods, round in if !methods.contains(round.method) { methods.append(round.method) }
        }
    }

    /// The places of the rounds before one in its method, by their numbers.
    public func before(_ place: Int) -> [Int] {
        places(of: rounds[place].method).filter { rounds[$0].number < rounds[place].number }
    }
}
