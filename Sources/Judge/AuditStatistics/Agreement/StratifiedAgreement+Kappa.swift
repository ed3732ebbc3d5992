extension StratifiedAgreement {
    /// Cohen's κ of the whole round.
    ///
    /// Its interval moves, stratum by stratum, the share of confirmed calls to the ends of its hypergeometric interval, and
    /// how the others are shared out among the answers to those of Clopper and Pearson (`RecoveredInterval`). A variance by
    /// linearisation is too small where a stratum shows few mistakes or none: such an interval of a nominal 95 % held κ in
    /// 50 % of simulated rounds.
    /// - Returns: how many labels are missing where a stratum has none, or where calls and answers are all one and the
    ///   same; `noItems` where all items have one call, whose κ is 0 whatever people say.
    /// - Complexity: O(answers³).
    public func kappa(alpha: Double, of set: AuditedSet = .round) throws(AuditError) -> Figure {
        try Check.probability(alpha, .alpha)
        if isOneCall { return .noItems }
        guard missing == 0 else { return .missing(labels: missing) }
        let labels = table.firstTotals
        let isCensus = labels == sizes
        let shares = sizes.indices.map { call in
            let weight = labels[call] > 0 ? Double(sizes[call]) / Double(labels[call]) / Double(size) : 0
            return table.counts[call].map { Double($0) * weight }
        }
        guard let kappa = AgreementTable.kappa(shares) else { return isCensus ? .noItems : .missing(labels: 1) }
        var recovered = RecoveredInterval(kappa)
        for call in sizes.indices where labels[call] < sizes[call] {
            for rows in try rows(of: call, alpha) {
                recovered.add(
                    rows.map { row in
                        var moved = shares
                        moved[call] = row.map { $0 * Double(sizes[call]) / Double(size) }
                        return AgreementTable.kappa(moved)
                    }
                )
            }
        }
        return .estimate(
            Estimate(
                value: kappa,
                interval: isCensus
                    ? Interval(lower: kappa, upper: kappa) : recovered.interval(within: -1...1),
                level: 1 - alpha,
                method: isCensus ? .census : .zouDonner,
                labels: table.total,
                population: AuditPopulation(set, size: size)
            )
        )
    }

    /// The shares of the answers to one call: first with more or fewer calls confirmed, then with the others shared out
    /// otherwise; each at both ends of an interval.
    private func rows(of call: Int, _ alpha: Double) throws(AuditError) -> [[[Double]]] {
        let counts = table.counts[call]
        let labels = table.firstTotals[call]
        let sample = try FiniteSample(population: sizes[call], checked: labels, wrong: counts[call])
        let confirmed = try sample.inversion(alpha: alpha).shares(of: sizes[call])
        var left = labels - counts[call]
        let others = counts.indices.filter { $0 != call }
        var parts = [
            [confirmed.lower, confirmed.upper].map { share in
                counts.indices.map { answer in
                    if answer == call { return share }
                    // Where all were confirmed, nothing says what the others would be.
                    let part = left > 0 ? Double(counts[answer]) / Double(left) : 1 / Double(others.count)
                    return (1 - share) * part
                }
            }
        ]
        for (place, answer) in others.enumerated().dropLast() where left > 0 {
            let behind = others[(place + 1)...]
            let rest = left - counts[answer]
            let share = try Proportion(counts[answer], of: left).clopperPearson(alpha: alpha)
            parts.append(
                [share.lower, share.upper].map { share in
                    var row = counts.map { Double($0) / Double(labels) }
                    let mass = Double(left) / Double(labels)
                    row[answer] = share * mass
                    for other in behind {
                        let part = rest > 0 ? Double(counts[other]) / Double(rest) : 1 / Double(behind.count)
                        row[other] = (1 - share) * mass * part
                    }
                    return row
                }
            )
            left = rest
        }
        return parts
    }
}
