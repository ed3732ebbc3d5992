import DensityPlot
import RoundModel

extension ReviewState {
    /// - Returns: what is wrong with the argument; nil where it was taken.
    public mutating func performOnScreen(
        _ command: Command,
        with argument: String,
        _ effects: inout [Effect]
    ) -> String? {
        if command != .note { verdicts.sitting.turnAway() }
        // In a queue the keys of the round have no meaning, so what they ask for has none either.
        if queue != nil, command.inQueue != .same || command.argument == nil {
            effects = performOnScreen(command)
            return nil
        }
        guard let kind = command.argument else { return "\(command.rawValue) takes no argument" }
        switch kind {
        case .threshold:
            return type(threshold: argument)
        case .order:
            let order = ItemOrder(named: argument)
            if case .field(let name) = order, let problem = orderProblem(name) { return problem }
            self.order(by: order)
        case .columns:
            if let problem = show(columns: argument) { return problem }
            effects = keepColumns()
        case .ranges:
            return plot.zoom(toRanges: argument, plotContext)
        case .line:
            guard let name = Self.thresholdNames[argument] else {
                return "\"\(argument)\" is not a line; the lines are adv, safety, help"
            }
            let said = plot.zoom(toLine: name, plotContext)
            guard said.kind != .refusal else { return said.text }
            message = said
        case .scale:
            guard let scale = AxisScale(rawValue: argument) else {
                let known = AxisScale.allCases.map(\.rawValue).joined(separator: ", ")
                return "\"\(argument)\" is not a scale of axes; the scales are \(known)"
            }
            message = plot.setScale(scale, plotContext)
        case .colouring:
            if let problem = plot.problem(ofColouring: argument, plotContext) { return problem }
            message = plot.colour(by: PlotColouring(named: argument), plotContext)
        case .pattern:
            effects = begin(SearchPattern(text: argument))
        case .filter:
            openFilter(argument)
            // An expression that is none stays in its line, where the error is marked.
            effects = change(.confirm)
        case .note:
            note(argument)
        case .row:
            return goTo(row: argument)
        case .form:
            guard let form = CopyForm(rawValue: argument) else {
                let known = CopyForm.allCases.map(\.rawValue).joined(separator: ", ")
                return "\"\(argument)\" cannot be copied; you can copy \(known)"
            }
            effects = takeOut(.copy(form))
        case .raw(let reader):
            guard argument == "raw" else { return "\"\(argument)\" is not a form of an item; give raw, or nothing" }
            effects = takeOut(.open(reader, isRaw: true))
        case .evidence:
            guard argument == "figures" else {
                return "\"\(argument)\" is no part of the evidence; give figures, or nothing"
            }
            openEvidence(showsFigures: true)
        case .theme, .help, .file: return performAid(command, with: argument, &effects)
        case .rowsFile: effects = exportRows(to: argument)
        case .folder:
            openExport()
            guard var open = dialog as? ExportDialog else { return nil }
            open.directory = TextEntry(argument)
            dialog = open
        }
        return nil
    }

    /// Goes to a row of the list by its number, from 1; thousands may be grouped.
    private mutating func goTo(row argument: String) -> String? {
        guard let row = DecimalText.ungrouped(argument), row > 0 else {
            return "\"\(argument)\" is not a row; give a number from 1"
        }
        let count = listCount
        guard count > 0 else { return "the list is empty" }
        guard row <= count else { return "the list has \(DecimalText.counted(count, "row"))" }
        moveCursor(to: row - 1)
        return nil
    }

    private static let thresholdNames: [String: ThresholdName] = [
        "adv": .adv, "safety": .safety, "help": .help, "helpfulness": .help,
    ]

    /// `0.8`, `600 accepted` or `as baseline` is for the chosen threshold, `help 0.4` for another, `all as baseline` for all.
    private mutating func type(threshold argument: String) -> String? {
        let words = argument.parts(at: " ", most: 2)
        let name = words.first.flatMap { Self.thresholdNames[$0] }
        let isForAll = words.first == "all"
        let isNamed = words.count == 2 && (name != nil || isForAll)
        let open = ThresholdDialog(
            name ?? thresholds.chosen,
            TextEntry(isNamed ? words[1] : argument),
            isForAll: isNamed && isForAll,
            choosesName: isNamed && name != nil
        )
        if case .failure(let problem) = wish(of: open) { return problem.text }
        // Where it is still to be worked out, the dialog stays until it is.
        _ = open.confirm(in: &self)
        guard let refused = dialog as? ThresholdDialog, let problem = refused.problem else { return nil }
        close()
        return problem
    }
}
