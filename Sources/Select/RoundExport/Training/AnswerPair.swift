/// Two items with the same prompt and different responses.
struct AnswerPair: Hashable, Comparable, BitwiseCopyable, Sendable {
    /// An accepted one.
    var chosen: UInt32
    /// One that is not.
    var rejected: UInt32

    static func < (one: Self, other: Self) -> Bool {
        (one.chosen, one.rejected) < (other.chosen, other.rejected)
    }
}

extension [AnswerPair] {
    /// The pairs whose chosen item is one of some; of pairs in their order.
    ///
    /// - Complexity: O(log n).
    func chosen(in items: Range<Int>) -> ArraySlice<AnswerPair> {
        self[place(of: items.lowerBound)..<place(of: items.upperBound)]
    }

    /// The first pair whose chosen item is not before one.
    private func place(of item: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].chosen < item { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
