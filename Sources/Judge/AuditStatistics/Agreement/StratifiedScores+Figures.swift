extension StratifiedScores {
    /// The area under the curve of the whole round.
    ///
    /// - Parameter population: what the figure is about.
    /// - Returns: how many labels are missing; `noItems` where all items are known and one kind has none.
    /// - Complexity: O(strata × n).
    public func area(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Figure {
        try figure(alpha, population, within: 0...1, slope: { _ in 1 }, \.area)
    }

    /// Spearman's ρ of the whole round, likewise.
    public func spearman(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Figure {
        try figure(alpha, population, within: -1...1, slope: \.slope, \.spearman)
    }

    private func figure(
        _ alpha: Double,
        _ population: AuditPopulation,
        within limits: ClosedRange<Double>,
        slope: (ScoreOrder.Pairs) -> Double,
        _ figure: (ScoreOrder.Pairs) -> Double?
    ) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard missing == 0 else { return .missing(labels: missing) }
        let weights = weights
        guard let pairs = order.pairs(weights), let value = figure(pairs) else {
            return isCensus ? .noItems : .missing(labels: 1)
        }
        var recovered = RecoveredInterval(value)
        for stratum in strata where stratum.labels < stratum.size {
            func moved(_ change: (inout ScoreWeights) -> Void) -> Double? {
                var moved = weights
                change(&moved)
                return order.pairs(moved).flatMap(figure)
            }
            for part in try parts(of: stratum, alpha) { recovered.add(part.map(moved)) }
            // What the scores of a kind are within a stratum.
            let left = (1 - Double(stratum.labels) / Double(stratum.size)).squareRoot() * slope(pairs)
            let weight = Double(stratum.size) / Double(stratum.labels)
            for (kind, rank, all) in [
                (stratum.positive, pairs.beneath, pairs.positives), (stratum.negative, pairs.above, pairs.negatives),
            ] where !kind.isEmpty {
                let mean = BoundedMean(kind.map(rank))
                let interval = mean.kornGraubard(alpha: alpha)
                let reach = left * weight * Double(kind.count) / all
                recovered.add(
                    below: reach * (mean.value - interval.lower),
                    above: reach * (interval.upper - mean.value)
                )
            }
        }
        return .estimate(
            Estimate(
                value: value,
                interval: isCensus ? Interval(lower: value, upper: value) : recovered.interval(within: limits),
                level: 1 - alpha,
                method: isCensus ? .census : .zouDonner,
                labels: strata.reduce(0) { $0 + $1.inside.count },
                population: population
            )
        )
    }

    /// What of a stratum the labels leave open: how much of it the question concerns, and how much of that is positive.
    /// Each with the weights at both ends of its interval.
    private func parts(
        of stratum: ScoreStratum,
        _ alpha: Double
    ) throws(AuditError) -> [[(inout ScoreWeights) -> Void]] {
        let (inside, positive, negative) = (stratum.inside, stratum.positive, stratum.negative)
        let size = Double(stratum.size)
        var parts: [[(inout ScoreWeights) -> Void]] = []
        if strata.contains(where: { $0.outside > 0 }) {
            let sample = try FiniteSample(population: stratum.size, checked: stratum.labels, wrong: inside.count)
            let shares = try sample.inversion(alpha: alpha).shares(of: stratum.size)
            parts.append(
                [shares.lower, shares.upper].map { share in
                    { weights in
                        for label in inside {
                            let factor = share * size / stratum.insideSize
                            weights.positive[label] *= factor
                            weights.negative[label] *= factor
                        }
                    }
                }
            )
        }
        guard !inside.isEmpty else { return parts }
        // What is not known of the number of items inside was moved above.
        let population = max(inside.count, Int(stratum.insideSize.rounded()))
        let sample = try FiniteSample(population: population, checked: inside.count, wrong: positive.count)
        let shares = try sample.inversion(alpha: alpha).shares(of: population)
        parts.append(
            [shares.lower, shares.upper].map { share in
                { weights in
                    // A kind that no label is of may have any of the scores.
                    let (above, below) = (positive.isEmpty ? inside : positive, negative.isEmpty ? inside : negative)
                    for label in inside { (weights.positive[label], weights.negative[label]) = (0, 0) }
                    for label in above { weights.positive[label] = share * stratum.insideSize / Double(above.count) }
                    for label in below {
                        weights.negative[label] = (1 - share) * stratum.insideSize / Double(below.count)
                    }
                }
            }
        )
        return parts
    }
}

/// The mean of some values between 0 and 1.
struct BoundedMean {
    let value: Double
    private let count: Double
    private let variance: Double

    /// - Parameter values: at least one, 0 to 1.
    init(_ values: [Double]) {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        value = min(1, max(0, mean))
        count = n
        variance = values.count > 1 ? values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1) : 0
    }

    /// Clopper-Pearson on the number of yes-or-no answers with the same variance, less for few values (Korn and Graubard
    /// 1998): the values themselves vary no more than such answers would, so they are as many at least.
    func kornGraubard(alpha: Double) -> Interval {
        var labels = count
        if variance > 0, value > 0, value < 1 {
            let ratio = Special.twoSidedNormal(alpha) / Special.twoSidedStudent(alpha, degrees: count - 1)
            labels = max(count, value * (1 - value) / variance * count) * ratio * ratio
        }
        let answers = value * labels
        return Interval(
            lower: Proportion.lowerBound(count: answers, trials: labels, tail: alpha / 2),
            upper: Proportion.upperBound(count: answers, trials: labels, tail: alpha / 2)
        )
    }
}
