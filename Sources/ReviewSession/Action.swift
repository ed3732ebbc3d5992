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
    /// The round as far as it has been read, or whole; it takes the place of the last one.
    case loadProgressed(RoundSnapshot)
    /// Reading ended early: a line for the user, and the status to leave with where nothing had come.
    case loadFailed(message: String, status: Int32)
    /// The counts for the thresholds that the request names.
    case counted(CountRequest, Tally)
    /// The plot's dots for the viewport and the size that the request names.
    case binned(GridRequest, DensityGrid)
    /// The items of a list in its order; `position` is where the item that was under the cursor stands in it, nil where
    /// it is not in it.
    case listed(ListRequest, items: [UInt32], position: Int?)
    /// Texts by item, or why one could not be read.
    case textsRead([UInt32: TextResult])
    /// Texts of invalid rows by their number in the report, from 0, likewise.
    case invalidTextsRead([Int: TextResult])
    /// What an export with the preview's settings would do.
    case exportPreviewed(ExportPreview)
    /// How far an export has come, 0 to 1, and what it is at, in a few words.
    case exportProgressed(fraction: Double, stage: String)
    /// An export is there; the message says where and what.
    case exported(message: String)
    /// An export did not come about, and why; nothing was written.
    case exportFailed(message: String)
    /// A notice from outside, such as a theme that could not be found.
    case notice(Message)
}

/// What `reduce` wants done; the app does it and answers with actions.
public enum Effect: Sendable {
    /// Count buckets, flows and ties; answered by `counted`.
    case count(CountRequest, ScoreColumns)
    /// Bin the items for the plot; answered by `binned`.
    case bin(GridRequest, ScoreColumns)
    /// Find and order the items of a list; answered by `listed`. `follow` is the item under the cursor, whose new place
    /// is wanted.
    case list(ListRequest, ScoreColumns, follow: UInt32?)
    /// Read the texts of these items; answered by `textsRead`.
    case readTexts([UInt32], ScoreColumns)
    /// Read the bytes of invalid rows, by their number in the report; answered by `invalidTextsRead`.
    case readInvalidTexts([Int: InvalidRow])
    /// Look up what an export would do; answered by `exportPreviewed`.
    case previewExport(ExportSettings, Thresholds)
    /// Export the round; `suggested` where some threshold is one that nobody chose. Answered by `exportProgressed` any
    /// number of times, then by `exported` or `exportFailed`.
    case export(ExportSettings, Thresholds, suggested: Bool)
    /// Stop the running export; it answers with `exportFailed`.
    case cancelExport
    /// Give the terminal back and stop the process, as Ctrl-Z does.
    case suspend
    /// Send the whole screen anew.
    case redraw
    /// Leave with an exit status, and a line for standard error where there is something to say.
    case quit(status: Int32, message: String?)
}
