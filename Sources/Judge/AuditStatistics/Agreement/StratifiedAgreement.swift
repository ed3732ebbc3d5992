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

    var size: Int { sizes.reduce(0, +) }

    /// Buckets that hold items and have no label yet.
    public var missing: Int { zip(sizes, table.firstTotals).count { $0.0 > 0 && $0.1 == 0 } }

    /// Whether all items have one and the same call: what sets this call apart from others then holds whatever people say.
    var isOneCall: Bool { sizes.count { $0 > 0 } == 1 }

    /// The share of the round's items whose call a person would confirm.
    public func accuracy(alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        var strata: [Stratum] = []
        for (call, labels) in table.firstTotals.enumerated() {
            strata.append(try Stratum(size: sizes[call], checked: labels, wrong: table.counts[call][call]))
        }
        let rate = try StratifiedRate(strata)
        let figure = try rate.estimate(alpha: alpha, of: set)
        guard case .estimate(var estimate) = figure, estimate.method == .kornGraubard else { return figure }
        // One bucket holds most of a round, as a rule; the effective number of labels then says too much.
        estimate.interval = try rate.zouDonner(alpha: alpha)
        estimate.method = .zouDonner
        return .estimate(estimate)
    }

    /// Of the round's items that a person would give another answer, the share that the rule gives this one:
    /// over-flagging, where the answer is "adversarial"; false acceptance, where it is "accepted".
    ///
    /// - Returns: `noItems` where all items have one call, which gives all of them, or none, to this answer.
    public func falselyGiven(_ answer: Int, alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        try Check.count(answer, .answers, within: 0...(table.answers - 1))
        if isOneCall { return .noItems }
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
}
