import ItemFilter
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension CrossDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.crossDialog(state, self) }
}

extension Painter {
    /// Draws the items of each pair of values, and below each number the share of each bucket.
    mutating func crossDialog(_ state: ReviewState, _ dialog: CrossDialog) {
        guard let pair = dialog.pair(in: state) else { return crossAbsent(state) }
        let title = "\(fieldName(pair.down)) by \(fieldName(pair.across))"
        guard let table = dialog.table(in: state) else {
            let area = box(width: min(canvas.size.columns - 4, 76), height: 6, title: title)
            words("counting…", x: area.x, y: area.y, width: area.width, .muted)
            return
        }
        let columns = CrossColumns(room: canvas.size.columns - 8, count: table.across.count, at: dialog.column)
        let visible = max(1, min(table.down.count + 1, (canvas.size.rows - 10) / 2))
        let area = box(
            width: columns.width + 4,
            height: 2 * visible + 6,
            title: title,
            note: table.across.count > columns.shown.count
                ? "columns \(columns.shown.lowerBound + 1) to \(columns.shown.upperBound) of \(table.across.count)" : ""
        )
        crossHead(table, columns, pair, dialog, in: area)
        let row = min(dialog.row, table.down.count)
        let top = max(0, min(row - visible / 2, table.down.count + 1 - visible))
        for number in top..<top + visible {
            crossRow(number, table, columns, dialog, in: area, y: area.y + 1 + 2 * (number - top))
        }
        let foot = Rect(x: area.x, y: area.y + 2 * visible + 2, width: area.width, height: 2)
        if state.message?.kind == .refusal, let message = state.message {
            paragraph(message.text, in: foot, .warning)
        } else {
            crossFoot(table, dialog, in: foot)
        }
    }

    private func fieldName(_ field: FilterField) -> String { name(Array(field.name.utf8), width: 30) }

    private mutating func crossAbsent(_ state: ReviewState) {
        let area = box(width: min(canvas.size.columns - 4, 76), height: 7, title: "cross table")
        let facets = state.find.facets
        let text =
            facets.problem
            ?? (facets.fields == nil
                ? "reading the rows for fields with few values: \(progress(.facets, facets.fraction, state))"
                : "A cross table needs two fields with few values or with numbers, and the rows have fewer.")
        let about = Rect(x: area.x, y: area.y, width: area.width, height: 4)
        paragraph(text, in: about, facets.problem == nil ? .muted : .error)
    }

    private mutating func crossHead(
        _ table: CrossTable,
        _ columns: CrossColumns,
        _ pair: (down: FilterField, across: FilterField),
        _ dialog: CrossDialog,
        in area: Rect
    ) {
        words(fieldName(pair.down), x: area.x + 2, y: area.y, width: columns.label - 3, .muted)
        for column in Array(columns.shown) + [table.across.count] {
            let x = area.x + columns.x(of: column)
            let isChosen = column == min(dialog.column, table.across.count)
            let style = theme[isChosen ? .chosen : column < table.across.count ? .label : .muted]
            if column < table.across.count {
                crossValue(table.across[column], table.across, x: x, y: area.y, width: CrossColumns.cell - 1, style)
            } else {
                words("all", x: x, y: area.y, width: CrossColumns.cell - 1, style)
            }
        }
    }

    private mutating func crossRow(
        _ number: Int,
        _ table: CrossTable,
        _ columns: CrossColumns,
        _ dialog: CrossDialog,
        in area: Rect,
        y: Int
    ) {
        let (row, isChosen) = (number < table.down.count ? number : nil, number == min(dialog.row, table.down.count))
        if isChosen { put(symbols.pointer, x: area.x, y: y, theme[.key]) }
        let style = theme[isChosen ? .chosen : row == nil ? .muted : .label]
        if let row {
            crossValue(table.down[row], table.down, x: area.x + 2, y: y, width: columns.label - 3, style)
        } else {
            words("all", x: area.x + 2, y: y, width: columns.label - 3, style)
        }
        dialogRow(number, in: area, y: y)
        dialogRow(number, in: area, y: y + 1)
        for column in Array(columns.shown) + [table.across.count] {
            let counts = table[row, column < table.across.count ? column : nil]
            let isSelected = isChosen && column == min(dialog.column, table.across.count)
            let rect = Rect(x: area.x + columns.x(of: column), y: y, width: CrossColumns.cell - 1, height: 2)
            crossCell(counts, isSelected: isSelected, in: rect)
        }
    }

    /// The number of items, and below it the percentage of each bucket.
    private mutating func crossCell(_ counts: BucketCounts, isSelected: Bool, in rect: Rect) {
        if isSelected { canvas.fill(rect, style: theme[.selection]) }
        let style = isSelected ? theme[.selection].adding(.bold) : theme[counts.total == 0 ? .muted : .value]
        words(DecimalText.grouped(counts.total), x: rect.x, y: rect.y, width: rect.width, style)
        guard counts.total > 0 else { return }
        var x = rect.x
        for bucket in Bucket.allCases {
            let text = "\(bucket.letter)\(DecimalText.wholePercent(counts[bucket], of: counts.total))"
            words(text, x: x, y: rect.y + 1, width: 4, isSelected ? theme[.selection] : self.style(of: bucket))
            x += 4
        }
    }

    private mutating func crossValue(
        _ value: FacetValue,
        _ all: [FacetValue],
        x: Int,
        y: Int,
        width: Int,
        _ style: Style
    ) {
        if let bytes = value.value, !bytes.isEmpty {
            foreign(bytes, x: x, y: y, width: width, style)
        } else {
            words(FacetWords.absent(value, among: all), x: x, y: y, width: width, style)
        }
    }

    /// The cell under the cursor in words, and what Enter does.
    private mutating func crossFoot(_ table: CrossTable, _ dialog: CrossDialog, in rect: Rect) {
        let cell = dialog.cell(in: table)
        let counts = table[cell.row, cell.column]
        let shares = Bucket.allCases.map { bucket in
            let share = DecimalText.percent(counts[bucket], of: counts.total)
            return "\(bucket.letter) \(DecimalText.grouped(counts[bucket]))\(counts.total > 0 ? " (\(share))" : "")"
        }
        words(
            "\(DecimalText.counted(counts.total, "item")): \(shares.joined(separator: ", "))",
            x: rect.x,
            y: rect.y,
            width: rect.width,
            .value
        )
        words(
            "\(key(.confirm)) only these, \(key(.stepDown)) \(key(.stepUp)) columns, "
                + "\(key(.nextAcross)) and \(key(.nextTab)) other fields",
            x: rect.x,
            y: rect.y + 1,
            width: rect.width,
            .muted
        )
    }
}

/// Where the columns of a cross table stand: as many as there is room for, and in the end all of them together.
private struct CrossColumns {
    /// The columns of a cell, with the one between it and the next.
    static let cell = 13

    /// The columns of the names of rows.
    let label: Int
    /// The columns that are shown.
    let shown: Range<Int>

    init(room: Int, count: Int, at column: Int) {
        label = room >= 100 ? 24 : room >= 70 ? 16 : 12
        let fitting = max(1, min(count, (room - label) / Self.cell - 1))
        let start = max(0, min(min(column, count - 1) - fitting + 1, count - fitting))
        shown = start..<max(start, min(count, start + fitting))
    }

    var width: Int { label + Self.cell * (shown.count + 1) }

    /// Where a column begins; that of all stands last.
    func x(of column: Int) -> Int {
        label + Self.cell * (shown.contains(column) ? column - shown.lowerBound : shown.count)
    }
}
