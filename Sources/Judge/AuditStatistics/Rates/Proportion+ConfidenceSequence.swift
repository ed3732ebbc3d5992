extension Proportion {
    /// The interval that may be watched while labels come in: with probability 1 - α it holds the truth at every
    /// moment.
    ///
    /// {p : B(1+x, 1+n-x) / (pˣ (1-p)ⁿ⁻ˣ) < 1/α}, the mixture martingale with a uniform prior (Robbins 1970; Ville
    /// 1939). The ratio is 1 / ((n+1) P(X = x)) for X ~ Binomial(n, p), which is what is computed.
    ///
    /// - Parameter alpha: between 0 and 1.
    public func confidenceSequence(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        guard let value else { return .everyShare }
        let scale = Double(trials + 1)
        func isInside(_ share: Double) -> Bool { scale * Special.binomialEqual(count, of: trials, share) > alpha }
        return Interval(
            lower: count == 0 ? 0 : MonotoneSearch.crossing(from: 0, to: value, where: isInside),
            upper: count == trials ? 1 : MonotoneSearch.crossing(from: 1, to: value, where: isInside)
        )
    }
}
