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

/// The line in which a filter is typed.
public struct FilterDialog: Hashable, Sendable {
    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// What is wrong with it, and where; nil where nothing is, or nobody has been told.
    public internal(set) var error: FilterError?
    /// True once somebody asked for the filter as it is: what is unfinished is then an error too.
    public internal(set) var isTried = false
    /// Why the line holds no more, or the like; nil for nothing.
    public internal(set) var problem: String?
    /// What Tab can put in.
    public internal(set) var completion: FilterCompletion
    /// The candidate that Tab put in last; nil where it did not.
    public internal(set) var completed: Int?
    /// The line before the first Tab.
    var uncompleted: TextEntry?
    /// The place among the filters with a name; nil for what was typed.
    public internal(set) var chosen: Int?

    init(_ text: String, _ fields: FilterFields) {
        entry = TextEntry(text)
        completion = FilterCompletion(text, cursor: entry.cursor, fields)
    }
}

/// The line in which a filter gets its name.
public struct FilterNameDialog: Hashable, Sendable {
    public internal(set) var entry: TextEntry
    public internal(set) var problem: String?

    init(_ name: String) { entry = TextEntry(name) }
}
