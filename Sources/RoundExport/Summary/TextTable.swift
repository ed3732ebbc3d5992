/// Columns of text in line with each other.
struct TextTable {
    enum Alignment {
        case left
        case right
    }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// - Parameter alignments: one a column.
    init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row with a cell for each column; those left out are empty.
    mutating func add(_ cells: String...) { add(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The rows as lines, two spaces in and two between columns, without spaces at the end.
    ///
    /// - Complexity: O(length of all cells).
    var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() where column < widths.count {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += "  " + (alignments[column] == .left ? cell + padding : padding + cell)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }
}
