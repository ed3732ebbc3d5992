internal import RoundModel

/// What of a round is exported at some thresholds, and how many distinct texts that is: 1 byte an item.
///
/// Unchecked: the traits never change once this is made, and nobody else has them.
final class Selection: @unchecked Sendable {
    let sets: DistinctSets
    private let traits: GrowingColumn<DistinctTraits>

    init(sets: DistinctSets, traits: consuming GrowingColumn<DistinctTraits>) {
        self.sets = sets
        self.traits = traits
    }

    /// The bucket of an item whose row is written; nil for one whose prompt or pair an earlier row has.
    ///
    /// - Precondition: `0 <= item < traits.count`.
    func exportedBucket(of item: Int) -> Bucket? {
        precondition(item >= 0 && item < traits.count, "item \(item) of \(traits.count)")
        guard let traits = traits.start?[item] else { return nil }
        if traits.isDisjoint(with: [.adversarial, .accepted]) { return .discarded }
        guard traits.contains(.exported) else { return nil }
        return traits.contains(.accepted) ? .accepted : .adversarial
    }
}
