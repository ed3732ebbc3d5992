public import ItemFilter

/// What is told of the fields with few values, of the round with a revision.
public enum FacetUpdate: Sendable {
    /// The fields.
    case read(Int, [FilterField])
    /// How far reading them has come, 0 to 1.
    case progressed(Int, fraction: Double)
    /// They could not be read, and why.
    case failed(Int, String)
    /// How many items have each value of a field.
    case counted(FacetRequest, [FacetValue])
    /// How many items have each pair of values of two fields.
    case crossed(CrossRequest, CrossTable)
}

extension FacetUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .read(let round, _), .progressed(let round, _), .failed(let round, _): round
        case .counted(let request, _): request.revision.round
        case .crossed(let request, _): request.revision.round
        }
    }
}
