import RoundModel
import TextSafety
public import Verdicts

extension BulkScope {
    /// Which items it is: `the list: accepted`.
    public func title(in review: ReviewState) -> String {
        switch self {
        case .marked: return "the marked items"
        case .list:
            let filtered = review.find.filter == nil ? "" : ", as filtered"
            let found = review.find.search?.isOnly == true ? ", found ones alone" : ""
            return "the list: \(review.list.tab.title)\(filtered)\(found)"
        case .filtered:
            guard let filter = review.find.filter else { return "the items that pass a filter" }
            return "all with \(SafeText.printable(String(filter.text.prefix(60))))"
        case .hits:
            guard let search = review.find.search else { return "the items that a search found" }
            return "all with \(SafeText.printable(String(search.pattern.title.prefix(40))))"
        }
    }
}

extension BulkScope {
    /// Why no verdict can be given on it; nil where one can.
    ///
    /// - Parameters:
    ///   - count: its items; nil while that is not known.
    ///   - hasFilter: true where a filter is in force.
    func obstacle(count: Int?, hasFilter: Bool, _ keys: KeyNames) -> String? {
        guard let count else { return self == .filtered ? "the filter is still running" : "the list is not ready yet" }
        guard count == 0 else { return nil }
        return switch self {
        case .marked: "no item is marked: \(keys[.mark]) marks one"
        case .filtered: hasFilter ? "nothing passes the filter" : "no filter is on; \(keys[.filter]) sets one"
        case .hits: "no search has found anything: \(keys[.search]) searches"
        case .list: "the list is empty"
        }
    }
}

extension BulkDialog {
    /// What is asked for where no verdict is chosen.
    static func choiceText(_ keys: KeyNames) -> String {
        let commands: [Command] = [.callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .agree, .callUnsure, .flag]
        return "choose the verdict first: \(commands.map { keys[$0] }.joined(separator: " "))"
    }
}

extension Answer {
    /// What it does with so many items: `marks 811 items unsafe (adversarial)`.
    public func effect(on count: Int) -> String {
        let items = DecimalText.counted(count, "item")
        return switch self {
        case .unsafe: "marks \(items) unsafe (adversarial)"
        case .safe: "marks \(items) safe (helpfulness decides)"
        case .helpful: "marks \(items) safe and helpful (accepted)"
        case .notHelpful: "marks \(items) not helpful (discarded)"
        case .agree: "keeps \(items) in their buckets, wherever θ moves"
        case .unsure: "marks \(items) unsure (the thresholds decide)"
        case .flag: "flags \(items)"
        case .unflag: "takes the flag off \(items)"
        case .skip, .note: "leaves \(items) as before"
        }
    }

    /// What was done with so many items: `811 items: unsafe`.
    func done(on count: Int) -> String {
        let what = self == .unflag ? "flag taken off" : self == .flag ? "flagged" : title
        return "\(DecimalText.counted(count, "item")): \(what)"
    }
}
