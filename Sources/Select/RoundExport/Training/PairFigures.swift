/// What pairs of a chosen and a rejected response the prompts of a round gave.
public struct PairFigures: Hashable, Sendable {
    /// Pairs that are exported.
    public var pairs = 0
    /// Prompts that gave one or more.
    public var prompts = 0
    /// Prompts that have a response to choose, by how many they have to reject beside it: none, one, more.
    public var rejectable = (none: 0, one: 0, more: 0)
    /// Prompts with both, of which no pair has another text and the margin.
    public var withoutLead = 0
    /// Items that were left aside since their verdicts are open.
    public var open = 0
    /// The lead of the chosen response: the lowest, the quartiles, the highest; none without a pair.
    public var leads: [Double] = []

    public init() {}

    public static func == (one: PairFigures, other: PairFigures) -> Bool {
        one.parts == other.parts && one.leads == other.leads
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(parts)
        hasher.combine(leads)
    }

    private var parts: [Int] {
        [pairs, prompts, rejectable.none, rejectable.one, rejectable.more, withoutLead, open]
    }
}
