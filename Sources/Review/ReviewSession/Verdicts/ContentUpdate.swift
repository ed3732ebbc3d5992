public import RoundModel

/// What is told of the contents of all items of the round with a revision.
public enum ContentUpdate: Sendable {
    /// What they are.
    case read(Int, ContentKeys)
    /// How far reading them has come, 0 to 1.
    case progressed(Int, fraction: Double)
    /// They could not be read, and why.
    case failed(Int, String)
}

extension ContentUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .read(let round, _), .progressed(let round, _), .failed(let round, _): round
        }
    }
}
