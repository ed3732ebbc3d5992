/// Items that were hunted, taken whole, beside the sample of the rest of their bucket.
///
/// A hunt goes where the mistakes are and says nothing about rates; but items that were all looked at are known. So
/// they are a stratum of their own, and the sample speaks of the rest only. This holds where the hunt did not look at
/// the estimation queue's labels, and where the sample leaves out what was hunted.
public struct HuntedStratum: Hashable, Sendable {
    /// The items of the bucket.
    public let size: Int
    /// Items that were hunted, all of them with an answer.
    public let hunted: Int
    /// Of them, those that are wrong.
    public let huntedWrong: Int
    /// The sample of the items that were not hunted.
    public let rest: FiniteSample
    /// Hunted items that the person was unsure of: right for the lower ends, wrong for the upper.
    public let huntedUnsure: Int
    /// Likewise of the sample.
    public let sampledUnsure: Int

    public init(
        size: Int,
        hunted: Int,
        huntedWrong: Int,
        sampled: Int,
        sampledWrong: Int,
        huntedUnsure: Int = 0,
        sampledUnsure: Int = 0
    ) throws(AuditError) {
        try Check.part(hunted, .checked, of: size, .size)
        try Check.count(huntedWrong, .wrong, within: 0...hunted)
        try Check.count(huntedUnsure, .unsure, within: 0...(hunted - huntedWrong))
        self.size = size
        self.hunted = hunted
        self.huntedWrong = huntedWrong
        rest = try FiniteSample(population: size - hunted, checked: sampled, wrong: sampledWrong)
        try Check.count(sampledUnsure, .unsure, within: 0...(sampled - sampledWrong))
        self.huntedUnsure = huntedUnsure
        self.sampledUnsure = sampledUnsure
    }

    /// The estimated number of wrong items in the bucket, among those that the person could tell; nil where the rest
    /// has no such labels.
    public var wrongItems: Double? {
        if rest.population == 0 { return Double(huntedWrong) }
        let sure = rest.checked - sampledUnsure
        guard sure > 0 else { return nil }
        return Double(huntedWrong) + Double(rest.population) * Double(rest.wrong) / Double(sure)
    }

    /// The number of wrong items in the bucket, with probability 1 - α.
    public func wrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        let few = rest
        let many = try FiniteSample(
            population: rest.population,
            checked: rest.checked,
            wrong: rest.wrong + sampledUnsure
        )
        let (lower, upper) =
            switch labels {
            case .done: (try few.inversion(alpha: alpha).lower, try many.inversion(alpha: alpha).upper)
            case .labelling:
                (try few.confidenceSequence(alpha: alpha).lower, try many.confidenceSequence(alpha: alpha).upper)
            }
        return CountInterval(lower: lower + huntedWrong, upper: upper + huntedWrong + huntedUnsure)
    }

    /// The share of wrong items of the bucket.
    public func errorRate(
        alpha: Double,
        _ labels: BucketCheck.LabelState,
        of set: AuditedSet
    ) throws(AuditError) -> Figure {
        let counts = try wrongItems(alpha: alpha, labels)
        guard size > 0 else { return .noItems }
        guard let wrongItems else { return .missing(labels: 1) }
        let isCensus = hunted + rest.checked == size
        return .estimate(
            Estimate(
                value: wrongItems / Double(size),
                interval: counts.shares(of: size),
                level: 1 - alpha,
                method: isCensus
                    ? .census : labels == .done ? .hypergeometric : .confidenceSequenceWithoutReplacement,
                labels: hunted + rest.checked,
                population: AuditPopulation(set, size: size)
            )
        )
    }
}
