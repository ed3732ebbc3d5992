public import ItemFilter
public import RoundModel

extension JudgedRound {
    /// What a filter is judged by.
    ///
    /// - Parameter marks: whether the filter asks for what an item was given: a verdict, a note, a flag.
    /// - Complexity: O(1), and with `marks` O(n / 64 + verdicts).
    public func filterContext(at thresholds: Thresholds, baseline: Thresholds, marks: Bool) -> FilterContext {
        FilterContext(
            columns: columns,
            thresholds: thresholds,
            baseline: baseline,
            judged: judged,
            marked: marks ? marked : [:]
        )
    }

    /// The items with each kind of mark, ascending.
    private var marked: [FilterMark: [UInt32]] {
        var marked: [FilterMark: [UInt32]] = [.verdict: [], .note: [], .flag: []]
        matched.spoken.set(within: nil, universe: columns.count).forEach(in: 0..<columns.count) { number in
            let item = UInt32(number)
            guard let said = said(of: item) else { return }
            if !said.answers.isEmpty { marked[.verdict]?.append(item) }
            if !said.notes.isEmpty { marked[.note]?.append(item) }
            if said.isFlagged { marked[.flag]?.append(item) }
        }
        return marked
    }
}
