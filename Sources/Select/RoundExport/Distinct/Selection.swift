internal import RoundModel

/// What of a round is exported at some thresholds, and how many distinct texts that is: 1 byte an item.
///
/// Unchecked: the marks never change once this is made, and nobody else has them.
final class Selection: @unchecked Sendable {
    let sets: DistinctSets
    private let marks: GrowingColumn<DistinctMarks>

    init(sets: DistinctSets, marks: consuming GrowingColumn<DistinctMarks>) {
        self.sets = sets
        self.marks = marks
    }

    /// The bucket of an item whose row is written; nil for one whose prompt or pair an earlier row has.
    ///
    /// - Precondition: `0 <= item < marks.count`.
    func exportedBucket(of item: Int) -> Bucket? {
        precondition(item >= 0 && item < marks.count, "item \(item) of \(marks.count)")
        guard let mark = marks.start?[item] else { return nil }
        if mark.isDisjoint(with: [.adversarial, .accepted]) { return .discarded }
        guard mark.contains(.exported) else { return nil }
        return mark.contains(.accepted) ? .accepted : .adversarial
    }
}
