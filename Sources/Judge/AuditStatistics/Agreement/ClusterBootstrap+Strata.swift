extension ClusterBootstrap {
    /// The interval of a figure of `StratifiedAgreement` where prompts have several items: in each draw the strata keep
    /// their sizes.
    ///
    /// - Parameters:
    ///   - sizes: the items of each stratum, by call.
    ///   - calls: the stratum of each label.
    ///   - answers: what the person said of it, likewise numbered.
    ///   - figure: what is wanted of the shares of the round by call and answer; nil where it is not defined.
    /// - Returns: nil where more than half of the draws leave it undefined.
    private func stratified(
        _ sizes: [Int],
        _ calls: [Int],
        _ answers: [Int],
        alpha: Double,
        _ figure: ([[Double]]) -> Double?
    ) throws(AuditError) -> Interval? {
        try Check.sameCount(items, calls.count, .clusters)
        try Check.sameCount(calls.count, answers.count, .answers)
        let kinds = sizes.count
        for number in calls + answers { try Check.count(number, .answers, within: 0...max(0, kinds - 1)) }
        let total = Double(sizes.reduce(0, +))
        return try interval(alpha: alpha) { weights in
            var counts = [[Double]](repeating: [Double](repeating: 0, count: kinds), count: kinds)
            for label in weights.indices { counts[calls[label]][answers[label]] += Double(weights[label]) }
            for call in 0..<kinds where sizes[call] > 0 {
                let labels = counts[call].reduce(0, +)
                // A stratum that drew no label leaves the round's figure open.
                guard labels > 0 else { return nil }
                for answer in 0..<kinds { counts[call][answer] *= Double(sizes[call]) / labels / total }
            }
            return figure(counts)
        }
    }

    /// The interval of the share of a round's items whose call a person would confirm.
    public func accuracy(
        sizes: [Int],
        calls: [Int],
        answers: [Int],
        alpha: Double
    ) throws(AuditError) -> Interval? {
        try stratified(sizes, calls, answers, alpha: alpha) { shares in
            shares.indices.reduce(0) { $0 + shares[$1][$1] }
        }
    }

    /// The interval of Cohen's κ of a round.
    public func kappa(sizes: [Int], calls: [Int], answers: [Int], alpha: Double) throws(AuditError) -> Interval? {
        try stratified(sizes, calls, answers, alpha: alpha) { AgreementTable.kappa($0) }
    }

    /// The interval of `StratifiedAgreement.falselyGiven`.
    public func falselyGiven(
        _ answer: Int,
        sizes: [Int],
        calls: [Int],
        answers: [Int],
        alpha: Double
    ) throws(AuditError) -> Interval? {
        try Check.count(answer, .answers, within: 0...max(0, sizes.count - 1))
        return try stratified(sizes, calls, answers, alpha: alpha) { shares in
            let others = shares.map { $0.reduce(0, +) - $0[answer] }
            let all = others.reduce(0, +)
            return all > 0 ? others[answer] / all : nil
        }
    }
}
