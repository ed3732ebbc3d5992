extension ScoreColumns {
    /// The distribution of a score while a round is still being read: the ends are exact, mean and quantiles come from
    /// an even sample. It is exact throughout where the items are no more than `sample`.
    ///
    /// - Parameter sample: the most items to sort, beside the two ends; above 0.
    /// - Returns: nil for a round without items.
    /// - Complexity: O(n + sample log sample).
    public func provisionalSummary(of name: ScoreName, sample: Int = 20_000) -> ScoreSummary? {
        guard count > sample else { return summary(of: name) }
        let stride = (count + sample - 1) / max(1, sample)
        var values: [Double] = []
        values.reserveCapacity(sample + 2)
        let (low, high) = ends(of: name)
        forEachBlock { first, safety, help in
            let scores = name == .safety ? safety : help
            // The first multiple of the stride in this block.
            var index = (stride - first % stride) % stride
            while index < scores.count {
                values.append(scores[index])
                index += stride
            }
        }
        values.append(low)
        values.append(high)
        values.sort()
        return values.withUnsafeBufferPointer { ScoreSummary(ascending: $0) }
    }
}
