public import ItemFilter
public import RoundModel

extension JudgedRound {
    /// What a filter is judged by.
    ///
    /// - Parameter verdicts: whether the filter asks for what an item was given: a verdict, a note, a flag.
    /// - Complexity: O(1), and with `verdicts` O(n / 64 + verdicts).
    public func filterContext(at thresholds: Thresholds, baseline: Thresholds, verdicts: Bool) -> FilterContext {
        FilterContext(
            columns: columns,
            thresholds: thresholds,
            baseline: baseline,
            judged: judged,
            given: verdicts ? given : [:]
        )
    }

    /// The items with each kind of verdict, ascending.
    private var given: [FilterVerdict: [UInt32]] {
        var given: [FilterVerdict: [UInt32]] = [.verdict: [], .note: [], .flag: []]
        matched.spoken.set(within: nil, universe: columns.count).forEach(in: 0..<columns.count) { number in
            let item = UInt32(number)
            guard let said = said(of: item) else { return }
            if said.isJudged { given[.verdict]?.append(item) }
            if !said.notes.isEmpty { given[.note]?.append(item) }
            if said.isFlagged { given[.flag]?.append(item) }
        }
        return given
    }
}
