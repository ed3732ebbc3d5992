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
        open(FilterDialog(shown, filterFields))
        lookAtFilter()
    }

    /// Reads the line anew, where one is open, and lets its items be counted.
    mutating func lookAtFilter() {
        guard var open = dialog as? FilterDialog else { return }
        open.look(in: &self)
        dialog = open
    }

    /// What is wrong with a pattern that was refused before; nil where the filter has none such.
    func patternError(in text: String) -> FilterError? {
        guard let refused = find.refusedPattern else { return nil }
        return FilterParser.error(of: refused.pattern, refused.problem, at: refused.character, in: text, filterFields)
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
            if dialog is FilterDialog { _ = change(.confirm) }
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
        message = Message(.done, "filter off; \(key(.filter)) edits it")
    }
}
