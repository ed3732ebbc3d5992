/// Columns of text in line with each other.
public struct TextTable {
    /// Where the cells of a column stand.
    public enum Alignment {
        case left
        case right
    }

    private let alignments: [Alignment]
    private var rows: [[String]]

    /// - Parameters:
    ///   - titles: the first row, whose first cell stands at the margin; may be empty.
    ///   - alignments: one a column.
    public init(_ titles: [String] = [], _ alignments: [Alignment]) {
        self.alignments = alignments
        rows = [titles]
    }

    /// Adds a row with a cell for each column; those left out are empty.
    public mutating func add(_ cells: String...) { add(cells) }

    /// The same from a list.
    public mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The rows as lines, two spaces in and two between columns, without spaces at the end.
    ///
    /// - Complexity: O(length of all cells).
    public var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.enumerated().map { number, cells in
                // The title of the first column begins two columns before what stands under it.
                column < cells.count ? cells[column].count - (number == 0 && column == 0 ? 2 : 0) : 0
            }.max() ?? 0
        }
        return rows.enumerated().compactMap { number, cells in
            cells.isEmpty ? nil : Self.line(cells, widths, alignments, isTitle: number == 0)
        }
    }

    private static func line(
        _ cells: [String],
        _ widths: [Int],
        _ alignments: [Alignment],
        isTitle: Bool
    ) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() where column < widths.count {
            let isAtMargin = isTitle && column == 0
            let padding = String(repeating: " ", count: widths[column] - cell.count + (isAtMargin ? 2 : 0))
            line += isAtMargin ? "" : "  "
            line += alignments[column] == .left ? cell + padding : padding + cell
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
