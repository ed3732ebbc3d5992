import ItemFilter
import RoundModel

extension ReviewState {
    mutating func openFacets() {
        guard round.count > 0, !round.isReading else {
            return refuse("facets are counted once the round is read")
        }
        if find.facets.problem != nil {
            find.facets = FacetState()
            find.facets.askedFields.forget()
        }
        dialog = .facets(FacetDialog())
    }

    mutating func performInFacets(_ command: Command, _ dialog: FacetDialog) {
        var dialog = dialog
        let fields = find.facets.fields?.count ?? 0
        let rows = find.facets.values.count
        dialog.row = max(0, min(dialog.row, rows - 1))
        switch command {
        case .next: dialog.row = max(0, min(rows - 1, dialog.row + 1))
        case .previous: dialog.row = max(0, dialog.row - 1)
        case .pageDown, .scrollDown: dialog.row = max(0, min(rows - 1, dialog.row + 10))
        case .pageUp, .scrollUp: dialog.row = max(0, dialog.row - 10)
        case .first: dialog.row = 0
        case .last: dialog.row = max(0, rows - 1)
        case .nextFormat, .nextTab, .previousTab:
            guard fields > 0 else { return }
            dialog = FacetDialog(field: (dialog.field + (command == .previousTab ? fields - 1 : 1)) % fields)
        case .chooseAdv, .chooseSafety, .chooseHelp, .stepDown, .stepUp, .leapDown, .leapUp:
            performInRound(command)
        case .confirm, .flag:
            return pick(dialog, excluding: command == .flag)
        case .cancel, .back, .facets, .quit:
            self.dialog = nil
            return
        default: return
        }
        self.dialog = .facets(dialog)
    }

    /// Makes the value under the cursor part of the filter.
    private mutating func pick(_ dialog: FacetDialog, excluding: Bool) {
        guard find.facets.values.indices.contains(dialog.row), let field = find.facets.counted?.field else { return }
        guard let bytes = find.facets.values[dialog.row].value else {
            return refuse("what has no value cannot be picked; \(key(.flag)) leaves a value out")
        }
        guard let value = String(validating: bytes, as: UTF8.self),
            value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return refuse("this value holds what no line of text can") }
        let test = FilterTest.field(field, excluding ? .notEqual : .equal, .text(value))
        let expression = find.filter?.expression.narrowed(by: test) ?? .test(test)
        guard expression.tests.count <= FilterParser.testLimit else {
            return refuse("the filter has as many tests as it can; \(key(.filter)) shortens it")
        }
        self.dialog = nil
        use(FilterState(expression.text, expression))
    }

    /// The fields with few values, and the counts of the one that is shown.
    mutating func missingFacets() -> (any Job)? {
        var isWanted = false
        if case .facets = dialog { isWanted = true }
        if case .field = plot.colouring { isWanted = true }
        guard isWanted, !round.isReading else { return nil }
        guard let fields = find.facets.fields else {
            guard find.facets.problem == nil, find.facets.askedFields.ask(round.revision) else { return nil }
            return FacetsJob(round: round.revision)
        }
        guard case .facets(let dialog) = dialog, fields.indices.contains(dialog.field) else { return nil }
        let wanted = FacetRequest(field: fields[dialog.field], revision: revision, thresholds: thresholds.now)
        guard find.facets.counted != wanted, find.facets.asked.ask(wanted) else { return nil }
        return FacetJob(request: wanted, population: population)
    }

    mutating func take(_ update: FacetUpdate) {
        switch update {
        case .read(let revision, let fields):
            find.facets.askedFields.take(revision)
            if revision == round.revision { find.facets.fields = fields }
        case .progressed(let revision, let fraction):
            if revision == round.revision { find.facets.fraction = fraction }
        case .failed(let revision, let why):
            find.facets.askedFields.take(revision)
            guard revision == round.revision else { return }
            find.facets.problem = why
        case .counted(let request, let values):
            find.facets.asked.take(request)
            guard request.revision.round == round.revision else { return }
            find.facets.values = values
            find.facets.counted = request
        }
    }
}
