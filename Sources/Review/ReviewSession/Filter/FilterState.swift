public import ItemFilter
public import RoundModel

/// A filter and the items that it leaves, as far as they are known.
public struct FilterState: Sendable {
    /// As it was typed.
    public internal(set) var text: String
    /// What that says.
    public internal(set) var expression: FilterExpression
    /// The items that pass, of those that were looked at; nil before the first answer.
    public internal(set) var items: ItemSet?
    /// How far looking has come, 0 to 1.
    public internal(set) var fraction = 0.0
    /// True once all were looked at, for what `answered` asked.
    public internal(set) var isComplete = false
    /// What `items` answers; it may lag behind thresholds and verdicts for a moment.
    public internal(set) var answered: FilterRequest?
    /// Why it has no answer, such as a file that changed; nil where nothing went wrong.
    public internal(set) var problem: String?
    /// Tells the items of one answer from those of another; 0 before the first.
    var revision = 0

    init(_ text: String, _ expression: FilterExpression) {
        self.text = text
        self.expression = expression
    }
}

/// A pattern that is none, and why.
struct RefusedPattern: Hashable, Sendable {
    var pattern: FilterPattern
    var problem: String
    /// How many of its characters stand before the trouble.
    var character: Int
}

/// Find the items that a filter leaves.
public struct FilterRequest: Hashable, Sendable {
    public internal(set) var expression: FilterExpression
    /// The snapshot, as in `RoundState.revision`.
    public internal(set) var round: Int
    /// The thresholds, where the expression follows them.
    public internal(set) var thresholds: Thresholds?
    /// The baseline, likewise.
    public internal(set) var baseline: Thresholds?
    /// How often verdicts had changed, where it follows them.
    public internal(set) var verdicts: Int?
}
