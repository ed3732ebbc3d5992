/// Krippendorff's α: how far any number of reviewers agree beyond chance, each having answered any of the items
/// (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
public enum KrippendorffAlpha {
    /// What tells two answers apart.
    public enum Metric: Sendable {
        /// They differ or they do not: verdicts.
        case nominal
        /// By how many answers lie between them in the order.
        case ordinal
        /// By their difference.
        case interval
        /// By their difference against their sum; for values of at least 0.
        case ratio
    }

    /// α of the items.
    ///
    /// - Parameters:
    ///   - items: the answers to each item, finite; items with fewer than two count for nothing.
    ///   - weights: how often each item counts, from 0; once each where there are none given. For a bootstrap.
    /// - Returns: nil where no item has two answers, or all answers are the same.
    /// - Complexity: O(answers + items × V² + V²) for V different answers.
    public static func value(
        _ items: [[Double]],
        metric: Metric = .nominal,
        weights: [Int]? = nil
    ) throws(AuditError) -> Double? {
        if let weights { try Check.sameCount(weights.count, items.count, .weights) }
        guard items.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite(.answers) }
        let paired = items.indices.filter { items[$0].count > 1 && (weights?[$0] ?? 1) > 0 }
        let values = Set(paired.lazy.flatMap { items[$0] }).sorted()
        guard values.count > 1 else { return nil }
        let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })

        // The coincidence matrix, and its margins.
        var together = [[Double]](repeating: [Double](repeating: 0, count: values.count), count: values.count)
        for item in paired {
            var counts: [Int: Int] = [:]
            for answer in items[item] { if let place = place[answer] { counts[place, default: 0] += 1 } }
            let weight = Double(weights?[item] ?? 1) / Double(items[item].count - 1)
            for (one, count) in counts {
                for (other, otherCount) in counts {
                    together[one][other] += weight * Double(count) * Double(one == other ? otherCount - 1 : otherCount)
                }
            }
        }
        let margins = together.map { $0.reduce(0, +) }
        let total = margins.reduce(0, +)
        var (observed, expected) = (0.0, 0.0)
        for one in values.indices {
            for other in values.indices where other > one {
                let distance = distance(one, other, values, margins, metric)
                observed += together[one][other] * distance
                expected += margins[one] * margins[other] * distance
            }
        }
        return expected > 0 ? 1 - (total - 1) * observed / expected : nil
    }

    /// The square of how far two answers are apart.
    private static func distance(
        _ one: Int,
        _ other: Int,
        _ values: [Double],
        _ margins: [Double],
        _ metric: Metric
    ) -> Double {
        let difference = values[one] - values[other]
        switch metric {
        case .nominal: return 1
        case .ordinal:
            let between = margins[one...other].reduce(0, +) - (margins[one] + margins[other]) / 2
            return between * between
        case .interval: return difference * difference
        case .ratio:
            let sum = values[one] + values[other]
            return sum == 0 ? 0 : difference * difference / (sum * sum)
        }
    }

    /// α of verdicts with its interval by a bootstrap over items or their prompts.
    ///
    /// - Parameters:
    ///   - items: the answers to each item.
    ///   - bootstrap: draws the prompts that the items belong to.
    /// - Returns: how many answers are missing where there is no α yet.
    public static func estimate(
        _ items: [[Double]],
        alpha: Double,
        bootstrap: ClusterBootstrap
    ) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        try Check.sameCount(bootstrap.items, items.count, .clusters)
        guard let value = try value(items) else { return .missing(labels: 1) }
        let interval = try bootstrap.interval(alpha: alpha) { (weights) throws(AuditError) in
            try Self.value(items, weights: weights)
        }
        guard let interval else { return .missing(labels: 1) }
        return .estimate(
            Estimate(
                value: value,
                interval: interval,
                level: 1 - alpha,
                method: .clusterBootstrap(draws: bootstrap.draws),
                labels: items.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) },
                population: AuditPopulation(.overlap, size: items.count { $0.count > 1 })
            )
        )
    }
}
