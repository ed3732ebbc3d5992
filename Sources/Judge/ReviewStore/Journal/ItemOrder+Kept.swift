internal import RoundModel

extension ItemOrder {
    /// What the review file calls the order, whatever a screen does.
    var keptName: String {
        switch self {
        case .distance: "distance"
        case .safety: "safety"
        case .helpfulness: "helpfulness"
        case .round: "round"
        }
    }

    /// Reads what `keptName` wrote; nil for anything else.
    init?(keptName: String) {
        guard let order = Self.allCases.first(where: { $0.keptName == keptName }) else { return nil }
        self = order
    }
}
