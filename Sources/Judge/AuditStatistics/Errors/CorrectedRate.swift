/// A share that was seen through the errors of those who judged, and what it is without them (Rogan and Gladen 1978,
/// "Estimating prevalence from the results of a screening test").
///
/// Of the items that are wrong a reviewer calls some right, 1 - Se of them, and of the others some wrong, 1 - Sp. Seen is p =
/// π Se + (1 - π)(1 - Sp), so that π = (p + Sp - 1) / (Se + Sp - 1).
public struct CorrectedRate: Hashable, Sendable {
    /// The share that was seen.
    public let seen: Proportion
    /// Of items that are of the kind counted, those that were called so.
    public let sensitivity: Part
    /// Of items that are not, those that were not called so.
    public let specificity: Part

    /// A share, and how many items it rests on. They need not be whole where it is only likely what an item is.
    public struct Part: Hashable, Sendable {
        /// 0 to 1.
        public let share: Double
        /// Above 0.
        public let items: Double

        /// - Throws: `notPositive` without items; `notFinite` for a share that is none.
        public init(share: Double, items: Double) throws(AuditError) {
            try Check.positive(items, .checked)
            guard share >= 0, share <= 1 else { throw .notFinite(.share) }
            self.share = share
            self.items = items
        }

        /// - Throws: `empty` where there are no trials.
        public init(_ proportion: Proportion) throws(AuditError) {
            guard let share = proportion.value else { throw .empty(.checked) }
            self.share = share
            items = Double(proportion.trials)
        }

        /// With items added, of which half are counted.
        fileprivate func adding(_ more: Double) -> Part {
            Part(known: (share * items + more / 2) / (items + more), items + more)
        }

        private init(known share: Double, _ items: Double) {
            self.share = share
            self.items = items
        }
    }

    /// - Throws: `empty` where nothing was seen.
    public init(seen: Proportion, sensitivity: Part, specificity: Part) throws(AuditError) {
        guard seen.trials > 0 else { throw .empty(.checked) }
        self.seen = seen
        self.sensitivity = sensitivity
        self.specificity = specificity
    }

    /// - Throws: `empty` where one of them has no trials.
    public init(seen: Proportion, sensitivity: Proportion, specificity: Proportion) throws(AuditError) {
        try self.init(seen: seen, sensitivity: Part(sensitivity), specificity: Part(specificity))
    }

    private var shares: (p: Double, se: Double, sp: Double) {
        (seen.value ?? 0, sensitivity.share, specificity.share)
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
        guard let unclipped, let seen = try? Part(seen) else { return nil }
        return Self.variance(unclipped, seen, sensitivity, specificity)
    }

    /// The interval of Lang and Reiczigel 2014 ("Confidence limits for prevalence of disease adjusted for estimated
    /// sensitivity and specificity", section 2): z²/2 and one answer more of either kind, and the shift that follows.
    ///
    /// - Returns: every share where judging says nothing.
    public func langReiczigel(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        let z = Special.twoSidedNormal(alpha)
        let seen = try Part(seen).adding(z * z)
        let (sensitivity, specificity) = (sensitivity.adding(2), specificity.adding(2))
        let youden = sensitivity.share + specificity.share - 1
        guard youden > 0 else { return .everyShare }
        let rate = (seen.share + specificity.share - 1) / youden
        let shift =
            2 * z * z
            * (rate * sensitivity.share * (1 - sensitivity.share) / sensitivity.items
                - (1 - rate) * specificity.share * (1 - specificity.share) / specificity.items)
        let error = Self.variance(rate, seen, sensitivity, specificity).squareRoot()
        return Interval.around(rate + shift, z * error).clippedToShares
    }

    private static func variance(_ rate: Double, _ seen: Part, _ sensitivity: Part, _ specificity: Part) -> Double {
        func part(_ of: Part) -> Double { of.share * (1 - of.share) / of.items }
        let youden = sensitivity.share + specificity.share - 1
        let sum = part(seen) + rate * rate * part(sensitivity) + (1 - rate) * (1 - rate) * part(specificity)
        return sum / (youden * youden)
    }
}
