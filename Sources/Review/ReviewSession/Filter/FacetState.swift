public import ItemFilter
public import RoundModel

/// The fields with few values, and how many items have each value of one.
public struct FacetState: Sendable {
    /// The fields, in the order of the rows; nil until all rows were read for them.
    public internal(set) var fields: [FilterField]?
    /// How far reading is, 0 to 1.
    public internal(set) var fraction = 0.0
    /// Why they could not be read; nil where nothing went wrong.
    public internal(set) var problem: String?
    /// The values, in the order of `FacetValue.sorted`.
    public internal(set) var values: [FacetValue] = []
    /// What `values` answers; it may lag behind the thresholds for a moment.
    public internal(set) var counted: FacetRequest?

    /// The round whose facets were asked for last.
    var askedFields = Asked<Int>()
    /// The facet that was asked for last.
    var asked = Asked<FacetRequest>()

    public init() {}
}

/// Count the values of a field.
public struct FacetRequest: Hashable, Sendable {
    public internal(set) var field: FilterField
    /// The items to count.
    public internal(set) var revision: Revision
    public internal(set) var thresholds: Thresholds
}
