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
    /// - Complexity: O(n).
    public init?(ascending values: UnsafeBufferPointer<Double>) {
        guard let first = values.first, let last = values.last else { return nil }
        var mean = RunningMean(count: values.count, largest: Swift.max(abs(first), abs(last)))
        for value in values { mean.add(value) }
        self.init(
            min: first,
            max: last,
            mean: mean.value,
            quantiles: Self.fractions.map { fraction in
                let rank = Rank(of: fraction, among: values.count)
                return Self.interpolate(values[rank.low], values[rank.high], rank.weight)
            }
        )
    }

    /// Between which two values of `count` a quantile lies (Hyndman and Fan 1996, type 7).
    struct Rank {
        let low: Int
        let high: Int
        /// How far it is from the lower to the higher, 0 to 1.
        let weight: Double

        init(of fraction: Double, among count: Int) {
            let rank = fraction * Double(count - 1)
            low = Int(rank)
            high = Swift.min(low + 1, count - 1)
            weight = rank - Double(low)
        }
    }

    static func interpolate(_ low: Double, _ high: Double, _ weight: Double) -> Double {
        let difference = high - low
        // Two finite values can be further apart than the largest double.
        guard difference.isFinite else { return low * (1 - weight) + high * weight }
        return weight < 0.5 ? low + difference * weight : high - difference * (1 - weight)
    }
}
