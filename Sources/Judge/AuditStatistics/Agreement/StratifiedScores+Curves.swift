extension StratifiedScores {
    /// What a threshold on the score comes to, with bands that hold at all thresholds at once.
    public struct CurvePoint: Hashable, Sendable {
        /// Items with at least this score are kept.
        public let threshold: Double
        /// The share of the positive items that are kept: the true positive rate, or recall.
        public let kept: Figure
        /// The share of the negative items that are kept: the false positive rate.
        public let letThrough: Figure
        /// The share of the kept items that are positive.
        public let precision: Figure

        public init(threshold: Double, kept: Figure, letThrough: Figure, precision: Figure) {
            self.threshold = threshold
            self.kept = kept
            self.letThrough = letThrough
            self.precision = precision
        }
    }

    /// The weighted ROC and precision-recall curve of the labels; nil where one kind has no label.
    ///
    /// - Complexity: O(n log n).
    public var curves: ScoreCurves? {
        let weighted = weighted
        return try? ScoreCurves(
            scores: weighted.map(\.score),
            isPositive: weighted.map(\.isPositive),
            weights: weighted.map(\.weight)
        )
    }

    /// The labels that the question concerns, each with the items that it stands for.
    public var weighted: [(score: Double, isPositive: Bool, weight: Double)] {
        let weights = weights
        return labels.indices.filter { labels[$0].answer != .outside }.map { place in
            let isPositive = labels[place].answer == .positive
            return (labels[place].score, isPositive, isPositive ? weights.positive[place] : weights.negative[place])
        }
    }

    /// Strata that hold items and no label.
    public var unseen: Int { strata.count { $0.size > 0 && $0.labels == 0 } }

    /// The points of both curves at some thresholds.
    ///
    /// In each stratum four numbers are counted, of positive and of negative items at or above a threshold and beneath it.
    /// Each lies within ε_h N_h of what the labels say at every threshold at once (`MassartBand`), with α shared among the
    /// four and the strata. So all bands hold at once, whatever threshold somebody chooses by them.
    ///
    /// - Parameters:
    ///   - alpha: the probability that one of the bands misses somewhere, between 0 and 1.
    ///   - population: what the figures are about.
    /// - Returns: figures that say how many labels are missing where there are too few.
    /// - Complexity: O(thresholds × n).
    public func curve(
        at thresholds: [Double],
        alpha: Double,
        of population: AuditPopulation
    ) throws(AuditError) -> [CurvePoint] {
        try Check.probability(alpha, .alpha)
        let sampled = strata.count { $0.labels < $0.size }
        var reaches: [Double] = []
        for stratum in strata {
            let isCensus = stratum.labels == stratum.size
            reaches.append(
                isCensus ? 0 : try MassartBand.reach(labels: stratum.labels, alpha: alpha / Double(4 * sampled))
            )
        }
        let absent: Figure? = missing > 0 ? .missing(labels: missing) : nil
        let count = labels.count { $0.answer != .outside }
        return thresholds.map { threshold in
            var (kept, lost) = (Total(), Total())
            var (letThrough, stopped) = (Total(), Total())
            for (stratum, reach) in zip(strata, reaches) {
                let positive = stratum.positive.count { labels[$0].score >= threshold }
                let negative = stratum.negative.count { labels[$0].score >= threshold }
                kept.add(positive, stratum, reach)
                lost.add(stratum.positive.count - positive, stratum, reach)
                letThrough.add(negative, stratum, reach)
                stopped.add(stratum.negative.count - negative, stratum, reach)
            }
            func figure(_ part: Total, _ rest: Total) -> Figure {
                if let absent { return absent }
                guard let value = Self.share(part.best, rest.best) else { return .noItems }
                let interval = Interval(
                    lower: Self.share(part.lower, rest.upper) ?? 0,
                    upper: Self.share(part.upper, rest.lower) ?? 1
                )
                return .estimate(
                    Estimate(
                        value: value,
                        interval: isCensus ? Interval(lower: value, upper: value) : interval,
                        level: 1 - alpha,
                        method: isCensus ? .census : .massart,
                        labels: count,
                        population: population
                    )
                )
            }
            return CurvePoint(
                threshold: threshold,
                kept: figure(kept, lost),
                letThrough: figure(letThrough, stopped),
                precision: figure(kept, letThrough)
            )
        }
    }

    private static func share(_ part: Double, _ rest: Double) -> Double? {
        part + rest > 0 ? part / (part + rest) : nil
    }

    /// Items of a kind over all strata: the best value, and what the labels do not rule out.
    private struct Total {
        var best = 0.0
        var lower = 0.0
        var upper = 0.0

        mutating func add(_ count: Int, _ stratum: ScoreStratum, _ reach: Double) {
            let size = Double(stratum.size)
            guard stratum.labels > 0 else {
                upper += size
                return
            }
            let share = Double(count) / Double(stratum.labels)
            best += size * share
            lower += size * max(0, share - reach)
            upper += size * min(1, share + reach)
        }
    }
}
