/// How far one judge's yes or no agrees with a person's over all items that it judged, where the samples that people saw were drawn
/// by something else.
///
/// The strata are what both the samples and the judge's answers tell apart: within one, the labels are a simple random sample, and
/// how many items it holds is known.
public struct PostStratifiedAgreement: Hashable, Sendable {
    /// Items that one call of the samples and one answer of the judge have in common.
    public struct Stratum: Hashable, Sendable {
        /// All of them.
        public var size: Int
        /// The judge's answer.
        public var answer: Bool
        /// Those that a person said yes to, and no.
        public var yes: Int
        public var no: Int

        public init(size: Int, answer: Bool, yes: Int, no: Int) {
            (self.size, self.answer, self.yes, self.no) = (size, answer, yes, no)
        }

        var labels: Int { yes + no }
    }

    public let strata: [Stratum]

    /// - Parameter strata: none with more labels than items; at least one with items.
    public init(_ strata: [Stratum]) throws(AuditError) {
        for stratum in strata {
            try Check.part(stratum.yes, .checked, of: stratum.labels, .checked)
            try Check.part(stratum.labels, .checked, of: stratum.size, .size)
        }
        self.strata = strata.filter { $0.size > 0 }
        guard !self.strata.isEmpty else { throw .empty(.strata) }
    }

    public var size: Int { strata.reduce(0) { $0 + $1.size } }

    /// Strata that nobody has looked at.
    public var missing: Int { strata.count { $0.labels == 0 } }

    /// Cohen's κ over all these items. Its interval moves, stratum by stratum, the share of the judge's answers that a person
    /// confirmed to the ends of its hypergeometric interval, as that of `StratifiedAgreement`.
    ///
    /// - Returns: how many labels are missing where a stratum has none, or where both say one and the same of all; `noItems`
    ///   where the judge says the same of all items, whose κ is 0 whatever people say.
    public func kappa(alpha: Double, of population: AuditPopulation) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        if Set(strata.map(\.answer)).count == 1 { return .noItems }
        guard missing == 0 else { return .missing(labels: missing) }
        let shares = strata.map { Double($0.yes) / Double($0.labels) }
        let isCensus = strata.allSatisfy { $0.labels == $0.size }
        guard let kappa = AgreementTable.kappa(table(shares)) else {
            return isCensus ? .noItems : .missing(labels: 1)
        }
        var recovered = RecoveredInterval(kappa)
        for (number, stratum) in strata.enumerated() where stratum.labels < stratum.size {
            let sample = try FiniteSample(population: stratum.size, checked: stratum.labels, wrong: stratum.yes)
            let ends = try sample.inversion(alpha: alpha).shares(of: stratum.size)
            recovered.add(
                [ends.lower, ends.upper].map { share in
                    var moved = shares
                    moved[number] = share
                    return AgreementTable.kappa(table(moved))
                }
            )
        }
        return .estimate(
            Estimate(
                value: kappa,
                interval: isCensus ? Interval(lower: kappa, upper: kappa) : recovered.interval(within: -1...1),
                level: 1 - alpha,
                method: isCensus ? .census : .zouDonner,
                labels: strata.reduce(0) { $0 + $1.labels },
                population: population
            )
        )
    }

    /// The share of all items in each cell: the judge's yes and no down, the person's across.
    ///
    /// - Parameter yes: of each stratum, the share that a person says yes to.
    private func table(_ yes: [Double]) -> [[Double]] {
        var cells = [[0.0, 0.0], [0.0, 0.0]]
        for (stratum, yes) in zip(strata, yes) {
            let weight = Double(stratum.size) / Double(size)
            cells[stratum.answer ? 0 : 1][0] += weight * yes
            cells[stratum.answer ? 0 : 1][1] += weight * (1 - yes)
        }
        return cells
    }
}
