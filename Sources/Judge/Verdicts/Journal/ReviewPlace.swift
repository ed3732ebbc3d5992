public import RoundModel

/// Where a review was left off, to go on from there.
public struct ReviewPlace: Hashable, Sendable {
    /// The thresholds.
    public var thresholds: Thresholds
    /// What moves are counted against.
    public var baseline: Thresholds
    /// The threshold that the arrow keys move.
    public var chosen: ThresholdName
    /// The list; nil where nobody chose one.
    public var list: ReviewList?
    /// Its order; nil where that is not known.
    public var order: ItemOrder?
    /// True where that is turned round.
    public var isDescending: Bool
    /// The item under the cursor; nil for none.
    public var item: ItemDigest?
    /// Where its row stood.
    public var itemPlace: RowPlace?
    /// The text that is searched for; nil for none.
    public var search: String?
    /// True where it is a regular expression.
    public var isExpression: Bool
    /// The queue that is worked through; nil for none.
    public var queue: ReviewQueue?
    /// The filter in force, as it was written; nil for none.
    public var filter: String?
    /// The filters that have a name, in the order of their names.
    public var filters: [NamedFilter] = []
    /// The fields that have a column in the list, by their names; nil for the usual ones.
    public var columns: [String]?

    public init(
        thresholds: Thresholds,
        baseline: Thresholds,
        chosen: ThresholdName,
        list: ReviewList? = nil,
        order: ItemOrder? = nil,
        isDescending: Bool = false,
        item: ItemDigest? = nil,
        itemPlace: RowPlace? = nil,
        search: String? = nil,
        isExpression: Bool = false,
        queue: ReviewQueue? = nil
    ) {
        self.thresholds = thresholds
        self.baseline = baseline
        self.chosen = chosen
        self.list = list
        self.order = order
        self.isDescending = isDescending
        self.item = item
        self.itemPlace = itemPlace
        self.search = search
        self.isExpression = isExpression
        self.queue = queue
    }
}
