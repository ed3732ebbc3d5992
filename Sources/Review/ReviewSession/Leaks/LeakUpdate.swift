/// What is told of items that are not to be trained on.
public enum LeakUpdate: Sendable {
    /// Those that were looked for; nil where the files cannot be read, which the export's dialog says.
    case found(LeakState.Request, Leaks?)
}

extension LeakUpdate {
    /// The round that it is about.
    var round: Int? {
        switch self {
        case .found(let request, _): request.round
        }
    }
}
