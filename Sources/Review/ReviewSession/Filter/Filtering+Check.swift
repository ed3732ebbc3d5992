import ItemFilter
import Verdicts

/// How the filter in force stands at this moment.
extension Filtering {
    /// The name of the filter in force; nil where it has none.
    var name: String? {
        filter.flatMap { filter in named.first { $0.text == filter.text }?.name }
    }

    /// True where the items that pass the filter are those of this moment, and all of them.
    func isCurrent(_ context: FilteringContext) -> Bool {
        guard let filter, filter.isComplete, filter.problem == nil else { return false }
        return filter.answered == context.request(for: filter.expression)
    }

    /// True while the items of the filter in force are those of other thresholds or verdicts.
    func isBehind(_ context: FilteringContext) -> Bool {
        guard let filter, filter.items != nil, filter.problem == nil else { return false }
        return filter.answered?.expression == filter.expression
            && filter.answered != context.request(for: filter.expression)
    }

    /// What a filter turned out to be that was taken before the names of fields were known.
    enum Check {
        /// The same, or another filter.
        case same, other(FilterState)
        /// None, as it was typed.
        case none(String)
    }

    /// What the filter in force is, given the names of fields that are known now.
    func check() -> Check {
        guard let filter else { return .same }
        do throws(FilterError) {
            guard let expression = try FilterParser.parse(filter.text, knownFields), expression != filter.expression
            else { return .same }
            return .other(FilterState(filter.text, expression))
        } catch {
            return .none(filter.text)
        }
    }
}
