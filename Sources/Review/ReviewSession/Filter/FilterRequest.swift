public import ItemFilter
public import RoundModel

/// Find the items that a filter leaves.
public struct FilterRequest: Hashable, Sendable {
    public let expression: FilterExpression
    /// The snapshot, as in `RoundState.revision`.
    public let round: Int
    /// The thresholds, where the expression follows them.
    public let thresholds: Thresholds?
    /// The baseline, likewise.
    public let baseline: Thresholds?
    /// How often verdicts had changed, where it follows them.
    public let verdicts: Int?
    /// How often leaks had been found, where it follows those.
    public let leaks: Int?
}
