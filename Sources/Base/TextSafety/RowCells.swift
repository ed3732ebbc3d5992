/// Which bytes the columns of a row show.
public struct RowCells: Hashable, Sendable {
    private var bytes: [Range<Int>] = []
    /// The first column of each, and behind the last the end of the row.
    private var columns: [Int]

    init(indent: Int) { columns = [indent] }

    mutating func append(_ shown: Range<Int>, width: Int) {
        bytes.append(shown)
        columns.append(columns[columns.count - 1] + width)
    }

    /// The columns that show some of these bytes; nil where none does.
    ///
    /// - Complexity: O(log columns + those found).
    public func columns(showing range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty else { return nil }
        let first = bytes.partition { $0.upperBound > range.lowerBound }
        let end = bytes.partition { $0.lowerBound >= range.upperBound }
        return first < end ? columns[first]..<columns[end] : nil
    }
}

extension Array {
    /// The first place from which on something is true of the elements, where it is true of none before it.
    ///
    /// - Complexity: O(log count).
    func partition(by isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
