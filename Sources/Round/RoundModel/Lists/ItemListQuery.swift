/// Which items a list holds, and in which order.
public struct ItemListQuery: Hashable, Sendable {
    /// What puts an item on the list.
    public enum Members: Hashable, Sendable {
        /// Items of one bucket at `thresholds`.
        case bucket(Bucket)
        /// Items that are in another bucket than at the baseline.
        case moved
        /// All items of the population.
        case all
    }

    /// The items that the list holds.
    public var members: Members
    /// What the items are ordered by; equal ones stand as in the round.
    public var order: ItemOrder
    /// True to turn the order round: the farthest, the highest or the last of the round first.
    public var descending: Bool
    /// The present thresholds: they make the buckets, and distances are to their lines.
    public var thresholds: Thresholds
    /// The thresholds that `moved` compares with; it plays no part for a bucket.
    public var baseline: Thresholds
    /// What one step of θ adv and θ safety is, so that distances on different scales compare; above 0.
    public var safetyStep: Double
    /// What one step of θ help is, likewise; above 0.
    public var helpStep: Double
    /// The places of all items by the field that `order` names; it plays no part for other orders.
    public var ranks: ItemRanks?

    public init(
        members: Members,
        order: ItemOrder,
        descending: Bool = false,
        thresholds: Thresholds,
        baseline: Thresholds,
        safetyStep: Double,
        helpStep: Double,
        ranks: ItemRanks? = nil
    ) {
        self.members = members
        self.order = order
        self.descending = descending
        self.thresholds = thresholds
        self.baseline = baseline
        self.safetyStep = safetyStep
        self.helpStep = helpStep
        self.ranks = ranks
    }

    /// True where an item with these scores belongs to the list.
    ///
    /// - Parameter ruling: what people made of it; nil where the rule stands.
    public func contains(_ scores: Scores, ruling: Ruling? = nil) -> Bool {
        switch members {
        case .bucket(let bucket): thresholds.bucket(scores, ruling) == bucket
        case .moved: thresholds.bucket(scores, ruling) != baseline.bucket(scores, ruling)
        case .all: true
        }
    }

    /// The distance to the nearest of the three lines, in steps of each line's own threshold; from 0, which is on a
    /// line.
    public func distance(_ scores: Scores) -> Double {
        // The nearer of the two lines of one score is so in steps as well.
        min(
            min(abs(scores.safety - thresholds.adv), abs(scores.safety - thresholds.safety)) / safetyStep,
            abs(scores.helpfulness - thresholds.help) / helpStep
        )
    }
}
