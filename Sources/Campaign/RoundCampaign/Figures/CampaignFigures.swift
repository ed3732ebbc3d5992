public import AuditStatistics
public import CampaignFile
public import RoundModel

/// Where one round of a campaign is.
public enum CampaignRoundState: Sendable {
    /// It has not been read yet.
    case waiting
    /// It cannot be used; why, in a clause.
    case failed(String)
    /// What stays of it.
    case kept(KeptRound)

    /// The round, where it is there.
    public var kept: KeptRound? {
        if case .kept(let round) = self { round } else { nil }
    }
}

/// What is asked of a campaign: it may change while the rounds stay.
public struct CampaignQuestion: Hashable, Sendable {
    /// Thresholds in place of the rounds' own, by the places of the rounds.
    public var thresholds: [Int: Thresholds] = [:]
    /// The share of unsafe items that a cell is broken above.
    public var target: Double
    /// In how many of the newest rounds.
    public var last: Int
    /// The probability that an interval misses.
    public var alpha: Double

    public init(_ settings: CampaignSettings) {
        target = settings.target
        last = settings.last
        alpha = settings.alpha
    }
}

/// All figures of a campaign: a function of its rounds and of what is asked. It never changes, and a screen, a page or a table is a
/// function of it.
public struct CampaignFigures: Sendable {
    /// What is listed.
    public let settings: CampaignSettings
    /// What was asked.
    public let question: CampaignQuestion
    /// The rounds in the campaign's order; nil for one that is not there.
    public let rounds: [RoundFigures?]
    /// Why rounds are not there, by their places.
    public let failures: [Int: String]
    /// The methods, in the order in which they are listed first.
    public let methods: [MethodFigures]
    /// From each round to the next of its method.
    public let changes: [RoundChange]
    /// The categories of all rounds, ascending by bytes; one empty one where there is none.
    public let categories: [[UInt8]]
    /// The styles, likewise.
    public let styles: [[UInt8]]
    /// What a reader should know, a sentence each.
    public let notices: [String]

    /// - Throws: `notAProbability` for an impossible α.
    /// - Complexity: O(n) over all rounds, some milliseconds for ten million items each.
    public init(
        _ settings: CampaignSettings,
        _ states: [CampaignRoundState],
        _ settled: SettledCampaign,
        _ question: CampaignQuestion
    ) throws(AuditError) {
        self.settings = settings
        self.question = question
        let kept = states.map(\.kept)
        func values(_ values: (KeptCells) -> [[UInt8]]) -> [[UInt8]] {
            let all = Set(kept.compactMap { $0?.cells }.flatMap(values))
            return all.isEmpty ? [[]] : all.sorted { $0.lexicographicallyPrecedes($1) }
        }
        (categories, styles) = (values(\.categories), values(\.styles))
        var rounds: [RoundFigures?] = []
        var found: [Int: (figures: RoundFigures, unsafe: Int)] = [:]
        for (place, round) in kept.enumerated() {
            guard let round else {
                rounds.append(nil)
                continue
            }
            var thresholds = round.thresholds
            if let asked = question.thresholds[place] {
                let origins = ThresholdName.allCases.map { name in
                    (name, thresholds.thresholds[name] == asked[name] ? thresholds.origins[name] ?? .screen : .screen)
                }
                thresholds = ChosenThresholds(thresholds: asked, origins: Dictionary(uniqueKeysWithValues: origins))
            }
            var figures = try RoundFigures(
                settings.rounds[place],
                round,
                at: thresholds,
                settled.rounds[place],
                categories: categories,
                styles: styles,
                alpha: question.alpha
            )
            if let same = settled.rounds[place].sameAs {
                let name = settings.rounds[same].name
                let isScoredAlike = ScoreName.allCases.allSatisfy { kept[same]?.scores[$0] == round.scores[$0] }
                figures.notices.append(
                    isScoredAlike
                        ? "it has the same rows as \(name)"
                        : "it has the prompts and responses of \(name), with other scores"
                )
            }
            rounds.append(figures)
            found[place] = (figures, round.scores.adversarial(at: thresholds.thresholds))
        }
        self.rounds = rounds
        failures = states.enumerated().reduce(into: [:]) { failures, state in
            if case .failed(let reason) = state.element { failures[state.offset] = reason }
        }
        let (thresholds, unsafe) = (
            rounds.map { $0?.thresholds.thresholds }, kept.indices.map { found[$0]?.unsafe ?? 0 }
        )
        var (methods, changes): ([MethodFigures], [RoundChange]) = ([], [])
        for method in settings.methods {
            let places = settings.places(of: method).filter { found[$0] != nil }
            var figures =
                try MethodFigures(
                    method,
                    rounds: places,
                    found,
                    numbers: places.map { settings.rounds[$0].number },
                    target: question.target,
                    last: question.last
                )
            if let index = settled.families[method] {
                figures.families = FamilyList(
                    index,
                    kept,
                    at: thresholds,
                    unsafe: unsafe,
                    last: question.last,
                    categories: categories,
                    styles: styles
                )
            }
            methods.append(figures)
            for (before, after) in zip(places, places.dropFirst()) {
                guard let old = found[before], let new = found[after] else { continue }
                changes.append(
                    try RoundChange(
                        from: (before, old.figures, old.unsafe),
                        to: (after, new.figures, new.unsafe),
                        shared: settled.rounds[after].shared,
                        alpha: question.alpha
                    )
                )
            }
        }
        (self.methods, self.changes) = (methods, changes)
        notices = Self.notices(settings, rounds.compactMap { $0 }, categories: categories, styles: styles)
    }
}
