/// Some of a number of labels, drawn independently or from a population of unknown size.
public struct Proportion: Hashable, Sendable {
    /// How many are of the kind that is counted, 0 to `trials`.
    public let count: Int
    /// How many were looked at, from 0.
    public let trials: Int

    public init(_ count: Int, of trials: Int) throws(AuditError) {
        try Check.part(count, .wrong, of: trials, .checked)
        self.count = count
        self.trials = trials
    }

    /// The share; nil of no trials.
    public var value: Double? { trials > 0 ? Double(count) / Double(trials) : nil }

    /// The exact two-sided interval: [B⁻¹(α/2; x, n-x+1), B⁻¹(1-α/2; x+1, n-x)] (Clopper and Pearson 1934).
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Returns: every share where there are no trials.
    public func clopperPearson(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        return Interval(lower: lowerBound(alpha / 2), upper: upperBound(alpha / 2))
    }

    /// The exact one-sided bound from above: the share is no larger with probability 1 - α.
    public func clopperPearsonUpper(alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        return upperBound(alpha)
    }

    /// The exact one-sided bound from below.
    public func clopperPearsonLower(alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        return lowerBound(alpha)
    }

    /// The score interval (Wilson 1927). Its coverage falls below 1 - α at some shares: for display, not for claims.
    public func wilson(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        return Self.wilson(share: value ?? 0, trials: Double(trials), alpha: alpha)
    }

    /// Equal tails of the Beta(x + 1/2, n - x + 1/2) posterior, without the usual repair at 0 and n. For display.
    public func jeffreys(alpha: Double) throws(AuditError) -> Interval {
        try Check.probability(alpha, .alpha)
        let (a, b) = (Double(count) + 0.5, Double(trials - count) + 0.5)
        return Interval(
            lower: Special.betaQuantile(alpha / 2, a, b),
            upper: Special.betaQuantile(1 - alpha / 2, a, b)
        )
    }

    private func lowerBound(_ tail: Double) -> Double {
        Self.lowerBound(count: Double(count), trials: Double(trials), tail: tail)
    }

    private func upperBound(_ tail: Double) -> Double {
        Self.upperBound(count: Double(count), trials: Double(trials), tail: tail)
    }
}

extension Proportion {
    /// Clopper-Pearson's ends for counts that need not be whole, as an effective sample size gives them.
    static func lowerBound(count: Double, trials: Double, tail: Double) -> Double {
        count <= 0 ? 0 : Special.betaQuantile(tail, count, trials - count + 1)
    }

    static func upperBound(count: Double, trials: Double, tail: Double) -> Double {
        count >= trials ? 1 : Special.betaQuantile(1 - tail, count + 1, trials - count)
    }

    static func wilson(share: Double, trials: Double, alpha: Double) -> Interval {
        guard trials > 0 else { return .everyShare }
        let z = Special.twoSidedNormal(alpha)
        let scale = 1 + z * z / trials
        let centre = (share + z * z / (2 * trials)) / scale
        let reach = z / scale * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
        var interval = Interval.around(centre, reach).clippedToShares
        // Exact where rounding would leave a remainder.
        if share == 0 { interval.lower = 0 }
        if share == 1 { interval.upper = 1 }
        return interval
    }
}
