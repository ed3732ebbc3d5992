public import ItemFilter
import RoundModel
public import Verdicts

/// Filters: the one in force, the one that is typed, those with a name, and what the names of fields can mean.
public struct Filtering: Sendable {
    /// The filter in force; nil for none.
    public private(set) var filter: FilterState?
    /// The filter that is being typed; nil where the line is none.
    public private(set) var preview: FilterState?
    /// The items that the line leaves while it is typed: those of the newest line that was a filter; nil where nobody has
    /// typed yet.
    private var shown: ShownItems?
    /// The newest line that was a filter; nil where none was yet.
    private var latest: FilterState?
    /// The line as it was opened; nil where none is open.
    private var opened: String?
    /// The filters with a name, in the order of their names.
    public private(set) var named: [NamedFilter] = []
    /// The fields that the rows have; nil until somebody looked.
    public private(set) var fields: FilterFields?
    /// The filter that was in force when the review was left; nil once it is taken up.
    private(set) var resumed: String?
    /// The filter that was in force last, to offer it again.
    private var last: String?
    /// The newest pattern that turned out to be none.
    private var refused: RefusedPattern?
    /// The filter whose items were asked for last.
    private var asked = Asked<FilterRequest>()
    /// The round whose fields were asked for last.
    private var askedFields = Asked<Int>()
    /// Answers so far.
    private var answers = 0

    /// What names in a filter can mean, as far as it is known.
    var knownFields: FilterFields { fields ?? .unknown }

    /// True while the names of fields are on their way.
    var isReadingFields: Bool { fields == nil && askedFields.isPending }

    // MARK: The line

    /// Begins with a line.
    ///
    /// - Parameter text: what it begins with; nil for the filter in force, or the last: one that was taken off is offered
    ///   again.
    /// - Returns: what the line begins with.
    mutating func open(_ text: String?) -> String {
        let line = text ?? filter?.text ?? last ?? ""
        preview = filter.flatMap { $0.text == line ? $0 : nil }
        (opened, shown, latest) = (line, nil, nil)
        return line
    }

    /// The items that pass the filter that is typed, or else the one in force; nil for all.
    var shownItems: ItemSet? { shown.map(\.items) ?? filter?.items }
    /// Tells these from others.
    var shownRevision: Int { shown?.revision ?? filter?.revision ?? 0 }
    /// True where a line that is typed has other items shown than the filter in force.
    var isShowingTyped: Bool { shown != nil }

    /// Takes note of what is typed, of which an unfinished word may follow a filter whose items are on their way.
    private mutating func note(_ text: String) {
        if text != opened { opened = nil }
        latest = preview
        // An empty line leaves all.
        if opened == nil, preview == nil { shown = ShownItems(items: nil, revision: 0) }
        showLatest()
    }

    /// Shows what the newest filter leaves, once that is known and somebody has typed.
    private mutating func showLatest() {
        guard opened == nil, let latest, let items = latest.items else { return }
        shown = ShownItems(items: items, revision: latest.revision)
    }

    /// Reads a line, and lets its items be counted where it is a filter.
    ///
    /// - Returns: what is wrong with it; nil where nothing is.
    mutating func look(at text: String) -> FilterError? {
        do throws(FilterError) {
            let expression = try FilterParser.parse(text, knownFields)
            if let error = patternError(in: text) { throw error }
            if preview?.expression != expression || preview?.problem != nil {
                let known = filter.flatMap { $0.expression == expression ? $0 : nil }
                preview = known ?? expression.map { FilterState(text, $0) }
            }
            preview = preview?.typed(as: text)
            note(text)
            return nil
        } catch {
            preview = nil
            return error
        }
    }

    /// What is wrong with a pattern that was refused before; nil where the line has none such.
    private func patternError(in text: String) -> FilterError? {
        guard let refused else { return nil }
        return FilterParser.error(of: refused.pattern, refused.problem, at: refused.character, in: text, knownFields)
    }

    /// Ends with the line.
    ///
    /// - Returns: the filter that was typed; nil where it was none.
    @discardableResult
    mutating func close() -> FilterState? {
        defer { (preview, latest, shown, opened) = (nil, nil, nil, nil) }
        return preview
    }

    // MARK: The filter in force

    /// Puts a filter in force.
    mutating func use(_ fresh: FilterState) {
        filter = fresh.replacing(filter)
        last = fresh.text
    }

    /// Takes the filter off.
    mutating func end() { filter = nil }

    /// Gives the filter in force a name, or takes it off where that is empty.
    mutating func name(_ name: String) {
        guard let text = filter?.text else { return }
        named.removeAll { $0.name == name || $0.text == text }
        guard !name.isEmpty else { return }
        named.append(NamedFilter(name: name, text: text))
        named.sort { $0.name < $1.name }
    }

    /// Goes on with the names that were kept, unless there are some.
    mutating func resume(names: [NamedFilter]) {
        if named.isEmpty { named = names }
    }

    /// Goes on with a filter, once the names of fields are known.
    mutating func resume(_ text: String?) { resumed = text }

    /// Begins anew, since the items it spoke of are no more.
    mutating func restart() {
        filter?.forget()
        preview?.forget()
        latest?.forget()
        shown = nil
        fields = nil
        asked.forget()
        askedFields.forget()
    }

    // MARK: What it wants of workers

    /// True where the names of fields are to be asked for.
    ///
    /// - Parameter isAsked: true where something on the screen needs them.
    mutating func wantsFields(of round: RoundState, isAsked: Bool) -> Bool {
        guard fields == nil, isAsked || filter != nil || resumed != nil else { return false }
        return askedFields.ask(round.revision)
    }

    /// The filter whose items are to be asked for: the one that is typed, or else the one in force.
    mutating func wanted(isTyped: Bool, _ context: FilteringContext) -> FilterRequest? {
        guard let wanted = isTyped ? preview ?? filter : filter else { return nil }
        let request = context.request(for: wanted.expression)
        guard wanted.answered != request || !wanted.isComplete, wanted.problem == nil else { return nil }
        return asked.ask(request) ? request : nil
    }

    /// Takes over the names of fields.
    ///
    /// - Returns: false where they are those of another round.
    mutating func take(_ found: FilterFields, of revision: Int, in round: RoundState) -> Bool {
        askedFields.take(revision)
        guard revision == round.revision else { return false }
        fields = found
        return true
    }

    /// Takes up the filter that was in force when the review was left.
    ///
    /// - Returns: why it cannot be; nil where it is, or there was none.
    mutating func takeUp() -> FilterError? {
        guard let text = resumed else { return nil }
        resumed = nil
        guard filter == nil else { return nil }
        do throws(FilterError) {
            guard let expression = try FilterParser.parse(text, knownFields) else { return nil }
            filter = FilterState(text, expression)
            last = text
            return nil
        } catch {
            last = text
            return error
        }
    }

    /// Takes over items that were found.
    ///
    /// - Returns: true where the filter in force is whole by that, and was not before.
    mutating func take(
        _ request: FilterRequest,
        _ items: ItemSet,
        _ fraction: Double,
        isComplete: Bool,
        in round: RoundState
    ) -> Bool {
        if isComplete { asked.take(request) }
        guard request.round == round.revision else { return false }
        answers += 1
        let wasPartial = filter?.isComplete == false
        preview?.take(request, items, fraction, isComplete: isComplete, answers)
        latest?.take(request, items, fraction, isComplete: isComplete, answers)
        showLatest()
        filter?.take(request, items, fraction, isComplete: isComplete, answers)
        return wasPartial && filter?.isComplete == true
    }

    /// Takes note that a pattern is none; a filter in force that has it ends.
    ///
    /// - Returns: that filter, as it was typed; nil where it goes on.
    mutating func refuse(_ request: FilterRequest, _ pattern: RefusedPattern) -> String? {
        asked.take(request)
        refused = pattern
        guard let filter, filter.expression == request.expression else { return nil }
        end()
        return filter.text
    }

    /// Takes note that items could not be found.
    ///
    /// - Returns: true where they are those of the filter in force.
    mutating func fail(_ request: FilterRequest, _ why: String, in round: RoundState) -> Bool {
        asked.take(request)
        guard request.round == round.revision else { return false }
        preview?.fail(request, why)
        filter?.fail(request, why)
        return filter?.expression == request.expression
    }
}

/// The items that a line leaves.
private struct ShownItems {
    /// Nil for all.
    let items: ItemSet?
    /// As in `FilterState`.
    let revision: Int
}

/// A pattern that is none, and why.
struct RefusedPattern {
    let pattern: FilterPattern
    let problem: String
    /// How many of its characters stand before the trouble.
    let character: Int
}
