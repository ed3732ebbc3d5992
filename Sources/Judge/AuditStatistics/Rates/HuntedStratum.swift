/// Items that were hunted, taken whole, beside the sample of the rest of their bucket.
///
/// A hunt goes where the mistakes are and says nothing about rates; but items that were all looked at are known. So
/// they are a stratum of their own, and the sample speaks of the rest only. This holds where the hunt did not look at
/// the sample's labels, and where the sample leaves out what was hunted: so a hunt that came before the sample's first label is
/// such a stratum. One that came later is none: it takes away only what the sample does not hold, even where it was
/// led by nothing but the scores, and what is left is no longer what the sample was drawn from.
public struct HuntedStratum: Hashable, Sendable {
    /// The items of the bucket.
    public let size: Int
    /// Items that were hunted, all of them with an answer.
    public let hunted: Int
    /// Of them, those that are wrong.
    public let huntedWrong: Int
    /// Hunted items that nobody could tell: right for the lower ends, wrong for the upper and for estimates.
    public let huntedUnsure: Int
    /// The sample of the items that were not hunted.
    public let rest: CheckedSample

    /// - Parameters:
    ///   - size: the items of the bucket.
    ///   - rest: the sample of those that were not hunted.
    public init(
        size: Int,
        hunted: Int,
        huntedWrong: Int,
        huntedUnsure: Int = 0,
        rest: CheckedSample
    ) throws(AuditError) {
        try Check.part(hunted, .checked, of: size, .size)
        try Check.count(huntedWrong, .wrong, within: 0...hunted)
        try Check.count(huntedUnsure, .unsure, within: 0...(hunted - huntedWrong))
        try Check.count(rest.population, .size, within: size - hunted...size - hunted)
        self.size = size
        self.hunted = hunted
        self.huntedWrong = huntedWrong
        self.huntedUnsure = huntedUnsure
        self.rest = rest
    }

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
        try self.init(
            size: size,
            hunted: hunted,
            huntedWrong: huntedWrong,
            huntedUnsure: huntedUnsure,
            rest: CheckedSample(
                population: size - hunted,
                checked: sampled,
                wrong: sampledWrong,
                unsure: sampledUnsure
            )
        )
    }

    /// Labels that nobody could tell.
    var unsure: Int { huntedUnsure + rest.unsure + rest.gone.unsure }

    /// The estimated number of wrong items in the bucket, those that nobody could tell among them; nil where the rest
    /// has no labels.
    public var wrongItems: Double? { rest.wrongItems.map { Double(huntedWrong + huntedUnsure) + $0 } }

    /// The same by the labels alone that somebody could tell.
    public var wrongItemsOfSure: Double? { rest.wrongItemsOfSure.map { Double(huntedWrong) + $0 } }

    /// The number of wrong items in the bucket, with probability 1 - α.
    public func wrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        let counts = try rest.wrongItems(alpha: alpha, labels)
        return CountInterval(lower: counts.lower + huntedWrong, upper: counts.upper + huntedWrong + huntedUnsure)
    }

    /// The share of wrong items of the bucket.
    public func errorRate(
        alpha: Double,
        _ labels: BucketCheck.LabelState,
        of set: AuditedSet
    ) throws(AuditError) -> Figure {
        let counts = try wrongItems(alpha: alpha, labels)
        guard size > 0 else { return .noItems }
        guard let wrongItems, let ofSure = wrongItemsOfSure else { return .missing(labels: max(1, rest.emptyStrata)) }
        return .estimate(
            Estimate(
                value: wrongItems / Double(size),
                interval: counts.shares(of: size),
                level: 1 - alpha,
                method: method(labels),
                labels: hunted + rest.labels,
                population: AuditPopulation(set, size: size),
                unsure: unsure > 0
                    ? Estimate.Unsure(labels: unsure, valueWithout: ofSure / Double(size)) : nil
            )
        )
    }

    func method(_ labels: BucketCheck.LabelState) -> IntervalMethod {
        if hunted + rest.checked == size { return .census }
        if rest.strata.count > 1 { return labels == .done ? .stratifiedHypergeometric : .stratifiedSequence }
        return labels == .done ? .hypergeometric : .confidenceSequenceWithoutReplacement
    }
}
