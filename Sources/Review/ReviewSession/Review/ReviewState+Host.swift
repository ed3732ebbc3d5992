import DensityPlot
import ItemFilter
import RoundModel

extension ReviewState: DialogHost {
    public typealias Effect = ReviewSession.Effect

    public var dialogRoom: DialogRoom { panes.dialog }

    public var scopes: [KeyScope] {
        plot.crosshair.isShown && queue == nil ? [.everywhere, .crosshair, .main] : [.everywhere, .main]
    }

    public func isMeant(_ command: Command) -> Bool { queue == nil || command.isForQueues }

    public var commandsTitle: String { queue == nil ? "commands here" : "commands in a queue" }

    public func choices(for command: Command) -> [String] {
        switch command.argument {
        case .order:
            ItemOrder.usual.map(\.name) + possibleColumns.filter { !$0.isScore }.map(\.name)
        case .columns: ["default"] + possibleColumns.map(\.name)
        case .line: ["adv", "safety", "help"]
        case .scale: AxisScale.allCases.map(\.rawValue)
        case .colouring: PlotColouring.usual.map(\.name) + (find.facets.fields ?? []).map(\.name)
        case .form: CopyForm.allCases.map(\.rawValue)
        case .raw: ["raw"]
        case .evidence: ["figures"]
        case .theme, .help, .file: aidChoices(for: command)
        case .threshold, .row, .ranges, .pattern, .filter, .note, .folder, .rowsFile, nil: []
        }
    }
}
