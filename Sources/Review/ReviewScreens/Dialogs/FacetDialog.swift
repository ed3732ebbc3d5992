import ItemFilter
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension FacetDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.facetDialog(state, self) }
}

extension Painter {
    /// Draws how many items have each value of a field, bucket by bucket.
    mutating func facetDialog(_ state: ReviewState, _ dialog: FacetDialog) {
        let facets = state.find.facets
        let width = min(canvas.size.columns - 4, 100)
        let rows = max(4, min(canvas.size.rows - 10, max(facets.values.count, 6)))
        let fields = facets.fields ?? []
        let drawn = state.grid == nil ? "" : ", drawn items"
        let title =
            fields.indices.contains(dialog.field) ? "values of \(name(of: fields[dialog.field]))\(drawn)" : "values"
        let note = fields.count > 1 ? "\(dialog.field + 1) of \(fields.count) fields" : ""
        let hints =
            "\(key(.confirm)) only these, \(key(.flag)) all but these, \(key(.scrollDown)) ticks several, "
            + "\(key(.nextField)) next field"
        let hintRows = min(2, SafeText(symbols.words(hints)).wrapped(to: width - 4).count)
        let area = box(width: width, height: rows + 5 + hintRows, title: title, note: note)
        guard !fields.isEmpty else { return facetsAbsent(state, in: area) }
        let columns = FacetColumns(area, largest: facets.values.map(\.counts.total).max() ?? 0)
        facetHead(columns, y: area.y)
        let row = max(0, min(dialog.row, facets.values.count - 1))
        let top = max(0, min(row - rows / 2, facets.values.count - rows))
        let most = max(1, facets.values.map(\.counts.total).max() ?? 1)
        let ticked = dialog.ticked(in: state)
        let isBinned = facets.values.contains { $0.bin != nil }
        for (index, value) in facets.values.enumerated().dropFirst(top).prefix(rows) {
            let y = area.y + 1 + index - top
            dialogRow(index, in: area, y: y)
            facetRow(value, most: most, isSelected: index == row, isBinned: isBinned, columns, y: y)
            if ticked.contains(value.value) {
                put(symbols.marked, x: area.x + 1, y: y, index == row ? theme[.selection].adding(.bold) : theme[.key])
            }
        }
        var place =
            facets.values.isEmpty
            ? "no item is left to count"
            : "\(DecimalText.grouped(row + 1)) of \(DecimalText.counted(facets.values.count, isBinned ? "range" : "value"))"
        if !ticked.isEmpty { place += " · \(DecimalText.grouped(ticked.count)) ticked" }
        words(place, x: area.x, y: area.y + rows + 2, width: area.width, .muted)
        let thresholds = state.thresholds
        let chosen = thresholds.chosen
        let text = "\(chosen.title) \(state.exactText(thresholds.now[chosen], chosen))"
        wordsRight(text, maxX: area.maxX, y: area.y + rows + 2, width: area.width, .value)
        if state.message?.kind == .refusal, let message = state.message {
            words(message.text, x: area.x, y: area.y + rows + 3, width: area.width, .warning)
        } else {
            paragraph(
                hints,
                in: Rect(x: area.x, y: area.y + rows + 3, width: area.width, height: hintRows),
                .muted
            )
        }
    }

    private func name(of field: FilterField) -> String { name(Array(field.name.utf8), width: 40) }

    /// What is said where there is nothing to count.
    private mutating func facetsAbsent(_ state: ReviewState, in area: Rect) {
        let lines: [String]
        let isError: Bool
        if let problem = state.find.facets.problem {
            (lines, isError) = ([problem], true)
        } else if state.find.facets.fields == nil {
            let done = progress(.facets, state.find.facets.fraction, state)
            (lines, isError) = (["reading the rows for fields with few values: \(done)"], false)
        } else {
            lines = [
                "No field of the rows has few values.",
                "\(key(.filter)) filters by any field; \(key(.complete)) there shows the names.",
            ]
            isError = false
        }
        var y = area.y
        for line in lines {
            for part in SafeText(symbols.words(SafeText.printable(line))).wrapped(to: area.width).prefix(3) {
                canvas.draw(part, x: area.x, y: y, width: area.width, style: theme[isError ? .error : .muted])
                y += 1
            }
        }
    }

    private mutating func facetHead(_ columns: FacetColumns, y: Int) {
        words("value", x: columns.value, y: y, width: columns.valueWidth, .muted)
        for bucket in Bucket.allCases {
            let x = columns.end(of: bucket)
            canvas.draw(
                SafeText(symbols.words(String(bucket.letter))),
                x: x - 1,
                y: y,
                width: 1,
                style: style(of: bucket)
            )
        }
        wordsRight("all", maxX: columns.total, y: y, width: 8, .muted)
    }

    private mutating func facetRow(
        _ value: FacetValue,
        most: Int,
        isSelected: Bool,
        isBinned: Bool,
        _ columns: FacetColumns,
        y: Int
    ) {
        if isSelected {
            canvas.fill(Rect(x: columns.area.x, y: y, width: columns.area.width, height: 1), style: theme[.selection])
            put(symbols.pointer, x: columns.area.x, y: y, theme[.selection].adding(.bold))
        }
        let style = isSelected ? theme[.selection].adding(.bold) : theme[value.value == nil ? .muted : .text]
        if let bytes = value.value, !bytes.isEmpty {
            foreign(bytes, x: columns.value, y: y, width: columns.valueWidth, style)
        } else {
            words(
                FacetWords.absent(value, isBinned: isBinned),
                x: columns.value,
                y: y,
                width: columns.valueWidth,
                style
            )
        }
        for bucket in Bucket.allCases {
            let text = DecimalText.grouped(value.counts[bucket])
            wordsRight(text, maxX: columns.end(of: bucket), y: y, width: 11, isSelected ? .selection : .text)
        }
        let total = DecimalText.grouped(value.counts.total)
        wordsRight(total, maxX: columns.total, y: y, width: 11, isSelected ? .selection : .value)
        bar(value.counts, most: most, columns, y: y)
    }

    /// A bar in three parts; each ends in its bucket's letter, so that colour is not needed.
    private mutating func bar(_ counts: BucketCounts, most: Int, _ columns: FacetColumns, y: Int) {
        var done = 0
        var x = columns.bar
        for bucket in Bucket.allCases {
            done += counts[bucket]
            let end = columns.bar + Int((Double(done) / Double(most) * Double(columns.barWidth)).rounded())
            for column in x..<max(x, end) {
                let letter = bucket.letter.unicodeScalars.first ?? "?"
                put(letter, x: column, y: y, style(of: bucket))
            }
            x = max(x, end)
        }
    }
}

/// Where the columns of a facet stand.
private struct FacetColumns {
    let area: Rect
    let value: Int
    let valueWidth: Int
    let number: Int
    let bar: Int
    let barWidth: Int

    /// Columns that values have before anything else where there is little room.
    private static let leastValue = 14

    /// - Parameter largest: the largest number that is shown.
    init(_ area: Rect, largest: Int) {
        self.area = area
        value = area.x + 3
        let bar = max(6, area.width / 4)
        if area.width < 64 {
            // Names come first, then numbers, and the bar has what is left.
            number = max(6, DecimalText.grouped(largest).count + 1)
            barWidth = max(0, min(bar, area.width - 3 - 4 * number - 1 - Self.leastValue))
        } else {
            number = area.width >= 84 ? 11 : 9
            barWidth = bar
        }
        self.bar = area.maxX - barWidth
        valueWidth = max(4, area.width - 3 - 4 * number - barWidth - 1)
    }

    func end(of bucket: Bucket) -> Int { value + valueWidth + number * (Int(bucket.rawValue) + 1) }

    var total: Int { value + valueWidth + 4 * number }
}
