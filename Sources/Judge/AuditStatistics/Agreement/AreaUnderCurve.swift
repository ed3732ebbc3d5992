/// How well a score tells the items that a person calls positive from the others: the probability that a positive
/// item's score is the higher one, ties counting one half.
public struct AreaUnderCurve: Hashable, Sendable {
    /// The area, 0 to 1.
    public let value: Double
    /// Its variance by DeLong, DeLong and Clarke-Pearson 1988, from midranks (Sun and Xu 2014); nil where one side has
    /// a single item.
    public let variance: Double?
    /// Positive and negative items, each from 1.
    public let positives: Int
    public let negatives: Int

    /// - Parameters:
    ///   - scores: finite.
    ///   - isPositive: as many; at least one of each kind.
    /// - Complexity: O(n log n).
    public init(scores: [Double], isPositive: [Bool]) throws(AuditError) {
        try Check.sameCount(scores.count, isPositive.count, .scores)
        try Check.finite(scores, .scores)
        let above = zip(scores, isPositive).filter(\.1).map(\.0)
        let below = zip(scores, isPositive).filter { !$0.1 }.map(\.0)
        guard !above.isEmpty, !below.isEmpty else { throw .empty(.answers) }
        let (m, n) = (Double(above.count), Double(below.count))
        let together = midRanks(above + below)
        // For each positive item the share of negative ones beneath it, for each negative the share of positive above.
        let beneath = zip(together.prefix(above.count), midRanks(above)).map { ($0 - $1) / n }
        let over = zip(together.suffix(below.count), midRanks(below)).map { 1 - ($0 - $1) / m }
        let area = beneath.reduce(0, +) / m
        value = area
        positives = above.count
        negatives = below.count
        func spread(_ parts: [Double]) -> Double {
            parts.reduce(0) { $0 + ($1 - area) * ($1 - area) } / Double(parts.count - 1)
        }
        variance = above.count > 1 && below.count > 1 ? spread(beneath) / m + spread(over) / n : nil
    }

    /// Mann and Whitney's U.
    public var mannWhitney: Double { value * Double(positives) * Double(negatives) }

    /// The standard error of Hanley and McNeil 1982, from the area alone.
    public var hanleyMcNeilError: Double {
        let (m, n) = (Double(positives), Double(negatives))
        let (first, second) = (value / (2 - value), 2 * value * value / (1 + value))
        let square = value * value
        let sum = value * (1 - value) + (m - 1) * (first - square) + (n - 1) * (second - square)
        return max(0, sum / (m * n)).squareRoot()
    }

    /// The area ± z times DeLong's standard error: may leave 0 to 1; for comparison. Nil where there is no variance.
    public func deLong(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        return variance.map { Interval.around(value, Special.twoSidedNormal(alpha) * $0.squareRoot()) }
    }

    /// DeLong's interval on the logit scale, which stays within 0 to 1. Nil where there is no variance or the area is 0
    /// or 1.
    public func deLongLogit(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        guard let variance, variance > 0, value > 0, value < 1 else { return nil }
        let logit = Numerics.log(value / (1 - value))
        let reach = Special.twoSidedNormal(alpha) * variance.squareRoot() / (value * (1 - value))
        func share(_ logit: Double) -> Double { 1 / (1 + Numerics.exp(-logit)) }
        return Interval(lower: share(logit - reach), upper: share(logit + reach))
    }
}
