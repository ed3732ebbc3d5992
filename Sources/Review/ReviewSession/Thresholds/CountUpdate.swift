public import RoundModel

/// What is told of counts.
public enum CountUpdate: Sendable {
    /// The counts for the thresholds that the request names, and those of the whole round where the items are a sample.
    case counted(CountRequest, Tally, GridCounts? = nil)
    /// An index of the items of a revision, which counts them from now on.
    case indexed(Revision, ScoreIndex)
    /// What is wanted of a threshold, and what that comes to.
    case wished(WishRequest, WishAnswer)
}

extension CountUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .counted(let request, _, _): request.revision.round
        case .indexed(let revision, _): revision.round
        case .wished(let request, _): request.revision.round
        }
    }
}
