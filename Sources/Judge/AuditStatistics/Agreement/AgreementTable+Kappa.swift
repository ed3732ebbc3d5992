extension AgreementTable {
    /// The share of items in each cell.
    var shares: [[Double]] { counts.map { $0.map { Double($0) / Double(max(1, total)) } } }

    /// Cohen's κ = (p_o - p_e) / (1 - p_e) (Cohen 1960); nil without items, and where both give one and the same answer
    /// only, which leaves nothing to agree on beyond chance.
    public var kappa: Double? { total > 0 ? Self.kappa(shares) : nil }

    /// The variance of κ for large samples (Fleiss, Cohen and Everitt 1969); nil where there is no κ.
    public var kappaVariance: Double? {
        guard let kappa, let chance = chanceAgreement else { return nil }
        let (first, second) = Self.margins(shares)
        var sum = 0.0
        for row in counts.indices {
            for column in counts.indices {
                let together = second[row] + first[column]
                let term =
                    row == column
                    ? 1 - (first[row] + second[row]) * (1 - kappa) : (1 - kappa) * together
                sum += shares[row][column] * term * term
            }
        }
        let centre = kappa - chance * (1 - kappa)
        return max(0, sum - centre * centre) / ((1 - chance) * (1 - chance) * Double(total))
    }

    /// The standard error of κ if the two agreed by chance only, for the test of that.
    public var kappaErrorByChance: Double? {
        guard kappa != nil, let chance = chanceAgreement else { return nil }
        let (first, second) = Self.margins(shares)
        let sum = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 * ($1.0 + $1.1) }
        let variance = (chance + chance * chance - sum) / ((1 - chance) * (1 - chance) * Double(total))
        return max(0, variance).squareRoot()
    }

    /// κ over its error by chance, and the two-sided probability of as much; nil where there is none.
    public var chanceTest: (z: Double, pValue: Double)? {
        guard let kappa, let error = kappaErrorByChance, error > 0 else { return nil }
        let z = kappa / error
        return (z, 2 * Special.normalAbove(abs(z)))
    }

    /// κ ± z times the error of Fleiss, Cohen and Everitt, within -1 to 1: too short where nearly all items are judged
    /// alike, so for comparison, not for claims. Nil where there is no κ.
    public func fleissCohenEveritt(alpha: Double) throws(AuditError) -> Interval? {
        try Check.probability(alpha, .alpha)
        guard let kappa, let variance = kappaVariance else { return nil }
        let around = Interval.around(kappa, Special.twoSidedNormal(alpha) * variance.squareRoot())
        return Interval(lower: max(-1, around.lower), upper: min(1, around.upper))
    }

    /// κ with an interval that has width however alike the items are judged (`JudgedAlike`).
    ///
    /// - Returns: how many labels are missing where there are fewer than two, or where both judges gave one and the same
    ///   answer only.
    public func kappaEstimate(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard let kappa, total >= 2 else { return .missing(labels: max(1, missing)) }
        let (first, second) = (firstTotals, secondTotals)
        let given = counts.indices.filter { first[$0] + second[$0] > 0 }
        let kinds = given.flatMap { row in given.filter { $0 != row }.map { (row, $0) } }
        let byChance = kinds.map { Double(first[$0.0]) * Double(second[$0.1]) }
        let chances = byChance.reduce(0, +)
        let judged = JudgedAlike(alike: given.map { counts[$0][$0] }, apart: kinds.map { counts[$0.0][$0.1] })
        let interval = try judged.interval(alpha: alpha, within: -1...1) { mix in
            var shares = [[Double]](repeating: [Double](repeating: 0, count: answers), count: answers)
            for (answer, items) in zip(given, mix.alike) { shares[answer][answer] = items / Double(total) }
            for (kind, cell) in kinds.enumerated() {
                let chance = chances > 0 ? mix.byChance * byChance[kind] / chances : 0
                shares[cell.0][cell.1] = (mix.apart[kind] + chance) / Double(total)
            }
            return Self.kappa(shares)
        }
        guard let interval else { return .missing(labels: 1) }
        return .estimate(
            Estimate(
                value: kappa,
                interval: interval,
                level: 1 - alpha,
                method: .zouDonner,
                labels: total,
                population: population
            )
        )
    }

    private var chanceAgreement: Double? {
        let chance = Self.chance(shares)
        return total > 0 && chance < 1 ? chance : nil
    }

    static func kappa(_ shares: [[Double]]) -> Double? {
        let chance = chance(shares)
        guard chance < 1 else { return nil }
        return (shares.indices.reduce(0) { $0 + shares[$1][$1] } - chance) / (1 - chance)
    }

    static func chance(_ shares: [[Double]]) -> Double {
        let (first, second) = margins(shares)
        // One answer alone on both sides is agreement by chance, whatever the last bit says.
        if first.count(where: { $0 > 0 }) == 1, first.indices.allSatisfy({ (first[$0] > 0) == (second[$0] > 0) }) {
            return 1
        }
        return zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    }

    static func margins(_ shares: [[Double]]) -> (first: [Double], second: [Double]) {
        (shares.map { $0.reduce(0, +) }, shares.indices.map { column in shares.reduce(0) { $0 + $1[column] } })
    }
}
