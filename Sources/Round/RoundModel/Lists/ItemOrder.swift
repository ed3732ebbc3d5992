/// The order in which a list shows its items.
public enum ItemOrder: Hashable, Sendable {
    /// Nearest to any of the three lines first, each distance measured in steps of its threshold.
    case distance
    /// Lowest safety score first.
    case safety
    /// Lowest helpfulness score first.
    case helpfulness
    /// As in the round's files.
    case round
    /// By a field of the rows, as people write it: numbers from the lowest, then texts by their bytes; items without a value
    /// last, whichever way round.
    case field(String)

    /// Those that need no row.
    public static let usual: [ItemOrder] = [.distance, .safety, .helpfulness, .round]

    /// What a person calls it, to name it again: that of a score, or the field.
    public var name: String {
        switch self {
        case .distance: "distance"
        case .safety: "safety"
        case .helpfulness: "helpfulness"
        case .round: "round"
        case .field(let name): name
        }
    }

    /// The order of a name; that of a field where it is none of the usual ones.
    public init(named name: String) {
        let name = ScoreName.named(name)?.rawValue ?? name
        self = Self.usual.first { $0.name == name } ?? .field(name)
    }

    /// As the screen writes it behind the word "list": `by distance`, `as in the round`.
    public var title: String {
        switch self {
        case .distance: "by distance"
        case .safety: "by safety"
        case .helpfulness: "by help"
        case .round: "as in the round"
        case .field(let name): "by \(name)"
        }
    }
}
