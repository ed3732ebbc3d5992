import ReviewSession

/// What can be typed besides the commands of the table: it tells what a screen shows all the time.
public enum PlainWord: String, CaseIterable, Sendable {
    case list, item, counts, plot, whereabouts = "where"
    case nextPage = "next page"
    case previousPage = "previous page"

    /// What it does, in a few words.
    var does: String {
        switch self {
        case .list: "the page of the list that the cursor is on; list and a number goes to that row first"
        case .item: "the item with its scores, verdicts, texts and fields; item and a number that of a row of the list"
        case .counts: "thresholds, buckets, changes and flows"
        case .plot: "the plot in words"
        case .whereabouts: "where you are, as an empty line does"
        case .nextPage: "the next page of the list"
        case .previousPage: "the previous page of the list"
        }
    }

    /// True where it can be told while a queue is worked through: what the queue hides stays hidden.
    var isMeantInQueues: Bool { self == .item || self == .whereabouts }
}

/// Why a command has nothing to do where nothing is drawn.
enum PlainRefusal {
    static func reason(for command: Command) -> String? {
        switch command {
        case .switchPane: "there are no panes without a screen; item tells the text, list the list"
        case .plotDrawing, .plotAxes, .plotColours, .plotLegend, .crosshair:
            "nothing is drawn without a screen; plot tells the plot in words"
        case .palette: "every line is a command here; help lists them"
        case .chooseTheme: "there are no colours without a screen"
        case .snapshot: "there is no screen to keep; what is told can be kept by whoever reads it"
        case .toggleMouse: "there is no mouse without a screen"
        case .page, .edit: "no other program gets the terminal here; item tells the text"
        case .redraw: "nothing is drawn without a screen; where tells where you are"
        default: nil
        }
    }
}
