import DensityPlot
import RoundModel

extension ReviewState {
    /// Lines that the palette remembers at most.
    static let historyLimit = 100

    mutating func openHelp() {
        aids.isFirst = false
        open(HelpDialog())
    }

    mutating func openPalette() {
        aids.isFirst = false
        open(PaletteDialog())
    }

    mutating func openThemes() {
        aids.isFirst = false
        if let obstacle = aids.themes.obstacle { return refuse(obstacle) }
        guard aids.themes.names.count > 1 else { return refuse("there is no other theme") }
        open(ThemeDialog(before: aids.themes.now))
    }

    mutating func tellAboutTheme() {
        message = Message(.done, "theme \(aids.themes.now); theme = \"\(aids.themes.now)\" in config.toml keeps it")
    }

    /// Without a file there is nothing to do but to ask for one, where it can be typed.
    mutating func askForSnapshot() {
        aids.isFirst = false
        open(PaletteDialog("\(Command.snapshot.rawValue) ", problem: SnapshotProblem.noFile.message))
    }

    /// Does what a line of the palette asks for; what is wrong with it is said there.
    mutating func run(_ command: Command, _ argument: String?, line: String) -> [Effect] {
        aids.history.removeAll { $0 == line }
        aids.history.insert(line, at: 0)
        aids.history.removeLast(max(0, aids.history.count - Self.historyLimit))
        let palette = dialog
        dialog = nil
        guard let argument, !argument.isEmpty else { return perform(command) }
        message = nil
        if command != .note { verdicts.justJudged = nil }
        // In a queue the keys of the round have no meaning, so what they ask for has none either.
        if queue != nil, command.inQueue != .same || command.argument == nil { return perform(command) }
        var effects: [Effect] = []
        if let problem = perform(command, with: argument, &effects) {
            dialog = palette ?? PaletteDialog(line)
            _ = change(.refuse(problem))
        }
        return effects
    }

    /// - Returns: what is wrong with the argument; nil where it was taken.
    private mutating func perform(_ command: Command, with argument: String, _ effects: inout [Effect]) -> String? {
        guard let kind = command.argument else { return "\(command.rawValue) takes no argument" }
        switch kind {
        case .threshold:
            return type(threshold: argument)
        case .theme:
            if let obstacle = aids.themes.obstacle { return obstacle }
            guard aids.themes.names.contains(argument) else {
                return "there is no theme \"\(argument)\"; there are \(aids.themes.names.joined(separator: ", "))"
            }
            aids.themes.now = argument
            tellAboutTheme()
        case .order:
            guard let order = ItemOrder(rawValue: ScoreName.named(argument)?.rawValue ?? argument) else {
                let known = ItemOrder.allCases.map(\.rawValue).joined(separator: ", ")
                return "\"\(argument)\" is not an order; the orders are \(known)"
            }
            self.order(by: order)
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
        case .help:
            open(HelpDialog(search: argument))
        case .file:
            do throws(SnapshotProblem) {
                effects = [.snapshot(try SnapshotRequest(argument))]
            } catch {
                return error.message
            }
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

    /// `0.8` types the chosen threshold, `help 0.4` another one.
    private mutating func type(threshold argument: String) -> String? {
        let words = argument.parts(at: " ", most: 2)
        guard words.count == 2, let name = Self.thresholdNames[words[0]] else {
            return setThreshold(thresholds.chosen, typed: argument)
        }
        if let problem = setThreshold(name, typed: words[1]) { return problem }
        thresholds.chosen = name
        return nil
    }
}
