public import ItemFilter
public import RoundModel

/// A filter and the items that it leaves, as far as they are known.
public struct FilterState: Sendable {
    /// As it was typed.
    public private(set) var text: String
    /// What that says.
    public let expression: FilterExpression
    /// The items that pass, of those that were looked at; nil before the first answer.
    public private(set) var items: ItemSet?
    /// How far looking has come, 0 to 1.
    public private(set) var fraction = 0.0
    /// True once all were looked at, for what `answered` asked.
    public private(set) var isComplete = false
    /// What `items` answers; it may lag behind thresholds and verdicts for a moment.
    public private(set) var answered: FilterRequest?
    /// Why it has no answer, such as a file that changed; nil where nothing went wrong.
    public private(set) var problem: String?
    /// Tells the items of one answer from those of another; 0 before the first.
    private(set) var revision = 0

    init(_ text: String, _ expression: FilterExpression) {
        self.text = text
        self.expression = expression
    }

    /// The same filter as it is typed now.
    func typed(as text: String) -> FilterState {
        var filter = self
        filter.text = text
        return filter
    }

    /// It in place of the one in force, with what is known from that.
    func replacing(_ filter: FilterState?) -> FilterState {
        var fresh = self
        // Another try, where it failed before.
        fresh.problem = nil
        guard let filter else { return fresh }
        if !isComplete, filter.expression == expression, filter.problem == nil {
            // What is known of it already need not be found again.
            return filter.typed(as: text)
        }
        // What is on the screen stays until there is something to take its place.
        if items == nil { (fresh.items, fresh.revision) = (filter.items, filter.revision) }
        return fresh
    }

    /// Takes over items that were found.
    ///
    /// - Parameter revision: the number of the answer.
    mutating func take(
        _ request: FilterRequest,
        _ found: ItemSet,
        _ fraction: Double,
        isComplete: Bool,
        _ revision: Int
    ) {
        guard request.expression == expression else { return }
        // What is whole is not taken for part of itself while it is looked at again.
        if !isComplete, self.isComplete { return }
        items = found
        self.fraction = fraction
        self.isComplete = isComplete
        self.revision = revision
        answered = request
        problem = nil
    }

    /// Takes note that it has no answer, where this is about it.
    mutating func fail(_ request: FilterRequest, _ why: String) {
        if request.expression == expression { problem = why }
    }

    /// Begins anew, since the items it spoke of are no more.
    mutating func forget() { self = FilterState(text, expression) }

    /// What came of it; nil while no item is known.
    func outcome(of round: RoundState, _ keys: KeyNames) -> Message? {
        guard let items else { return nil }
        let way = "\(keys[.back]) shows all again"
        guard items.count > 0 else {
            return Message(.notice, "no item passes the filter; \(keys[.filter]) changes it, \(way)")
        }
        let passing = "\(DecimalText.counted(items.count, "item")) of \(DecimalText.grouped(round.count)) pass"
        return Message(.done, "\(passing); \(way)")
    }
}
