public import RoundModel

/// The wrong items that are left in an exported set: of its bucket once what verdicts put elsewhere is taken out, and of
/// what they brought in from other buckets.
///
/// The number of wrong items in the bucket is bounded first, by its sample. What was found is known to be gone from the set, or known
/// to be still in it. So a hunt that came after the sample's first label bounds the number of wrong items from below and takes
/// them out, and does not change what the sample says.
public struct RemainingError: Hashable, Sendable {
    /// The labels that bound the bucket's mistakes: the sample, and what was hunted before it.
    public let checked: HuntedStratum
    /// Items of the bucket that were looked at otherwise.
    public let found: Known
    /// Items of the bucket that the set does not hold.
    public let removed: Removed
    /// Items of other buckets that a person who looked at them put into this set.
    public let broughtIn: Known
    /// Items that verdicts brought in although nobody looked at them.
    public let unseen: Int

    /// Items of which it is known whether they are right.
    public struct Known: Hashable, Sendable {
        public var right: Int
        public var wrong: Int

        public static let none = Known(right: 0, wrong: 0)

        public init(right: Int, wrong: Int) {
            self.right = right
            self.wrong = wrong
        }

        /// All of them.
        public var count: Int { right + wrong }
    }

    /// Items of the bucket that the set does not hold, by what is known of them.
    public struct Removed: Hashable, Sendable {
        public var right: Int
        public var wrong: Int
        /// Labels that nobody could tell.
        public var unsure: Int
        /// Those that nobody looked at.
        public var unseen: Int

        public init(right: Int = 0, wrong: Int = 0, unsure: Int = 0, unseen: Int = 0) {
            self.right = right
            self.wrong = wrong
            self.unsure = unsure
            self.unseen = unseen
        }

        /// All of them.
        public var count: Int { right + wrong + unsure + unseen }
    }

    /// - Parameters:
    ///   - found: none of them among the labels of `checked`.
    ///   - removed: labels, found items, and items that nobody looked at; at most as many of each kind as there are.
    public init(
        _ checked: HuntedStratum,
        found: Known = .none,
        removed: Removed,
        broughtIn: Known = .none,
        unseen: Int = 0
    ) throws(AuditError) {
        let rest = checked.rest
        let right =
            checked.hunted - checked.huntedWrong - checked.huntedUnsure + rest.checked - rest.wrong - rest.unsure
        let labels = checked.hunted + rest.checked
        try Check.count(found.right, .checked, within: 0...checked.size - labels)
        try Check.count(found.wrong, .checked, within: 0...checked.size - labels - found.right)
        try Check.count(removed.right, .removed, within: 0...right + found.right)
        try Check.count(removed.wrong, .removed, within: 0...checked.huntedWrong + rest.wrong + found.wrong)
        try Check.count(removed.unsure, .removed, within: 0...checked.huntedUnsure + rest.unsure)
        try Check.count(removed.unseen, .removed, within: 0...checked.size - labels - found.count)
        for count in [broughtIn.right, broughtIn.wrong, unseen] {
            try Check.count(count, .removed, within: 0...Check.largestPopulation)
        }
        self.checked = checked
        self.found = found
        self.removed = removed
        self.broughtIn = broughtIn
        self.unseen = unseen
    }

    /// - Parameters:
    ///   - checked: the bucket's labels; all wrong items in them are taken out.
    ///   - broughtIn: items of other buckets that a person's answer puts into this set: they are right.
    public init(_ checked: HuntedStratum, broughtIn: Int = 0) throws(AuditError) {
        let removed = Removed(wrong: checked.huntedWrong + checked.rest.wrong)
        try self.init(checked, removed: removed, broughtIn: Known(right: broughtIn, wrong: 0))
    }

    /// Without a hunt and without items from elsewhere: N items, n checked, x wrong and taken out.
    public init(size: Int, checked: Int, wrong: Int) throws(AuditError) {
        try self.init(HuntedStratum(size: size, hunted: 0, huntedWrong: 0, sampled: checked, sampledWrong: wrong))
    }

    /// The items of the bucket that the set holds.
    public var kept: Int { checked.size - removed.count }

    /// The items of the set that figures cover: those of the bucket, and those that a person looked at.
    public var size: Int { kept + broughtIn.count }

    /// The items of the set, those that nobody looked at among them.
    public var wholeSize: Int { size + unseen }

    /// Items of the bucket that are known to be wrong.
    private var knownWrong: Int { checked.huntedWrong + checked.rest.wrong + found.wrong }

    /// Items of the set and of its bucket that are known to be right.
    private var keptRight: Int {
        let (rest, hunted) = (checked.rest, checked.hunted - checked.huntedWrong - checked.huntedUnsure)
        return hunted + rest.checked - rest.wrong - rest.unsure + found.right - removed.right
    }

    /// The wrong items among those that figures cover, with probability 1 - α.
    public func wrongItems(alpha: Double, _ labels: BucketCheck.LabelState) throws(AuditError) -> CountInterval {
        let counts = try checked.wrongItems(alpha: alpha, labels)
        let keptWrong = knownWrong - removed.wrong
        // What nobody looked at may be the mistakes, and may be none.
        let lower = max(counts.lower, knownWrong) - removed.wrong - removed.unseen
        let upper = max(counts.upper, knownWrong) - removed.wrong - removed.unsure
        let least = max(keptWrong, lower)
        let most = max(least, min(upper, kept - keptRight))
        return CountInterval(lower: least, upper: most).shifted(by: broughtIn.wrong)
    }

    /// The estimated number of wrong items among those that figures cover; nil without labels.
    ///
    /// - Parameter bucket: the estimate of the bucket's.
    /// - Parameter unsure: how many of those that nobody could tell it counts as wrong and the set does not hold.
    private func wrongItems(_ bucket: Double?, unsure: Int) -> Double? {
        guard let bucket else { return nil }
        let unlabelled = checked.size - checked.hunted - checked.rest.checked - found.count
        let hidden = max(0, bucket - Double(knownWrong))
        // What was taken out unseen is taken for no better and no worse than what else has no label.
        let unseen = unlabelled > 0 ? hidden * Double(removed.unseen) / Double(unlabelled) : 0
        let left = max(bucket, Double(knownWrong)) - Double(removed.wrong + unsure) - unseen
        return min(Double(kept - keptRight), max(Double(knownWrong - removed.wrong), left)) + Double(broughtIn.wrong)
    }

    /// The share of wrong items among those that figures cover: all of the exported set but what nobody looked at.
    public func errorRate(
        alpha: Double,
        _ labels: BucketCheck.LabelState,
        of bucket: Bucket
    ) throws(AuditError) -> Figure {
        try figure(alpha, labels, bucket, unseen: 0)
    }

    /// The share of wrong items in all of the exported set. What nobody looked at counts as right for the interval's lower end,
    /// and as wrong for its upper one and for the estimate.
    public func wholeErrorRate(
        alpha: Double,
        _ labels: BucketCheck.LabelState,
        of bucket: Bucket
    ) throws(AuditError) -> Figure {
        try figure(alpha, labels, bucket, unseen: unseen)
    }

    private func figure(
        _ alpha: Double,
        _ labels: BucketCheck.LabelState,
        _ bucket: Bucket,
        unseen: Int
    ) throws(AuditError) -> Figure {
        let size = size + unseen
        let counts = try wrongItems(alpha: alpha, labels)
        guard size > 0 else { return .noItems }
        guard let wrong = wrongItems(checked.wrongItems, unsure: removed.unsure),
            let ofSure = wrongItems(checked.wrongItemsOfSure, unsure: 0)
        else { return .missing(labels: max(1, checked.rest.emptyStrata)) }
        let valueWithout = (ofSure + Double(unseen)) / Double(size)
        let labelCount = checked.hunted + checked.rest.labels
        let interval = CountInterval(lower: counts.lower, upper: counts.upper + unseen).shares(of: size)
        return .estimate(
            Estimate(
                value: (wrong + Double(unseen)) / Double(size),
                interval: interval,
                level: 1 - alpha,
                method: checked.method(labels),
                labels: labelCount > 0 ? labelCount : broughtIn.count,
                population: AuditPopulation(.exported(bucket), size: size),
                unsure: checked.unsure > 0 ? Estimate.Unsure(labels: checked.unsure, valueWithout: valueWithout) : nil
            )
        )
    }
}
