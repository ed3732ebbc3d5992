extension SeenErrors {
    /// Items that three reviewers must have answered before each is said to have errors of their own.
    static let fewestOfThree = 20
    /// Of these, the wrong ones that there must be, and the right ones: without them nobody knows how many are overlooked.
    static let fewestOfKind = 5.0

    /// The errors of each reviewer by Dawid and Skene's model; nil where too few items were shared by three, where too few of
    /// them are wrong, or where an answer is of somebody who shared none.
    func ownErrors() throws(AuditError) -> [OwnErrors?]? {
        let ofThree = shared.indices.filter { shared[$0].count > 2 }
        guard ofThree.count >= Self.fewestOfThree else { return nil }
        var given: [DawidSkene.Answer] = []
        for (item, answers) in shared.enumerated() {
            given += answers.map { .init(item: item, reviewer: $0.reviewer, kind: $0.isWrong ? 1 : 0) }
        }
        let model = try DawidSkene(given, items: shared.count, reviewers: answers.count, kinds: 2)
        let likelyWrong = ofThree.reduce(0) { $0 + model.kinds[$1][1] }
        guard likelyWrong >= Self.fewestOfKind, Double(ofThree.count) - likelyWrong >= Self.fewestOfKind else {
            return nil
        }
        var kinds = [[Double]](repeating: [0, 0], count: answers.count)
        for answer in given {
            for kind in 0...1 { kinds[answer.reviewer][kind] += model.kinds[answer.item][kind] }
        }
        var own: [OwnErrors?] = []
        for reviewer in answers.indices {
            let items = kinds[reviewer]
            guard items[0] > 0, items[1] > 0 else {
                if answers[reviewer] > 0 { return nil }
                own.append(nil)
                continue
            }
            let errors = model.errors[reviewer]
            own.append(
                OwnErrors(
                    sensitivity: try CorrectedRate.Part(share: min(1, errors[1][1]), items: items[1]),
                    specificity: try CorrectedRate.Part(share: min(1, errors[0][0]), items: items[0])
                )
            )
        }
        return own
    }

    /// The share without these errors, by how many answers each gave; nil where the answers say nothing.
    func corrected(
        by own: [OwnErrors?],
        alpha: Double,
        of population: AuditPopulation
    ) throws(AuditError) -> Estimate? {
        let parts = zip(answers, own).compactMap { count, own in
            own.map { (weight: Double(count) / Double(answers.reduce(0, +)), errors: $0) }
        }
        let sensitivity = try Self.mean(parts.map { ($0.weight, $0.errors.sensitivity) })
        let specificity = try Self.mean(parts.map { ($0.weight, $0.errors.specificity) })
        func rate(_ wrong: Int, of checked: Int) throws(AuditError) -> CorrectedRate {
            try CorrectedRate(
                seen: Proportion(wrong, of: checked),
                sensitivity: sensitivity,
                specificity: specificity
            )
        }
        let (few, many) = (try rate(wrong, of: checked), try rate(wrong + unsure, of: checked))
        guard let value = many.value else { return nil }
        let (low, high) = (try few.langReiczigel(alpha: alpha), try many.langReiczigel(alpha: alpha))
        var estimate = estimate(
            value,
            Interval(lower: min(low.lower, value), upper: max(high.upper, value)),
            .langReiczigel,
            alpha,
            population
        )
        let ofSure = unsure > 0 && checked > unsure ? try rate(wrong, of: checked - unsure).value : nil
        estimate.unsure = unsureOnes { _ in ofSure }
        return estimate
    }

    /// The mean of shares with weights that add up to 1, and as many items as have the variance of that mean.
    private static func mean(_ parts: [(weight: Double, part: CorrectedRate.Part)]) throws(AuditError)
        -> CorrectedRate.Part
    {
        let share = parts.reduce(0) { $0 + $1.weight * $1.part.share }
        let variance = parts.reduce(0) { $0 + $1.weight * $1.weight / $1.part.items }
        return try CorrectedRate.Part(share: min(1, max(0, share)), items: 1 / variance)
    }
}
