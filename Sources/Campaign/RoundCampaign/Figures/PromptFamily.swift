internal import AuditStatistics
public import RoundModel

/// A prompt in the rounds of a campaign, with what it was made from and what was made from it.
public struct PromptFamily: Hashable, Sendable {
    /// From the oldest known ancestor to the parent.
    public var ancestors: [Member]
    /// The prompt itself, in every round that has it.
    public var own: [Member]
    /// What was made from it, generation by generation.
    public var descendants: [Member]

    /// A prompt in a round.
    public struct Member: Hashable, Sendable {
        /// The round's place in the campaign.
        public var round: Int
        /// Its least safe item there.
        public var item: Int
        /// How many generations it is away, from 1; 0 for the prompt itself.
        public var generation: Int
        /// The scores of that item.
        public var scores: Scores
        /// Where the round's thresholds put it.
        public var bucket: Bucket
        /// BLEU against its own parent; nil where it names none.
        public var likeness: Double?
    }

    /// Members that are told at most on either side.
    public static let limit = 1000

    /// The family of the prompt of an item; empty where no round keeps parents.
    ///
    /// - Parameter thresholds: of each round.
    /// - Complexity: O(prompts of all rounds × generations).
    public init(of key: UInt64, in rounds: [KeptRound?], at thresholds: [Thresholds?]) {
        func members(_ key: UInt64, _ generation: Int) -> [Member] {
            rounds.enumerated().compactMap { number, round in
                guard let round, let parents = round.prompts.parents, let place = round.prompts.place(of: key),
                    let theta = thresholds[number]
                else { return nil }
                let safety = round.scores.safety.sample.value(atRank: Int(round.prompts.places[place]))
                let scores = Scores(safety: safety, helpfulness: parents.helpfulness[place])
                return Member(
                    round: number,
                    item: Int(parents.items[place]),
                    generation: generation,
                    scores: scores,
                    bucket: theta.bucket(scores, nil),
                    likeness: parents.keys[place] == 0 ? nil : Double(parents.likeness[place]) / 250
                )
            }
        }
        own = members(key, 0)
        let graph = ParentGraph(rounds)
        var (seen, above, next): (Set<UInt64>, [[Member]], UInt64?) = ([key], [], graph.parent(of: key))
        while let parent = next, seen.insert(parent).inserted, above.count < Self.limit {
            above.append(members(parent, above.count + 1))
            next = graph.parent(of: parent)
        }
        ancestors = above.reversed().flatMap { $0 }
        descendants = []
        var (generation, parents): (Int, Set<UInt64>) = (1, [key])
        while !parents.isEmpty, descendants.count < Self.limit {
            var children: Set<UInt64> = []
            for case let round? in rounds {
                guard let known = round.prompts.parents else { continue }
                for (child, parent) in zip(round.prompts.keys, known.keys) where parents.contains(parent) {
                    if seen.insert(child).inserted { children.insert(child) }
                }
            }
            for child in children.sorted() { descendants += members(child, generation) }
            (generation, parents) = (generation + 1, children)
        }
        descendants = Array(descendants.prefix(Self.limit))
    }

    /// What tells a prompt from all others; nil for a round without texts.
    public static func key(of prompt: [UInt8]) -> UInt64 { prompt.withUnsafeBytes { PromptKey.of($0) } }
}
