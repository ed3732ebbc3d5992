internal import CampaignFile

/// Where the prompts of a round come from, by the digests of their parents.
public struct LineageFigures: Hashable, Sendable {
    /// Distinct prompts that name a parent.
    public var withParent = 0
    /// Those whose parent the round before has.
    public var fromRoundBefore = 0
    /// Those whose parent another earlier round has, and the round before does not.
    public var fromEarlier = 0
    /// Those whose parent only a later round has.
    public var fromLater = 0
    /// Those whose parent the same round has, and no other.
    public var fromSameRound = 0
    /// Those that are their own parent.
    public var fromThemselves = 0
    /// Those whose parent no round has.
    public var fromNowhere = 0
    /// Those whose parent several rounds have.
    public var fromSeveral = 0
    /// Those whose ancestors lead back to them.
    public var inCycles = 0
    /// Those that are hardly changed: BLEU against the parent of at least `barelyChanged`.
    public var barelyChanged = 0

    /// What Ferret's filter takes for a copy (Pala et al. 2024).
    public static let barelyChanged = 0.6

    /// Of all rounds; nil for one that does not say.
    ///
    /// - Complexity: O(prompts of all rounds × rounds × log prompts).
    static func all(_ settings: CampaignSettings, _ rounds: [KeptRound?], _ graph: PromptGraph) -> [LineageFigures?] {
        let cycles = graph.cycles
        return rounds.enumerated().map { number, round in
            guard let round, let parents = round.prompts.parents else { return nil }
            let own = settings.rounds[number].number
            let earlier = settings.before(number)
            var figures = LineageFigures()
            for (place, parent) in parents.keys.enumerated() where parent != 0 {
                figures.withParent += 1
                if Double(parents.likeness[place]) / 250 >= Self.barelyChanged { figures.barelyChanged += 1 }
                let key = round.prompts.keys[place]
                if cycles.contains(key) { figures.inCycles += 1 }
                guard parent != key else {
                    figures.fromThemselves += 1
                    continue
                }
                let holders = rounds.indices.filter { rounds[$0]?.prompts.place(of: parent) != nil }
                if holders.count > 1 { figures.fromSeveral += 1 }
                if let before = earlier.last, holders.contains(before) {
                    figures.fromRoundBefore += 1
                } else if holders.contains(where: { $0 != number && settings.rounds[$0].number < own }) {
                    figures.fromEarlier += 1
                } else if holders.contains(number) {
                    figures.fromSameRound += 1
                } else if holders.isEmpty {
                    figures.fromNowhere += 1
                } else {
                    figures.fromLater += 1
                }
            }
            return figures
        }
    }
}
