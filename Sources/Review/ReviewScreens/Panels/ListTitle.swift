import ReviewSession
import RoundModel
import TextSafety
import Verdicts

/// The title of the list: a tab for each list with its count, and the order.
struct ListTitle {
    /// One text for each of `ListTab.allCases`, the chosen one in brackets; empty for a tab that is not shown.
    var tabs: [String]
    /// The order with a blank on each side; empty for invalid rows, and where there is no room for it.
    var order: String

    var whole: String { tabs.joined() + order }

    /// The order for where the title has no room for it; empty for invalid rows.
    static func order(_ state: ReviewState) -> String {
        let drawn = state.grid == nil ? "" : "drawn, "
        return state.list.tab == .invalid ? "" : " \(drawn)\(orderName(state)) \(state.list.descending ? "▴" : "▾") "
    }

    /// The name of a field is one from outside.
    private static func orderName(_ state: ReviewState) -> String { SafeText.printable(state.list.order.title) }

    /// The ways to spell it, the longest first: no tab is ever left out.
    static func spellings(_ state: ReviewState) -> [ListTitle] {
        let hasOrder = state.list.tab != .invalid
        let name = (state.grid == nil ? "" : "drawn, ") + orderName(state)
        let mark = state.list.descending ? "▴" : "▾"
        let short = name.hasPrefix("by ") ? String(name.dropFirst(3)) : name
        func title(_ naming: Naming, _ order: String) -> ListTitle {
            let tabs = ListTab.allCases.map { tab in
                guard let label = label(of: tab, naming, state) else { return "" }
                return tab == state.list.tab ? "[\(label)]" : " \(label) "
            }
            return ListTitle(tabs: tabs, order: hasOrder && !order.isEmpty ? " \(order) " : "")
        }
        return [
            title(.names, "\(name) \(mark)"), title(.chosen, "\(name) \(mark)"), title(.chosen, "\(short) \(mark)"),
            title(.letters, "\(name) \(mark)"), title(.letters, "\(short) \(mark)"), title(.letters, ""),
            title(.shortCounts, ""),
        ]
    }

    private enum Naming {
        /// All buckets by their names, the one whose list it is, or none.
        case names, chosen, letters
        /// None, and large counts are shortened.
        case shortCounts
    }

    /// Nil for a tab that is of no use yet.
    private static func label(of tab: ListTab, _ naming: Naming, _ state: ReviewState) -> String? {
        func text(_ count: Int) -> String {
            naming == .shortCounts ? DecimalText.grouped(count, width: 4) : DecimalText.grouped(count)
        }
        switch tab {
        case .bucket(let bucket):
            let isNamed = naming == .names || naming == .chosen && tab == state.list.tab
            let name = isNamed ? "\(bucket.letter) \(bucket.name)" : String(bucket.letter)
            return state.counting.tally.map { "\(name) \(text($0.counts[bucket]))" } ?? name
        case .moved:
            return "moved \(text(state.counting.tally?.moved ?? 0))"
        case .judged:
            guard state.list.tab == .judged || !state.verdicts.record.items.isEmpty else { return nil }
            return "judged \(text(state.verdicts.itemCount))"
        case .marked:
            guard state.list.tab == .marked || !state.bulk.marks.isEmpty else { return nil }
            return "marked \(text(state.bulk.marks.count))"
        case .invalid:
            return "invalid \(text(state.round.report?.invalidRows.count ?? 0))"
        }
    }
}
