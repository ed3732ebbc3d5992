/// A share that was seen through the errors of those who judged, and what it is without them (Rogan and Gladen 1978,
/// "Estimating prevalence from the results of a screening test").
///
/// Of the items that are wrong a reviewer calls some right, 1 - Se of them, and of the others some wrong, 1 - Sp. Seen is p =
/// π Se + (1 - π)(1 - Sp), so that π = (p + Sp - 1) / (Se + Sp - 1).
public struct CorrectedRate: Hashable, Sendable {
    /// The share that was seen.
    public let seen: Proportion
    /// Of items known to be of the kind counted, those that were called so.
    public let sensitivity: Proportion
    /// Of items known not to be, those that were not.
    public let specificity: Proportion

    /// - Throws: `empty` where one of them has no trials.
    public init(seen: Proportion, sensitivity: Proportion, specificity: Proportion) throws(AuditError) {
        guard seen.trials > 0, sensitivity.trials > 0, specificity.trials > 0 else { throw .empty(.checked) }
        self.seen = seen
        self.sensitivity = sensitivity
        self.specificity = specificity
    }

    private var shares: (p: Double, se: Double, sp: Double) {
        (seen.value ?? 0, sensitivity.value ?? 0, specificity.value ?? 0)
    }

    /// π, which may lie outside of 0 to 1 where fewer or more were seen than the errors alone would make; nil where
    /// judging says nothing (Se + Sp ≤ 1).
    public var unclipped: Double? {
        let (p, se, sp) = shares
        return se + sp > 1 ? (p + sp - 1) / (se + sp - 1) : nil
    }

    /// π within 0 to 1; nil where judging says nothing.
    public var value: Double? { unclipped.map { min(1, max(0, $0)) } }

    /// The variance of π by linearisation, with that of Se and Sp: (p(1-p)/n + π² Se(1-Se)/n_Se + (1-π)² Sp(1-Sp)/n_Sp)
    /// / (Se + Sp - 1)². Nil where judging says nothing.
    public var variance: Double? {
        guard let unclipped else { return nil }
        return Self.variance(
            unclipped,
            (shares.p, Double(seen.trials)),
            (shares.se, Double(sensitivity.trials)),
            (shares.sp, Double(specificity.trials))
        )
    }

    /// The interval of Lang and Reiczigel 2014 ("Confidence limits for prevalence of disease adjusted for estimated
    /// sensitivity and specificity", section 2): z²/2 and one answer more of either kind, and the shift that follows.
    ///
    /// - Returns: every share where judging says nothing.
    public func langReiczigel(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        let z = Special.twoSidedNormal(alpha)
        func widened(_ proportion: Proportion, by more: Double) -> (share: Double, trials: Double) {
            let trials = Double(proportion.trials) + more
            return ((Double(proportion.count) + more / 2) / trials, trials)
        }
        let seen = widened(seen, by: z * z)
        let (sensitivity, specificity) = (widened(sensitivity, by: 2), widened(specificity, by: 2))
        let youden = sensitivity.share + specificity.share - 1
        guard youden > 0 else { return .everyShare }
        let rate = (seen.share + specificity.share - 1) / youden
        let shift =
            2 * z * z
            * (rate * sensitivity.share * (1 - sensitivity.share) / sensitivity.trials
                - (1 - rate) * specificity.share * (1 - specificity.share) / specificity.trials)
        let error = Self.variance(rate, seen, sensitivity, specificity).squareRoot()
        return Interval.around(rate + shift, z * error).clippedToShares
    }

    private static func variance(
        _ rate: Double,
        _ seen: (share: Double, trials: Double),
        _ sensitivity: (share: Double, trials: Double),
        _ specificity: (share: Double, trials: Double)
    ) -> Double {
        func part(_ of: (share: Double, trials: Double)) -> Double { of.share * (1 - of.share) / of.trials }
        let youden = sensitivity.share + specificity.share - 1
        let sum = part(seen) + rate * rate * part(sensitivity) + (1 - rate) * (1 - rate) * part(specificity)
        return sum / (youden * youden)
    }
}
