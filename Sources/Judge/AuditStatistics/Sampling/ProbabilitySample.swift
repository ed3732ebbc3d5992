/// A sample whose items were each drawn, or not, with a known probability of their own and without regard to the others (Poisson
/// sampling): denser where mistakes are likely, and yet no figure leans.
///
/// A label stands for 1/π items (Horvitz and Thompson 1952; Hájek 1964; Särndal, Swensson and Wretman 1992, sections 3.5 and
/// 5.7). Strata drawn at different rates are a `StratifiedRate`; an order of draws by score as in OASIS (arXiv 1703.00617) or Active
/// Statistical Inference (arXiv 2403.03208) is this.
public struct ProbabilitySample: Hashable, Sendable {
    /// One label.
    public struct Label: Hashable, Sendable {
        /// The probability that the item was drawn, above 0, at most 1.
        public let probability: Double
        /// 1 for a wrong item, 0 for another; anything between for a loss.
        public let value: Double

        public init(probability: Double, value: Double) {
            self.probability = probability
            self.value = value
        }
    }

    /// The items that could have been drawn, N.
    public let size: Int
    public let labels: [Label]
    /// The smallest probability that any of the items had.
    public let smallest: Double

    /// - Parameters:
    ///   - size: of the population.
    ///   - smallest: the smallest probability of its items, drawn or not; above 0.
    public init(size: Int, smallest: Double, labels: [Label]) throws(AuditError) {
        try Check.part(labels.count, .checked, of: size, .size)
        guard smallest > 0, smallest <= 1 else { throw .notAProbability(.share, found: smallest) }
        for label in labels {
            guard label.probability >= smallest, label.probability <= 1 else {
                throw .notAProbability(.share, found: label.probability)
            }
            guard label.value >= 0, label.value <= 1 else { throw .notFinite(.share) }
        }
        self.size = size
        self.smallest = smallest
        self.labels = labels
    }

    /// Horvitz and Thompson's estimate of the sum of the values: Σ y/π.
    public var total: Double { labels.reduce(0) { $0 + $1.value / $1.probability } }

    /// Its variance, estimated without bias: Σ (1-π) y²/π².
    public var totalVariance: Double {
        labels.reduce(0) {
            let term = $1.value / $1.probability
            return $0 + (1 - $1.probability) * term * term
        }
    }

    /// The items that the labels stand for: Σ 1/π.
    public var represented: Double { labels.reduce(0) { $0 + 1 / $1.probability } }

    /// Hájek's estimate of the mean value, Σ (y/π) / Σ (1/π): steadier than `total` over N. Nil without labels.
    public var mean: Double? { labels.isEmpty ? nil : total / represented }

    /// Its variance, linearised: Σ (1-π) ((y - mean)/π)² / (Σ 1/π)².
    public var meanVariance: Double {
        guard let mean else { return 0 }
        let sum = labels.reduce(0) {
            let term = ($1.value - mean) / $1.probability
            return $0 + (1 - $1.probability) * term * term
        }
        return sum / (represented * represented)
    }

    /// The number of labels that the sample would have had if every item had been drawn with the smallest probability.
    public var thinned: Double { labels.reduce(0) { $0 + smallest / $1.probability } }

    /// Hájek's mean with Clopper-Pearson on the effective number of labels (Korn and Graubard 1998).
    ///
    /// Where the labels show no variance, those count that would be left if every item had been drawn with the smallest
    /// probability: they are a sample at one rate, and bound what was never found.
    public func estimate(alpha: Double, of set: AuditedSet) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard size > 0 else { return .noItems }
        guard let mean else { return .missing(labels: 1) }
        let isCensus = labels.count == size
        let variance = meanVariance
        let effective = variance > 0 && mean < 1 ? mean * (1 - mean) / variance : thinned
        let interval =
            isCensus
            ? Interval(lower: mean, upper: mean)
            : StratifiedRate.kornGraubard(share: mean, effectiveLabels: effective, alpha: alpha)
        return .estimate(
            Estimate(
                value: mean,
                interval: interval,
                level: 1 - alpha,
                method: isCensus ? .census : .kornGraubard,
                labels: labels.count,
                population: AuditPopulation(set, size: size)
            )
        )
    }
}
