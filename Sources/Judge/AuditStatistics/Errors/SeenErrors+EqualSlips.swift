extension SeenErrors {
    /// The most items that are asked for before it is said that nothing can be told.
    private static let mostAskedFor = 10_000

    /// Where all slip as often, how often follows from how often two differ; of those who share an item the first two
    /// count.
    ///
    /// What was seen is taken with Clopper-Pearson's interval, also of a bucket that was checked whole: which items were
    /// slipped on is chance even there.
    func correctedForEqualSlips(
        alpha: Double,
        of population: AuditPopulation
    ) throws(AuditError) -> Correction {
        let differing = shared.count { $0[0].isWrong != $0[1].isWrong }
        let slips = try EqualSlips(differing: Proportion(differing, of: shared.count))
        let range = try slips.interval(alpha: alpha)
        guard range.upper < 0.5 else {
            return .impossible(try Self.obstacle(differing, of: shared.count, alpha: alpha))
        }
        let (few, many) = (try Proportion(wrong, of: checked), try Proportion(wrong + unsure, of: checked))
        let seen = Interval(
            lower: try few.clopperPearson(alpha: alpha).lower,
            upper: try many.clopperPearson(alpha: alpha).upper
        )
        guard let share = many.value, let value = slips.corrected(share),
            let interval = try slips.interval(of: share, seen: seen, alpha: alpha)
        else { return .impossible(.likeGuesses) }
        let overlap = Estimate(
            value: slips.value,
            interval: range,
            level: 1 - alpha,
            method: .clopperPearson,
            labels: shared.count,
            population: AuditPopulation(.overlap, size: shared.count)
        )
        var estimate = estimate(value, interval, .zouDonner, alpha, population)
        estimate.unsure = unsureOnes { slips.corrected($0) }
        return .corrected(estimate, .equalSlips(overlap))
    }

    private static func obstacle(_ differing: Int, of shared: Int, alpha: Double) throws(AuditError) -> Obstacle {
        guard 2 * differing < shared else { return .likeGuesses }
        for more in 1...mostAskedFor {
            let slips = try EqualSlips(differing: Proportion(differing, of: shared + more))
            if try slips.interval(alpha: alpha).upper < 0.5 { return .tooFewShared(more: more) }
        }
        return .likeGuesses
    }

    /// What the unsure ones do to an estimate.
    func unsureOnes(_ corrected: (Double) -> Double?) -> Estimate.Unsure? {
        guard unsure > 0 else { return nil }
        let sure = checked - unsure
        return Estimate.Unsure(
            labels: unsure,
            valueWithout: sure > 0 ? corrected(Double(wrong) / Double(sure)) : nil
        )
    }
}
