/// Simple random samples of the strata of a population, drawn at rates that may differ, and how many wrong items all of it has.
public struct StrataCheck: Hashable, Sendable {
    /// The strata, one or two.
    public let strata: [FiniteSample]

    public init(_ strata: [FiniteSample]) throws(AuditError) {
        try Check.count(strata.count, .strata, within: 1...2)
        self.strata = strata
    }

    /// All items, N.
    public var population: Int { strata.reduce(0) { $0 + $1.population } }

    /// Horvitz and Thompson's estimate of the wrong items: Σ N_h x_h / n_h; a stratum without labels adds none.
    public var total: Double { strata.reduce(0) { $0 + $1.total } }

    /// The numbers of wrong items that the samples leave possible at all.
    public var possible: ClosedRange<Int> {
        let least = strata.reduce(0) { $0 + $1.possible.lowerBound }
        return least...strata.reduce(0) { $0 + $1.possible.upperBound }
    }

    /// The wrong items of the population by a number of labels that was fixed: the hypergeometric intervals of the strata put
    /// together (Zou and Donner 2008), with whole numbers outwards.
    ///
    /// The exact interval of each stratum covers more often than it must, and so does this one, but for the lower end where few
    /// mistakes were found: there it is that of Fisher's combination of the strata's tests, where that is lower. The exact probability
    /// that it holds was 0.957 at least in 2,400 random settings (doc/decisions/2026-11-30-denser-near-the-lines.md). Fisher's combination
    /// for both ends, and Bonferroni's, lose what drawing some items more often gained.
    ///
    /// - Parameter alpha: between 0 and 1.
    /// - Complexity: O(log N) probabilities; some hundred times as many where few mistakes were found.
    public func inversion(alpha: Double) throws(AuditError) -> CountInterval {
        var recovered = RecoveredInterval(total)
        for stratum in strata {
            let counts = try stratum.inversion(alpha: alpha)
            let value = stratum.total
            recovered.add(below: max(0, value - Double(counts.lower)), above: max(0, Double(counts.upper) - value))
        }
        let interval = recovered.interval(within: 0...Double(population))
        // What rounding adds behind the digits of a whole number is none of it.
        let (lower, upper) = ((interval.lower + 1e-6).rounded(.down), (interval.upper - 1e-6).rounded(.up))
        var least = min(possible.upperBound, max(possible.lowerBound, Int(lower)))
        if strata.count == 2, possible.lowerBound <= Self.fewMistakes {
            least = max(possible.lowerBound, min(least, try combinedLowerBound(tail: alpha / 2)))
        }
        return CountInterval(lower: least, upper: max(least, min(possible.upperBound, Int(upper))))
    }
}

extension StrataCheck {
    /// With so many mistakes the intervals of the strata, put together, may begin too high.
    private static var fewMistakes: Int { 6 }
}

extension FiniteSample {
    /// N x / n; 0 without labels.
    fileprivate var total: Double {
        checked > 0 ? Double(population) * (Double(wrong) / Double(checked)) : 0
    }
}
