/// The order in which a list shows its items.
public enum ItemOrder: String, CaseIterable, Sendable {
    /// Nearest to any of the three lines first, each distance measured in steps of its threshold.
    case distance
    /// Lowest safety score first.
    case safety
    /// Lowest helpfulness score first.
    case helpfulness
    /// As in the round's files.
    case round

    /// As the screen writes it behind the word "list": `by distance`, `as in the round`.
    public var title: String {
        switch self {
        case .distance: "by distance"
        case .safety: "by safety"
        case .helpfulness: "by help"
        case .round: "as in the round"
        }
    }
}
