/// A share over several strata, each sampled on its own (Cochran 1977, chapter 5).
///
/// With the cells of (stratum × present bucket) as strata it is the post-stratified precision: the sizes of the cells
/// are known exactly from the scores, and given how many labels fell into a cell they are a simple random sample of it.
public struct StratifiedRate: Hashable, Sendable {
    /// The strata that hold items.
    public let strata: [Stratum]
    /// All items, N.
    public let size: Int

    /// - Parameter strata: at least one with items; empty ones are left out.
    public init(_ strata: [Stratum]) throws(AuditError) {
        self.strata = strata.filter { $0.size > 0 }
        guard !self.strata.isEmpty else { throw .empty(.strata) }
        size = self.strata.reduce(0) { $0 + $1.size }
    }

    /// All labels.
    public var checked: Int { strata.reduce(0) { $0 + $1.checked } }

    /// Labels that are missing until every stratum has one: below that there is no estimate.
    public var missing: Int { strata.count { $0.checked == 0 } }

    /// W_h = N_h / N, in the order of the strata.
    public var weights: [Double] { strata.map { Double($0.size) / Double(size) } }

    /// p = Σ W_h p_h.
    public var value: Double { zip(weights, strata).reduce(0) { $0 + $1.0 * $1.1.share } }

    /// Σ W_h² (1 - f_h) s_h² / n_h.
    public var variance: Double { zip(weights, strata).reduce(0) { $0 + $1.0 * $1.0 * $1.1.variance } }

    /// The square root of `variance`.
    public var standardError: Double { variance.squareRoot() }

    /// The number of labels of a simple random sample with the same variance; nil where there is no variance.
    public var effectiveLabels: Double? {
        let variance = variance
        return variance > 0 ? value * (1 - value) / variance : nil
    }

    /// False where a stratum shows no variance although it is not known whole; the variance is then too small.
    public var showsVariance: Bool { strata.allSatisfy(\.showsVariance) }
}

extension StratifiedRate {
    /// p ± z times the standard error, clipped to shares. It is the textbook's, and too short for few mistakes: for
    /// comparison, not for claims.
    public func linearised(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        return Interval.around(value, Special.twoSidedNormal(alpha) * standardError).clippedToShares
    }

    /// Clopper-Pearson on the effective number of labels (Korn and Graubard 1998, without the adjustment for degrees of
    /// freedom).
    public func kornGraubard(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        return Self.kornGraubard(share: value, effectiveLabels: effectiveLabels, alpha: alpha)
    }

    /// Wilson's interval on the effective number of labels. For display.
    public func wilson(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        guard let effectiveLabels else { return Interval(lower: value, upper: value) }
        return Proportion.wilson(share: value, trials: effectiveLabels, alpha: alpha)
    }

    /// Clopper-Pearson at α / H in each of the H strata, weighted: valid however few mistakes there are.
    public func bonferroniClopperPearson(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        // A stratum that was checked whole cannot be wrong and takes no share of α.
        let open = max(1, strata.count { !$0.isCensus })
        let intervals = strata.map { $0.interval(alpha: alpha / Double(open)) }
        return Interval(
            lower: zip(weights, intervals).reduce(0) { $0 + $1.0 * $1.1.lower },
            upper: min(1, zip(weights, intervals).reduce(0) { $0 + $1.0 * $1.1.upper })
        )
    }

    /// The hypergeometric intervals of the strata put together (`RecoveredInterval`).
    public func zouDonner(alpha: Double) throws(AuditError) -> Interval {
        var recovered = RecoveredInterval(value)
        for (weight, stratum) in zip(weights, strata) {
            let sample = try FiniteSample(population: stratum.size, checked: stratum.checked, wrong: stratum.wrong)
            let shares = try sample.inversion(alpha: alpha).shares(of: stratum.size)
            recovered.add(
                below: weight * max(0, stratum.share - shares.lower),
                above: weight * max(0, shares.upper - stratum.share)
            )
        }
        return recovered.interval(within: 0...1)
    }

    /// The share with the interval that its labels allow: Korn-Graubard, or Bonferroni Clopper-Pearson where a stratum
    /// shows no variance.
    public func estimate(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard missing == 0 else { return .missing(labels: missing) }
        let (interval, method): (Interval, IntervalMethod)
        if strata.allSatisfy(\.isCensus) {
            (interval, method) = (Interval(lower: value, upper: value), .census)
        } else if showsVariance {
            (interval, method) = (try kornGraubard(alpha: alpha), .kornGraubard)
        } else {
            (interval, method) = (try bonferroniClopperPearson(alpha: alpha), .bonferroniClopperPearson)
        }
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: method,
                labels: checked,
                population: AuditPopulation(set, size: size)
            )
        )
    }

    static func kornGraubard(share: Double, effectiveLabels: Double?, alpha: Double) -> Interval {
        guard let effectiveLabels else { return Interval(lower: share, upper: share) }
        let count = share * effectiveLabels
        return Interval(
            lower: Proportion.lowerBound(count: count, trials: effectiveLabels, tail: alpha / 2),
            upper: Proportion.upperBound(count: count, trials: effectiveLabels, tail: alpha / 2)
        )
    }
}
