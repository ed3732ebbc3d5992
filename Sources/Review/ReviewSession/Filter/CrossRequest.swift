public import ItemFilter
public import RoundModel

/// Count the items of each pair of values of two fields.
public struct CrossRequest: Hashable, Sendable {
    /// The field whose values stand below each other.
    public let down: FilterField
    /// The field whose values stand beside each other.
    public let across: FilterField
    /// The items to count.
    public let revision: Revision
    public let thresholds: Thresholds
    /// As in `FacetRequest`, of both fields.
    var others: FilterExpression??
}
