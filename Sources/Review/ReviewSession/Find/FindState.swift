public import ItemFilter
import RoundModel
public import Verdicts

/// What is looked for in the round, and which items that leaves.
public struct FindState: Sendable {
    /// What is searched for in the texts; nil for nothing.
    public internal(set) var search: SearchState?
    /// Searches so far; the number of the newest.
    var searches = 0
    /// The step to a hit that was asked for last, until it is there.
    var hit: HitRequest?
    /// The filter in force; nil for none.
    public internal(set) var filter: FilterState?
    /// The filter that is being typed; nil where the line is none.
    public internal(set) var filterPreview: FilterState?
    /// The newest pattern in a filter that turned out to be invalid.
    var refusedPattern: RefusedPattern?
    /// The filters with a name, in the order of their names.
    public internal(set) var filters: [NamedFilter] = []
    /// The filter that was in force last, to offer it again.
    var lastFilter: String?
    /// The filter that was in force when the review was left; nil once it is taken up.
    var resumedFilter: String?
    /// The filter whose items were asked for last.
    var askedFilter = Asked<FilterRequest>()
    /// Answers about filters so far.
    var filterAnswers = 0
    /// The fields that the rows have; nil until somebody looked.
    public internal(set) var fields: FilterFields?
    /// The round whose fields were asked for last.
    var askedFields = Asked<Int>()
    /// The fields with few values, and counts of them.
    public internal(set) var facets = FacetState()
    /// The items that filter and search leave; nil for all.
    var members: ItemSet?
    /// What `members` was made of.
    var membersRevision: Revision?

    /// Forgets what was asked about items that have other numbers now.
    mutating func forgetAsked() {
        hit = nil
        askedFilter.forget()
        askedFields.forget()
        facets.askedFields.forget()
        facets.asked.forget()
    }
}
