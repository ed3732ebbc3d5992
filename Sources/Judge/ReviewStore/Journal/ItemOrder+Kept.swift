internal import RoundModel

extension ItemOrder {
    /// What the review file calls the order, whatever a screen does.
    var keptName: String {
        switch self {
        case .distance: "distance"
        case .safety: "safety"
        case .helpfulness: "helpfulness"
        case .round: "round"
        case .field(let name): Self.field + name
        }
    }

    private static let field = "field:"

    /// Reads what `keptName` wrote; nil for anything else.
    init?(keptName: String) {
        if keptName.hasPrefix(Self.field) {
            self = .field(String(keptName.dropFirst(Self.field.count)))
            return
        }
        guard let order = Self.usual.first(where: { $0.keptName == keptName }) else { return nil }
        self = order
    }
}
