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
    /// - Returns: nil where no item has two answers, or all answers are the same.
    /// - Complexity: O(answers + items × V² + V²) for V different answers.
    public static func value(
        _ items: [[Double]],
        metric: Metric = .nominal
    ) throws(AuditError) -> Double? {
        guard items.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite(.answers) }
        let paired = items.indices.filter { items[$0].count > 1 }
        let values = Set(paired.lazy.flatMap { items[$0] }).sorted()
        guard values.count > 1 else { return nil }
        let place = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })

        // The coincidence matrix, and its margins.
        var together = [[Double]](repeating: [Double](repeating: 0, count: values.count), count: values.count)
        for item in paired {
            var counts: [Int: Int] = [:]
            for answer in items[item] { if let place = place[answer] { counts[place, default: 0] += 1 } }
            let weight = 1 / Double(items[item].count - 1)
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
}
