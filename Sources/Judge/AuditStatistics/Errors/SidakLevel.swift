/// Many intervals that all hold at once with probability 1 - α, where they rest on different items (Šidák 1967).
public enum SidakLevel {
    /// The α of each of `count` intervals: 1 - (1 - α)^{1/m}.
    ///
    /// - Parameters:
    ///   - alpha: between 0 and 1.
    ///   - count: how many there are, from 1.
    public static func each(of count: Int, alpha: Double) throws(AuditError) -> Double {
        try Check.probability(alpha, .alpha)
        try Check.count(count, .bins, within: 1...Check.largestPopulation)
        // 1 - (1 - α)^{1/m} itself would lose the digits of a small one.
        return -Numerics.expm1(Numerics.log1p(-alpha) / Double(count))
    }
}
