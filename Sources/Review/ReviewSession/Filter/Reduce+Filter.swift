public import ItemFilter
import RoundModel
import Verdicts

extension ReviewState {
    /// What names in a filter can mean, as far as it is known.
    public var filterFields: FilterFields { find.fields ?? .unknown }

    mutating func openFilter(_ text: String? = nil) {
        let shown = text ?? find.filter?.text ?? find.lastFilter ?? ""
        find.filterPreview = find.filter.flatMap { $0.text == shown ? $0 : nil }
        // A filter that was taken off is offered again; typing begins anew where it is not wanted.
        dialog = .filter(FilterDialog(shown, filterFields))
        lookAtFilter()
    }

    /// Reads the line anew and lets its items be counted, where it is a filter.
    mutating func lookAtFilter() {
        guard case .filter(var filter) = dialog else { return }
        let text = filter.entry.text
        filter.completion = FilterCompletion(text, cursor: filter.entry.cursor, filterFields)
        do throws(FilterError) {
            let expression = try FilterParser.parse(text, filterFields)
            if let error = patternError(in: text) { throw error }
            filter.error = nil
            if find.filterPreview?.expression != expression || find.filterPreview?.problem != nil {
                let known = find.filter.flatMap { $0.expression == expression ? $0 : nil }
                find.filterPreview = known ?? expression.map { FilterState(text, $0) }
            }
            find.filterPreview?.text = text
        } catch {
            // What ends before it is finished is not wrong yet.
            let isUnfinished = error.range.lowerBound >= filter.entry.scalars.count && !filter.isTried
            filter.error = isUnfinished ? nil : error
            find.filterPreview = nil
        }
        dialog = .filter(filter)
    }

    /// What is wrong with a pattern that was refused before; nil where the filter has none such.
    private func patternError(in text: String) -> FilterError? {
        guard let refused = find.refusedPattern else { return nil }
        return FilterParser.error(of: refused.pattern, refused.problem, at: refused.character, in: text, filterFields)
    }

    mutating func editFilter(_ dialog: FilterDialog, _ edit: TextEdit) {
        var dialog = dialog
        dialog.problem = dialog.entry.apply(edit) ? nil : TextEntry.overflow
        dialog.completed = nil
        dialog.uncompleted = nil
        dialog.isTried = false
        self.dialog = .filter(dialog)
        lookAtFilter()
    }

    mutating func performInFilter(_ command: Command, _ dialog: FilterDialog) {
        switch command {
        case .confirm: confirmFilter(dialog)
        case .nextFormat: complete(dialog)
        case .earlierFilter, .laterFilter: turnFilters(dialog, by: command == .laterFilter ? 1 : -1)
        case .cancel, .back:
            self.dialog = nil
            find.filterPreview = nil
        default: break
        }
    }

    private mutating func confirmFilter(_ dialog: FilterDialog) {
        var dialog = dialog
        dialog.isTried = true
        self.dialog = .filter(dialog)
        lookAtFilter()
        guard case .filter(let looked) = self.dialog, looked.error == nil else { return }
        self.dialog = nil
        guard let preview = find.filterPreview else { return endFilter() }
        find.filterPreview = nil
        use(preview)
    }

    /// A filter that was taken before the fields' names were known may mean something else, or nothing: that is said where
    /// it can be mended.
    mutating func recheckFilter() {
        guard dialog == nil, let filter = find.filter else { return }
        do throws(FilterError) {
            guard let expression = try FilterParser.parse(filter.text, filterFields), expression != filter.expression
            else { return }
            use(FilterState(filter.text, expression))
        } catch {
            (find.filter, message) = (nil, nil)
            openFilter(filter.text)
            if case .filter(let open) = dialog { confirmFilter(open) }
        }
    }

    mutating func use(_ fresh: FilterState) {
        var fresh = fresh
        // Another try, where it failed before.
        fresh.problem = nil
        if !fresh.isComplete, let filter = find.filter, filter.expression == fresh.expression, filter.problem == nil {
            // What is known of it already need not be found again.
            let text = fresh.text
            fresh = filter
            fresh.text = text
        } else if fresh.items == nil, let filter = find.filter {
            // What is on the screen stays until there is something to take its place.
            (fresh.items, fresh.revision) = (filter.items, filter.revision)
        }
        find.filter = fresh
        find.lastFilter = fresh.text
        if fresh.isComplete { return tellAboutFilter() }
        message = Message(.done, round.isReading ? "the filter waits until the round is read" : "filtering")
    }

    mutating func tellAboutFilter() {
        guard let filter = find.filter, let items = filter.items, message == nil || message?.kind == .done else {
            return
        }
        message =
            items.count > 0
            ? Message(
                .done,
                "\(DecimalText.counted(items.count, "item")) of \(DecimalText.grouped(round.count)) pass; \(key(.back)) shows all again"
            )
            : Message(.notice, "no item passes the filter; \(key(.filter)) changes it, \(key(.back)) shows all again")
    }

    /// Shows all items again.
    mutating func endFilter() {
        guard find.filter != nil else { return }
        find.filter = nil
        message = Message(.done, "all items again; \(key(.filter)) has the filter still")
    }

    /// Puts in what could stand at the cursor; again, the next.
    ///
    /// - Parameter chosen: the number of the candidate, from 0; nil for the next.
    mutating func complete(_ dialog: FilterDialog, with chosen: Int? = nil) {
        var dialog = dialog
        let start = dialog.uncompleted ?? dialog.entry
        let completion = FilterCompletion(start.text, cursor: start.cursor, filterFields)
        guard !completion.candidates.isEmpty else {
            dialog.problem = filterFields.isKnown ? "nothing fits here" : "the fields are being looked at"
            self.dialog = .filter(dialog)
            return
        }
        let next = chosen ?? dialog.completed.map { ($0 + 1) % completion.candidates.count } ?? 0
        guard completion.candidates.indices.contains(next) else { return }
        var entry = start
        for _ in completion.range.upperBound..<start.cursor { entry.apply(.left) }
        for _ in completion.range { entry.apply(.backspace) }
        let isAlone = completion.candidates.count == 1
        entry.apply(.insert(completion.candidates[next] + (isAlone ? " " : "")))
        dialog.entry = entry
        dialog.problem = nil
        self.dialog = .filter(dialog)
        lookAtFilter()
        guard case .filter(var looked) = self.dialog, !isAlone else { return }
        (looked.completed, looked.uncompleted, looked.completion) = (next, start, completion)
        self.dialog = .filter(looked)
    }

    /// Takes the next of the filters with a name into the line.
    private mutating func turnFilters(_ dialog: FilterDialog, by steps: Int) {
        var dialog = dialog
        guard !find.filters.isEmpty else {
            dialog.problem = "no filter has a name yet; \(key(.nameFilter)) names the one in force"
            self.dialog = .filter(dialog)
            return
        }
        let at = dialog.chosen.map { $0 + steps } ?? (steps > 0 ? 0 : find.filters.count - 1)
        takeNamedFilter((at + find.filters.count) % find.filters.count)
    }

    /// Takes a filter with a name into the line.
    ///
    /// - Parameter chosen: its number among those that have one.
    mutating func takeNamedFilter(_ chosen: Int) {
        var dialog = FilterDialog(find.filters[chosen].text, filterFields)
        dialog.chosen = chosen
        self.dialog = .filter(dialog)
        lookAtFilter()
    }
}
