public import ItemFilter
public import RoundModel

/// What is told of filters.
public enum FilterUpdate: Sendable {
    /// The fields that the rows of the round with a revision have.
    case fieldsRead(Int, FilterFields)
    /// The items that a filter leaves, as far as looking has come, 0 to 1.
    case progressed(FilterRequest, ItemSet, fraction: Double, isComplete: Bool)
    /// A pattern in a filter is none: why, and how many of its characters stand before the trouble.
    case refused(FilterRequest, FilterPattern, problem: String, character: Int)
    /// A filter's items could not be found, and why.
    case failed(FilterRequest, String)
}

extension FilterUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .fieldsRead(let round, _): round
        case .progressed(let request, _, _, _): request.round
        case .refused(let request, _, _, _): request.round
        case .failed(let request, _): request.round
        }
    }
}
