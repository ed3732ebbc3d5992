extension Proportion {
    /// How surprising the labels are if a share `broken` or more is wrong, at every moment while labels come in; for a
    /// population of unknown size.
    ///
    /// The limit of `FiniteSample.oneSidedPValue` for a large population: all shares below p are as likely, and
    ///
    ///     pˣ (1-p)ⁿ⁻ˣ / (1/p ∫₀ᵖ sˣ (1-s)ⁿ⁻ˣ ds) = p (n+1) P(Bin(n, p) = x) / P(Bin(n+1, p) > x),
    ///
    /// and 1 where the share found is p or more (Robbins 1970; Ville 1939).
    ///
    /// - Parameter broken: between 0 and 1.
    func oneSidedPValue(_ broken: Double) -> Double {
        guard Double(count) < broken * Double(trials) else { return 1 }
        let below = 1 - Special.binomialAtMost(count, of: trials + 1, broken)
        let likelihood = Special.binomialEqual(count, of: trials, broken)
        return min(1, broken * Double(trials + 1) * likelihood / below)
    }
}
