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
