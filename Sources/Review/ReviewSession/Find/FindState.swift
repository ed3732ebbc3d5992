public import ItemFilter
public import RoundModel
public import Verdicts

/// What is looked for in the round, and which items that leaves.
public struct FindState: Sendable {
    /// The search, and the steps to what it finds.
    public internal(set) var searching = Searching()
    /// The filter in force, the one that is typed, those with a name.
    public internal(set) var filtering = Filtering()
    /// The fields with few values, and counts of them.
    public internal(set) var facets = FacetState()
    /// The items that filter and search leave; nil for all.
    private(set) var members: ItemSet?
    /// What `members` was made of.
    private var membersRevision: Revision?

    /// What is searched for in the texts; nil for nothing.
    public var search: SearchState? { searching.search }
    /// The filter in force; nil for none.
    public var filter: FilterState? { filtering.filter }
    /// The filter that is being typed; nil where the line is none.
    public var filterPreview: FilterState? { filtering.preview }
    /// The items that the filter in force leaves, or in its place the one that is typed; nil for all.
    public var shownItems: ItemSet? { filtering.shownItems }
    /// True where these are what a line leaves that is being typed.
    public var isShowingTyped: Bool { filtering.isShowingTyped }
    /// The filters with a name, in the order of their names.
    public var filters: [NamedFilter] { filtering.named }
    /// The fields that the rows have; nil until somebody looked.
    public var fields: FilterFields? { filtering.fields }

    /// The items that a search found, where they are shown alone; nil for all.
    var hitsAlone: ItemSet? { search.flatMap { $0.isOnly ? $0.hits : nil } }

    /// Keeps `members` what filter and search leave.
    ///
    /// - Parameter revision: changes whenever other items are left.
    mutating func join(_ revision: Revision) {
        guard revision != membersRevision else { return }
        membersRevision = revision
        switch (filtering.shownItems, hitsAlone) {
        case (let items?, let hits?): members = items.intersection(hits)
        case (let items, let hits): members = items ?? hits
        }
    }

    /// Lets filter and facets begin anew, since the items they spoke of are no more.
    mutating func restartFilter() {
        filtering.restart()
        facets = FacetState()
    }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        searching.dropStep()
        (members, membersRevision) = (nil, nil)
        restartFilter()
    }
}
