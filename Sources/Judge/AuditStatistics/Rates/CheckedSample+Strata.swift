extension CheckedSample {
    /// Samples of two parts of some items, each drawn at a rate of its own: denser where mistakes are likely.
    ///
    /// Given how many labels fell into a part they are a simple random sample of it, so each of them stands for N_h / n_h items
    /// (Horvitz and Thompson 1952; Cochran 1977, chapter 5).
    /// - Parameters:
    ///   - near: the part that is drawn often; it may be empty.
    ///   - far: the rest.
    public init(near: CheckedSample, far: CheckedSample) throws(AuditError) {
        let all = [near, far]
        let strata = all.filter { $0.population + $0.gone.checked > 0 }
        func sum(_ count: (CheckedSample) -> Int) -> Int { all.reduce(0) { $0 + count($1) } }
        let gone = Gone(
            checked: sum(\.gone.checked),
            wrong: sum(\.gone.wrong),
            unsure: sum(\.gone.unsure)
        )
        try self.init(
            population: sum(\.population),
            checked: sum(\.checked),
            wrong: sum(\.wrong),
            unsure: sum(\.unsure),
            gone: gone,
            // One part alone is a simple random sample.
            strata: strata.count > 1 ? strata : []
        )
    }

    /// Strata without a label: below one in each there is no estimate.
    var emptyStrata: Int { strata.count { $0.population > 0 && $0.labels == 0 } }

    /// The sum of what is known of each part; nil where something is not.
    static func sum(_ parts: [Double?]) -> Double? {
        parts.reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
    }

    /// The wrong items of two strata that are there, with probability 1 - α.
    func stratifiedWrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        var few: [FiniteSample] = []
        var many: [FiniteSample] = []
        for stratum in strata {
            few.append(try stratum.best)
            many.append(try stratum.worst)
        }
        let counts: CountInterval
        switch labels {
        case .done:
            counts = CountInterval(
                lower: try StrataCheck(few).inversion(alpha: alpha).lower,
                upper: try StrataCheck(many).inversion(alpha: alpha).upper
            )
        case .labelling:
            counts = CountInterval(
                lower: try StrataCheck(few).confidenceSequence(alpha: alpha).lower,
                upper: try StrataCheck(many).confidenceSequence(alpha: alpha).upper
            )
        }
        return CountInterval(lower: counts.lower, upper: max(counts.lower, counts.upper - gone.against))
    }
}
