/// The distribution of one score over all items.
public struct ScoreSummary: Hashable, Sendable {
    /// The lowest score.
    public var min: Double
    /// The highest score.
    public var max: Double
    /// The arithmetic mean, between `min` and `max` but for its last bits.
    public var mean: Double
    /// The value at each of `fractions`, in the same order; as many as there are fractions.
    public var quantiles: [Double]

    /// The fractions that quantiles are given for, ascending, between 0 and 1.
    public static let fractions: [Double] = [0.05, 0.25, 0.5, 0.75, 0.95]

    public init(min: Double, max: Double, mean: Double, quantiles: [Double]) {
        self.min = min
        self.max = max
        self.mean = mean
        self.quantiles = quantiles
    }

    /// The quantile of a fraction that is one of `fractions`; the median for any other.
    public func quantile(_ fraction: Double) -> Double {
        let index = Self.fractions.firstIndex(of: fraction) ?? 2
        return quantiles[index]
    }

    /// Summarises ascending values; nil where there are none.
    ///
    /// Quantiles interpolate linearly between the two nearest ranks (Hyndman and Fan 1996, type 7).
    /// - Complexity: O(n).
    public init?(ascending values: UnsafeBufferPointer<Double>) {
        guard let first = values.first, let last = values.last else { return nil }
        self.init(
            min: first,
            max: last,
            mean: Self.mean(of: values),
            quantiles: Self.fractions.map { fraction in
                let rank = fraction * Double(values.count - 1)
                let low = Int(rank)
                let high = Swift.min(low + 1, values.count - 1)
                let weight = rank - Double(low)
                return Self.interpolate(values[low], values[high], weight)
            }
        )
    }

    private static func interpolate(_ low: Double, _ high: Double, _ weight: Double) -> Double {
        let difference = high - low
        // Two finite values can be further apart than the largest double.
        guard difference.isFinite else { return low * (1 - weight) + high * weight }
        return weight < 0.5 ? low + difference * weight : high - difference * (1 - weight)
    }

    /// The mean with a running correction (Neumaier 1974), scaled where a plain sum would leave the doubles.
    private static func mean(of values: UnsafeBufferPointer<Double>) -> Double {
        let count = Double(values.count)
        let largest = Swift.max(abs(values[0]), abs(values[values.count - 1]))
        let scale = largest > Double.greatestFiniteMagnitude / (2 * count) ? count : 1
        var sum = 0.0
        var correction = 0.0
        for value in values {
            let term = value / scale
            let next = sum + term
            correction += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
            sum = next
        }
        return (sum + correction) / (count / scale)
    }
}

extension ScoreColumns {
    /// The distribution of a score; nil for a round without items.
    ///
    /// - Complexity: O(n log n); holds a sorted copy of the column for the time it takes.
    public func summary(of name: ScoreName) -> ScoreSummary? {
        var values: [Double] = []
        values.reserveCapacity(count)
        for block in blocks {
            values.append(contentsOf: name == .safety ? block.safety : block.helpfulness)
        }
        values.sort()
        return values.withUnsafeBufferPointer { ScoreSummary(ascending: $0) }
    }
}
