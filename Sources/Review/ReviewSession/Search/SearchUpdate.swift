public import RoundModel

/// What is told of a search. Searches have numbers of their own, which a new reading of the round ends.
public enum SearchUpdate: Sendable {
    /// The hits of the search with a number, as far as it has come, 0 to 1.
    case progressed(Int, ItemSet, fraction: Double, isComplete: Bool)
    /// The pattern of search `number` is invalid, and why.
    case refused(Int, problem: String)
    /// The search with a number ended early, and why.
    case failed(Int, message: String)
    /// The hit that a step leads to; nil where the list holds none.
    case hitFound(HitRequest, ItemListQuery.Place?)
    /// Where a search matches in an item's texts.
    case highlighted(TextHighlights)
}

extension SearchUpdate {
    /// The round that it is about; nil where a search's number says that.
    var round: Int? {
        switch self {
        case .hitFound(let request, _): request.revision.round
        case .progressed, .refused, .failed, .highlighted: nil
        }
    }
}
