/// How evenly items are spread over cells, such as pairs of category and style.
public struct CellSpread: Hashable, Sendable {
    /// The items of each cell, empty ones among them.
    public let counts: [Int]

    /// - Parameter counts: each from 0; at least one cell.
    public init(_ counts: [Int]) throws(AuditError) {
        guard !counts.isEmpty else { throw .empty(.bins) }
        for count in counts { try Check.count(count, .size, within: 0...Check.largestPopulation) }
        self.counts = counts
    }

    /// All items.
    public var size: Int { counts.reduce(0, +) }

    /// The cells with items.
    public var occupied: Int { counts.count { $0 > 0 } }

    /// The share of cells with items.
    public var coverage: Double { Double(occupied) / Double(counts.count) }

    /// Shannon's entropy H = -Σ p ln p, in nats; 0 without items.
    public var entropy: Double {
        let total = Double(size)
        return counts.reduce(0.0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / total
            return sum - share * Numerics.log(share)
        }
    }

    /// H / ln S over all S cells, empty ones among them (Pielou 1966): 1 where all hold equally many, 0 where one holds all. Nil
    /// without items, and of a single cell.
    public var evenness: Double? { evenness(over: counts.count) }

    /// The same over the cells with items.
    public var evennessOfOccupied: Double? { evenness(over: occupied) }

    private func evenness(over cells: Int) -> Double? {
        size > 0 && cells > 1 ? entropy / Numerics.log(Double(cells)) : nil
    }

    /// The probability that two items drawn with replacement lie in different cells: 1 - Σ p² (Simpson 1949). Nil
    /// without items.
    public var simpson: Double? {
        let total = Double(size)
        return size > 0 ? 1 - counts.reduce(0.0) { $0 + Double($1) / total * (Double($1) / total) } : nil
    }

    /// The same of two items drawn without replacement: 1 - Σ n (n - 1) / (N (N - 1)); nil of fewer than two.
    public var unbiasedSimpson: Double? {
        guard size > 1 else { return nil }
        let pairs = Double(size) * Double(size - 1)
        return 1 - counts.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / pairs }
    }
}
