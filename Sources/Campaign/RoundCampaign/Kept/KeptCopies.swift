internal import RoundModel

/// The items whose (prompt, response) pair several have: what tells distinct pairs from items at any thresholds.
struct KeptCopies: Sendable {
    /// The scores of the items with the same pair, one pair after the other.
    private var scores: [Scores] = []
    /// Where each pair ends.
    private var ends: [Int] = []

    mutating func append(_ pair: [Scores]) {
        scores += pair
        ends.append(scores.count)
    }

    /// How many items repeat the pair of another item of the same kind.
    ///
    /// - Complexity: O(copies).
    func repeats(_ isCounted: (Scores) -> Bool) -> Int {
        var (start, repeats) = (0, 0)
        for end in ends {
            repeats += max(0, scores[start..<end].count(where: isCounted) - 1)
            start = end
        }
        return repeats
    }
}
