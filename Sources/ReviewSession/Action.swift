public import DensityPlot
public import RoundModel

/// Everything that can happen to a review.
public enum Action: Sendable {
    /// A named command, from a key.
    case command(Command)
    /// A change to the line of text that a dialog holds.
    case edit(TextEdit)
    /// The layout gave the parts of the screen other sizes.
    case laidOut(PaneSizes)

    // What workers report.
    case loadProgressed(RoundSnapshot)
    case loadFailed(message: String, status: Int32)
    case counted(CountRequest, Tally)
    case binned(GridRequest, DensityGrid)
    /// `position` is where the item that was under the cursor stands in the new list.
    case listed(ListRequest, items: [UInt32], position: Int?)
    case textsRead([UInt32: TextResult])
    case invalidTextsRead([Int: TextResult])
    case exportPreviewed(ExportPreview)
    case exportProgressed(fraction: Double, stage: String)
    case exported(message: String)
    case exportFailed(message: String)
    /// A notice from outside, such as a theme that could not be found.
    case notice(Message)
}

/// What `reduce` wants done; the app does it and answers with actions.
public enum Effect: Sendable {
    case count(CountRequest, ScoreColumns)
    case bin(GridRequest, ScoreColumns)
    /// `follow` is the item under the cursor, whose new place is wanted.
    case list(ListRequest, ScoreColumns, follow: UInt32?)
    case readTexts([UInt32], ScoreColumns)
    case readInvalidTexts([Int: InvalidRow])
    case previewExport(ExportSettings, Thresholds)
    case export(ExportSettings, Thresholds, suggested: Bool)
    case cancelExport
    case suspend
    case redraw
    /// Leave with an exit status, and a line for standard error where there is something to say.
    case quit(status: Int32, message: String?)
}
