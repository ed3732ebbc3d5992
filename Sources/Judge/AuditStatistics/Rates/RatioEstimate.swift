/// One ratio of a stratified sample: items taken rightly, over those and the wrong ones of one kind.
public struct RatioEstimate: Hashable, Sendable {
    /// What a stratum has of the ratio's two parts; nil for a part that it cannot hold.
    struct Parts: Hashable, Sendable {
        let stratum: SelectionStratum
        let right: Int?
        let wrong: Int?

        init(_ stratum: SelectionStratum, right: Int?, wrong: Int?) {
            self.stratum = stratum
            self.right = right
            self.wrong = wrong
        }

        /// True where every part that the stratum can hold, and what it holds besides, was seen.
        var showsVariance: Bool {
            if stratum.isCensus { return true }
            let present = [right, wrong].compactMap { $0 }
            return present.allSatisfy { $0 > 0 } && (present.count > 1 || present.allSatisfy { $0 < stratum.checked })
        }

        /// The items of one part, by Clopper-Pearson at `alpha`.
        func items(_ labels: Int?, alpha: Double) throws(AuditError) -> Interval {
            guard let labels else { return Interval(lower: 0, upper: 0) }
            let shares = try Stratum(size: stratum.size, checked: stratum.checked, wrong: labels).interval(alpha: alpha)
            return Interval(lower: shares.lower * Double(stratum.size), upper: shares.upper * Double(stratum.size))
        }
    }

    private let strata: [Parts]
    /// The ratio; nil where no label is in its denominator.
    public let value: Double?
    /// The variance, linearised; 0 without a value.
    public let variance: Double

    init(_ strata: [Parts]) {
        self.strata = strata
        let above = strata.reduce(0) { $0 + $1.stratum.total($1.right ?? 0) }
        let below = strata.reduce(above) { $0 + $1.stratum.total($1.wrong ?? 0) }
        guard below > 0 else {
            (value, variance) = (nil, 0)
            return
        }
        let ratio = above / below
        value = ratio
        variance =
            strata.reduce(0) { sum, parts in
                sum + parts.stratum.variance([(parts.right ?? 0, 1 - ratio), (parts.wrong ?? 0, -ratio)])
            } / (below * below)
    }

    /// The square root of `variance`.
    public var standardError: Double { variance.squareRoot() }

    /// All labels.
    public var checked: Int { strata.reduce(0) { $0 + $1.stratum.checked } }

    /// False where a stratum that is not known whole shows no variance in the ratio's parts.
    public var showsVariance: Bool { strata.allSatisfy(\.showsVariance) && variance > 0 }

    /// The ratio ± z times its standard error, clipped to shares. For comparison, not for claims.
    public func linearised(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        return value.map { Interval.around($0, Special.twoSidedNormal(alpha) * standardError).clippedToShares }
    }

    /// Clopper-Pearson for both parts of the ratio in each stratum, at α shared among all of them: the ratio A / (A +
    /// C) rises with A and falls with C, so their ends give its ends.
    public func bonferroniClopperPearson(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        let open = strata.filter { !$0.stratum.isCensus }.reduce(0) {
            $0 + ($1.right == nil ? 0 : 1) + ($1.wrong == nil ? 0 : 1)
        }
        let part = alpha / Double(max(1, open))
        var (right, wrong) = (Interval(lower: 0, upper: 0), Interval(lower: 0, upper: 0))
        for parts in strata {
            let (more, other) = (try parts.items(parts.right, alpha: part), try parts.items(parts.wrong, alpha: part))
            right = Interval(lower: right.lower + more.lower, upper: right.upper + more.upper)
            wrong = Interval(lower: wrong.lower + other.lower, upper: wrong.upper + other.upper)
        }
        return Interval(
            lower: right.lower > 0 ? right.lower / (right.lower + wrong.upper) : 0,
            upper: right.upper > 0 ? right.upper / (right.upper + wrong.lower) : 1
        )
    }

    /// The ratio with the interval that its labels allow: Clopper-Pearson on the effective number of labels, or
    /// Bonferroni Clopper-Pearson where a stratum shows no variance.
    public func estimate(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        let missing = strata.count { $0.stratum.checked == 0 }
        guard missing == 0 else { return .missing(labels: missing) }
        guard let value else { return strata.allSatisfy(\.stratum.isCensus) ? .noItems : .missing(labels: 1) }
        let (interval, method): (Interval, IntervalMethod)
        if strata.allSatisfy(\.stratum.isCensus) {
            (interval, method) = (Interval(lower: value, upper: value), .census)
        } else if showsVariance {
            let effective = value * (1 - value) / variance
            interval = StratifiedRate.kornGraubard(share: value, effectiveLabels: effective, alpha: alpha)
            method = .kornGraubard
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
                population: population
            )
        )
    }
}
