internal import RoundModel

/// What of a round is exported at some thresholds, and how many distinct texts that is: 1 byte an item, and 8 a pair.
///
/// Unchecked: the traits never change once this is made, and nobody else has them.
final class Selection: @unchecked Sendable {
    let sets: DistinctSets
    /// The accepted responses by prompts; nil where only the sets were asked for.
    let prompts: PromptFigures?
    /// The pairs in the order of their chosen items; none but for formats of pairs.
    let pairs: [AnswerPair]
    /// What they come to; nil but for formats of pairs.
    let pairFigures: PairFigures?
    /// What was found of prompts that are not to be trained on; nil where nobody looked.
    let guarded: GuardFindings?
    private let traits: GrowingColumn<DistinctTraits>

    init(
        sets: DistinctSets,
        guarded: GuardFindings? = nil,
        traits: consuming GrowingColumn<DistinctTraits>,
        prompts: PromptFigures? = nil,
        pairs: [AnswerPair] = [],
        pairFigures: PairFigures? = nil
    ) {
        self.sets = sets
        self.guarded = guarded
        self.traits = traits
        self.prompts = prompts
        self.pairs = pairs
        self.pairFigures = pairFigures
    }

    /// The bucket of an item whose row is written; nil for one whose prompt or pair an earlier row has, or whose place another
    /// response to its prompt has, and for one that is left out.
    ///
    /// - Precondition: `0 <= item < traits.count`.
    func exportedBucket(of item: Int) -> Bucket? {
        let traits = traits(of: item)
        guard traits.isOfSet else { return .discarded }
        guard traits.contains(.exported) else { return nil }
        return traits.isAccepted ? .accepted : .adversarial
    }

    /// Whether an item stands for its pair among those that are not accepted.
    ///
    /// - Precondition: as for `exportedBucket`.
    func isRejected(_ item: Int) -> Bool {
        let traits = traits(of: item)
        return traits.isRejectable && traits.contains(.rejected)
    }

    private func traits(of item: Int) -> DistinctTraits {
        precondition(item >= 0 && item < traits.count, "item \(item) of \(traits.count)")
        return traits.start?[item] ?? []
    }
}
