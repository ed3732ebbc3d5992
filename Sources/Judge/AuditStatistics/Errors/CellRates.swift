/// The shares of wrong items by a kind of the items, such as their category: all intervals hold at once, and each kind is
/// tested against all others.
public struct CellRates: Hashable, Sendable {
    /// One kind of items.
    public struct Cell: Hashable, Sendable {
        /// The numbers of the kinds in it, as they were given; several where small ones were put together.
        public let kinds: [Int]
        /// The wrong ones of its labels.
        public let wrong: Proportion
        /// Clopper-Pearson at α shared among the cells: all of them hold at once with probability 1 - α.
        public let interval: Interval
        /// How likely such a difference to all other cells is if there is none, by Fisher's exact test; 1 where there is no
        /// other.
        public let pValue: Double
        /// The same with Holm's correction for as many tests.
        public let adjusted: Double
    }

    /// In the order of the kinds, what was put together last.
    public let cells: [Cell]

    /// Labels that a kind needs to be told alone.
    public static let fewest = 10

    /// - Parameters:
    ///   - kinds: the wrong ones of the labels of each kind; those without labels are left out.
    ///   - fewest: kinds with fewer labels are put together.
    /// - Throws: `notAProbability` for another α.
    /// - Complexity: O(kinds × labels).
    public init(_ kinds: [Proportion], alpha: Double, fewest: Int = Self.fewest) throws(AuditError) {
        try Check.probability(alpha, .alpha)
        let seen = kinds.indices.filter { kinds[$0].trials > 0 }
        var groups = seen.filter { kinds[$0].trials >= fewest }.map { [$0] }
        let small = seen.filter { kinds[$0].trials < fewest }
        if !small.isEmpty { groups.append(small) }
        let total = seen.reduce((0, 0)) { ($0.0 + kinds[$1].count, $0.1 + kinds[$1].trials) }
        var rates: [(wrong: Proportion, pValue: Double)] = []
        for group in groups {
            let sum = group.reduce((0, 0)) { ($0.0 + kinds[$1].count, $0.1 + kinds[$1].trials) }
            let wrong = try Proportion(sum.0, of: sum.1)
            let others = try Proportion(total.0 - sum.0, of: total.1 - sum.1)
            rates.append((wrong, others.trials > 0 ? HolmStepDown.fisher(wrong, others) : 1))
        }
        let adjusted = try HolmStepDown.adjusted(rates.map(\.pValue))
        var cells: [Cell] = []
        for (number, rate) in rates.enumerated() {
            cells.append(
                Cell(
                    kinds: groups[number],
                    wrong: rate.wrong,
                    interval: try rate.wrong.clopperPearson(alpha: alpha / Double(rates.count)),
                    pValue: rate.pValue,
                    adjusted: adjusted[number]
                )
            )
        }
        self.cells = cells
    }
}
