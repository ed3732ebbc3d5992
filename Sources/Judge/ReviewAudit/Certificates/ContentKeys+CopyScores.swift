import RoundModel

extension ContentKeys {
    /// The scores of all copies of some items, by content.
    ///
    /// - Parameter isWanted: the scores that count.
    /// - Complexity: O(n), shared among the cores.
    func copyScores(
        of items: [UInt32],
        in columns: ScoreColumns,
        where isWanted: (Scores) -> Bool = { _ in true }
    ) -> [UInt64: [Scores]] {
        var copies: [UInt64: [Scores]] = [:]
        for item in self.items(withKeyIn: Set(items.compactMap { self[Int($0)] })) {
            guard let key = self[Int(item)], let scores = columns.scores(of: Int(item)), isWanted(scores) else {
                continue
            }
            copies[key, default: []].append(scores)
        }
        return copies
    }
}
