extension Population {
    /// Calls `body` with each item and one of its scores, by ascending score, equal ones as in the round.
    ///
    /// - Parameter isCancelled: asked some dozen times.
    /// - Returns: false where `isCancelled` came to be true; then not all were gone through.
    /// - Complexity: O(n log n) on one core; holds about 3 bytes an item meanwhile.
    @discardableResult
    public func forEach(
        ascending score: ScoreName,
        isCancelled: () -> Bool = { false },
        _ body: (_ item: UInt32, _ score: Double) -> Void
    ) -> Bool {
        ScoreOrdering(population: self, score: score).forEach(isCancelled: isCancelled, body)
    }
}
