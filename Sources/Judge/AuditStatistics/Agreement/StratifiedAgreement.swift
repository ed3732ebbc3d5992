/// How far the reward models' calls agree with a person's over a whole round whose buckets were sampled at different
/// rates.
///
/// The buckets are the strata. Labels pooled without weights would say how far they agree on the labels, of which a
/// small bucket may hold most.
public struct StratifiedAgreement: Hashable, Sendable {
    /// The items of each bucket, by call.
    public let sizes: [Int]
    /// The labels: a row for each call, a column for each answer.
    public let table: AgreementTable

    /// - Parameters:
    ///   - sizes: as many as the table has answers.
    ///   - table: no row holds more labels than its bucket has items.
    public init(sizes: [Int], _ table: AgreementTable) throws(AuditError) {
        try Check.sameCount(sizes.count, table.answers, .strata)
        for (size, labels) in zip(sizes, table.firstTotals) { try Check.part(labels, .checked, of: size, .size) }
        guard sizes.contains(where: { $0 > 0 }) else { throw .empty(.strata) }
        self.sizes = sizes
        self.table = table
    }

    private var size: Int { sizes.reduce(0, +) }

    /// Buckets that hold items and have no label yet.
    public var missing: Int { zip(sizes, table.firstTotals).count { $0.0 > 0 && $0.1 == 0 } }

    /// The share of the round's items whose call a person would confirm.
    public func accuracy(alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        var strata: [Stratum] = []
        for (call, labels) in table.firstTotals.enumerated() {
            strata.append(try Stratum(size: sizes[call], checked: labels, wrong: table.counts[call][call]))
        }
        return try StratifiedRate(strata).estimate(alpha: alpha, of: set)
    }

    /// Of the round's items that a person would give another answer, the share that the rule gives this one:
    /// over-flagging, where the answer is "adversarial"; false acceptance, where it is "accepted".
    public func falselyGiven(_ answer: Int, alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        try Check.count(answer, .answers, within: 0...(table.answers - 1))
        var parts: [RatioEstimate.Parts] = []
        for (call, labels) in table.firstTotals.enumerated() where sizes[call] > 0 {
            let other = labels - table.counts[call][answer]
            // "Right" is the ratio's upper part: other answers in the bucket of this call.
            let isThis = call == answer
            let stratum = try SelectionStratum(
                size: sizes[call],
                takenRight: isThis ? other : 0,
                takenWrong: 0,
                leftWrong: isThis ? 0 : other,
                leftRight: labels - other
            )
            parts.append(.init(stratum, right: isThis ? other : nil, wrong: isThis ? nil : other))
        }
        return try RatioEstimate(parts).estimate(alpha: alpha, of: AuditPopulation(set, size: size))
    }

    /// Cohen's κ of the whole round; its variance by linearisation within the strata:
    /// ∂κ/∂p_ij = ([i = j] - (1-κ)(p_{j+} + p_{+i})) / (1 - p_e).
    public func kappa(alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        guard missing == 0 else { return .missing(labels: missing) }
        let labels = table.firstTotals
        let weights = sizes.map { Double($0) / Double(size) }
        let shares = table.counts.indices.map { call in
            table.counts[call].map { labels[call] > 0 ? weights[call] * Double($0) / Double(labels[call]) : 0 }
        }
        guard let kappa = AgreementTable.kappa(shares) else { return .missing(labels: 1) }
        let (first, second) = AgreementTable.margins(shares)
        let chance = AgreementTable.chance(shares)
        var variance = 0.0
        for call in labels.indices where labels[call] > 1 && labels[call] < sizes[call] {
            let slopes = labels.indices.map { answer in
                ((call == answer ? 1 : 0) - (1 - kappa) * (first[answer] + second[call])) / (1 - chance)
            }
            let n = Double(labels[call])
            let mean = zip(slopes, table.counts[call]).reduce(0) { $0 + $1.0 * Double($1.1) } / n
            let squares = zip(slopes, table.counts[call]).reduce(0) {
                $0 + Double($1.1) * ($1.0 - mean) * ($1.0 - mean)
            }
            variance += weights[call] * weights[call] * (1 - n / Double(sizes[call])) * squares / (n - 1) / n
        }
        let isCensus = labels == sizes
        // A bucket whose labels are all alike shows no variance: one label more may change that.
        guard isCensus || showsVariance else { return .missing(labels: 1) }
        let around = Interval.around(kappa, Special.twoSidedNormal(alpha) * variance.squareRoot())
        return .estimate(
            Estimate(
                value: kappa,
                interval: Interval(lower: max(-1, around.lower), upper: min(1, around.upper)),
                level: 1 - alpha,
                method: isCensus ? .census : .linearised,
                labels: table.total,
                population: AuditPopulation(set, size: size)
            )
        )
    }

    /// False where every bucket that is not known whole has labels of one kind only.
    private var showsVariance: Bool {
        table.counts.indices.contains { call in
            let labels = table.firstTotals[call]
            return labels > 1 && labels < sizes[call] && table.counts[call].count { $0 > 0 } > 1
        }
    }
}
