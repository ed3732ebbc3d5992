public import RoundModel

/// The wrong items that are left in an exported set once those that were found are taken out.
///
/// The number of wrong items in the bucket is bounded first; what was found is then known to be gone, from the set and
/// from its mistakes alike, so that the set's error lies below the bucket's.
public struct RemainingError: Hashable, Sendable {
    /// The bucket's labels: the sample, and what was hunted.
    public let checked: HuntedStratum
    /// Items that a person's answer brought in from other buckets: they are right.
    public let broughtIn: Int

    /// - Parameters:
    ///   - checked: the bucket's labels; all wrong items in them are taken out.
    ///   - broughtIn: items of other buckets that a person's answer puts into this set, from 0.
    public init(_ checked: HuntedStratum, broughtIn: Int = 0) throws(AuditError) {
        try Check.count(broughtIn, .removed, within: 0...Check.largestPopulation)
        self.checked = checked
        self.broughtIn = broughtIn
    }

    /// Without a hunt and without items from elsewhere: N items, n checked, x wrong and taken out.
    public init(size: Int, checked: Int, wrong: Int) throws(AuditError) {
        try self.init(HuntedStratum(size: size, hunted: 0, huntedWrong: 0, sampled: checked, sampledWrong: wrong))
    }

    /// The items that were taken out.
    public var removed: Int { checked.huntedWrong + checked.rest.wrong }

    /// The items of the exported set.
    public var size: Int { checked.size - removed + broughtIn }

    /// The wrong items among them, with probability 1 - α.
    public func wrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        try checked.wrongItems(alpha: alpha, labels).shifted(by: -removed)
    }

    /// The share of wrong items in the exported set.
    public func errorRate(
        alpha: Double,
        _ labels: BucketCheck.LabelState,
        of bucket: Bucket
    ) throws(AuditError) -> Figure {
        let figure = try checked.errorRate(alpha: alpha, labels, of: .exported(bucket))
        let counts = try wrongItems(alpha: alpha, labels)
        guard size > 0 else { return .noItems }
        guard case .estimate(var estimate) = figure, let wrong = checked.wrongItems else {
            // An empty bucket that a person filled has no mistakes.
            guard checked.size == 0 else { return figure }
            return .estimate(
                Estimate(
                    value: 0,
                    interval: Interval(lower: 0, upper: 0),
                    level: 1 - alpha,
                    method: .census,
                    labels: broughtIn,
                    population: AuditPopulation(.exported(bucket), size: size)
                )
            )
        }
        estimate.value = max(0, wrong - Double(removed)) / Double(size)
        estimate.interval = counts.shares(of: size)
        estimate.labels += broughtIn
        estimate.population = AuditPopulation(.exported(bucket), size: size)
        return .estimate(estimate)
    }
}
