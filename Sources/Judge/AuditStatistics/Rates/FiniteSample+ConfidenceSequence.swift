extension FiniteSample {
    /// The wrong items of the population, at every moment while labels come in, with probability 1 - α over all of
    /// them.
    ///
    /// The prior-posterior ratio of Waudby-Smith and Ramdas (arXiv 2006.04347) with a uniform prior on 0...N:
    /// {K : prior(K) / posterior(K) < 1/α}. Since Σ_K C(K, x) C(N-K, n-x) = C(N+1, n+1), the ratio is
    /// 1 / ((n+1) P(X = x | K)). It falls to a point when all are checked.
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Complexity: O(log N) probabilities, each O(1).
    public func confidenceSequence(alpha: Double) throws(AuditError) -> CountInterval {
        try Check.probability(alpha, .alpha)
        let mode = likeliest
        func isInside(_ number: Int) -> Bool {
            Double(checked + 1) * Special.drawEqual(wrong, of: checked, counted: number, population: population) > alpha
        }
        return CountInterval(
            lower: MonotoneSearch.first(in: possible.lowerBound...mode, where: isInside) ?? mode,
            upper: MonotoneSearch.last(in: mode...possible.upperBound, where: isInside) ?? mode
        )
    }

    /// The number of wrong items that makes the sample likeliest: P(X = x | K) rises while K < x(N+1)/n, then falls.
    var likeliest: Int {
        guard checked > 0 else { return possible.lowerBound }
        let (high, low) = wrong.multipliedFullWidth(by: population + 1)
        let mode = checked.dividingFullWidth((high, low)).quotient
        return min(max(mode, possible.lowerBound), possible.upperBound)
    }
}
