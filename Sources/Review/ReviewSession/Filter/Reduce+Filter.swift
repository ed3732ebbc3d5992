public import ItemFilter
import RoundModel
import Verdicts

/// What a filter is to the rest of the review: what it does by itself stands in `Filtering` and `FilterState`.
extension ReviewState {
    /// What names in a filter can mean, as far as it is known.
    public var filterFields: FilterFields { find.filtering.knownFields }

    /// True where the items that pass the filter are those of this moment, and all of them.
    var isFilterCurrent: Bool { find.filtering.isCurrent(filteringContext) }

    /// True while the items of the filter in force are those of other thresholds or verdicts.
    var isFilterBehind: Bool { find.filtering.isBehind(filteringContext) }

    mutating func openFilter(_ text: String? = nil) {
        let shown = find.filtering.open(text)
        open(FilterDialog(shown, filterFields, before: list.spot))
        lookAtFilter()
    }

    /// Reads the line anew, where one is open, and lets its items be counted.
    private mutating func lookAtFilter() {
        guard var open = dialog as? FilterDialog else { return }
        open.look(in: &self)
        dialog = open
    }

    /// Puts what was typed in force; an empty line shows all items again.
    mutating func useTypedFilter() {
        if let typed = find.filtering.close() { use(typed) } else { endFilter() }
    }

    mutating func use(_ fresh: FilterState) {
        find.filtering.use(fresh)
        if find.filter?.isComplete == true { return tellAboutFilter() }
        message = Message(.done, round.isReading ? "the filter waits until the round is read" : "filtering")
    }

    private mutating func tellAboutFilter() {
        if message == nil || message?.kind == .done { say(find.filter?.outcome(of: round, aids.keyNames)) }
    }

    /// Shows all items again.
    mutating func endFilter() {
        guard find.filter != nil else { return }
        find.filtering.end()
        message = Message(.done, "filter off; \(key(.filter)) edits it")
    }

    // MARK: What it needs

    /// A look at the rows for the names of their fields.
    mutating func missingFields() -> (any Job)? {
        // The palette takes their names.
        let isAsked =
            dialog is PaletteDialog<ReviewState> || dialog is FilterDialog || dialog is FacetDialog
            || dialog is CrossDialog
            || dialog is ColumnsDialog || sorting.pending != nil || list.columns.chosen != nil
        guard !round.isReading, find.filtering.wantsFields(of: round, isAsked: isAsked) else { return nil }
        return FieldsJob(round: round.revision)
    }

    /// The items of the filter that is typed, or else of the one in force.
    mutating func missingFilter() -> (any Job)? {
        let isTyped = dialog is FilterDialog
        guard !round.isReading, let wanted = find.filtering.wanted(isTyped: isTyped, filteringContext) else {
            return nil
        }
        return FilterJob(request: wanted, context: filterContext(of: wanted.expression))
    }

    /// What a filter is judged by at this moment.
    func filterContext(of expression: FilterExpression?) -> FilterContext {
        var context = verdicts.round(in: round.columns).filterContext(
            at: thresholds.now,
            baseline: thresholds.baseline,
            verdicts: expression?.asksForVerdicts ?? false
        )
        context.leaks = leaks.found?.items ?? []
        return context
    }

    mutating func take(_ update: FilterUpdate) {
        switch update {
        case .fieldsRead(let revision, let fields):
            if find.filtering.take(fields, of: revision, in: round) { followFields() }
        case .progressed(let request, let items, let fraction, let isComplete):
            let isWhole = find.filtering.take(request, items, fraction, isComplete: isComplete, in: round)
            if isWhole, dialog == nil { tellAboutFilter() }
        case .refused(let request, let pattern, let problem, let character):
            let refused = RefusedPattern(pattern: pattern, problem: problem, character: character)
            // A regular expression is none: shown where it stands.
            if let text = find.filtering.refuse(request, refused), dialog == nil { openFilter(text) }
            lookAtFilter()
        case .failed(let request, let why):
            if find.filtering.fail(request, why, in: round) { message = Message(.failure, why) }
        }
    }

    /// Names that nobody knew yet may mean something else now, or nothing: that is said where it can be mended.
    private mutating func followFields() {
        if let error = find.filtering.takeUp() {
            message = Message(.notice, "the last filter does not fit this round: \(error.message)")
        }
        lookAtFilter()
        guard dialog == nil else { return }
        switch find.filtering.check() {
        case .same: break
        case .other(let filter): use(filter)
        case .none(let text):
            find.filtering.end()
            message = nil
            openFilter(text)
            if dialog is FilterDialog { _ = change(.confirm) }
        }
    }
}
