/// What a command can be done with, as `:` takes it.
enum ArgumentKind: Hashable {
    /// A value of a threshold, a theme, an order of the list, a row of it.
    case threshold, theme, order, row
    /// The columns of the list.
    case columns
    /// A part of the plot by its scores or a line, a scale of its axes, what its colours mean.
    case ranges, line, scale, colouring
    /// What to search for in texts, a filter, a note.
    case pattern, filter, note
    /// A part of a row, or its own bytes.
    case form, raw(OutsideReader)
    /// What to search the help for, a file for a picture, a folder to export to, how much of the evidence is told.
    case help, file, folder, evidence
    /// A file for the rows of the list.
    case rowsFile
}

extension Command {
    /// What to say where another screen than its own is shown.
    public func needsScreen(_ screen: ScreenID) -> String { "\(rawValue) works only on the \(screen.name) screen" }

    /// What it can be done with; nil for nothing.
    var argument: ArgumentKind? { Self.arguments[self] }

    private static let arguments: [Command: ArgumentKind] = [
        .typeThreshold: .threshold, .chooseTheme: .theme, .nextOrder: .order, .chooseColumns: .columns, .first: .row,
        .zoomIn: .ranges,
        .zoomToLines: .line, .plotAxes: .scale, .plotColours: .colouring, .search: .pattern, .filter: .filter,
        .note: .note, .copy: .form, .page: .raw(.pager), .edit: .raw(.editor), .help: .help, .snapshot: .file,
        .export: .folder, .exportShown: .rowsFile, .showEvidence: .evidence,
    ]
}
