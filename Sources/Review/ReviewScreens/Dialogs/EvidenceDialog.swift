import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension EvidenceDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.evidenceDialog(state, self) }

    func extent(_ painter: Painter, _ state: ReviewState) -> (rows: Int, visible: Int)? {
        guard state.evidence.report != nil else { return nil }
        let area = painter.evidenceSize
        return (painter.evidenceRows(lines(in: state), width: area.columns).count, area.rows)
    }
}

extension Painter {
    /// Draws what the verdicts show at the present thresholds.
    mutating func evidenceDialog(_ state: ReviewState, _ open: EvidenceDialog) {
        let isLagging = state.evidence.isLagging && state.evidence.report != nil
        let note = isLagging ? "counting again …" : "\(key(.cancel)) closes"
        let rows = evidenceRows(open.lines(in: state), width: evidenceSize.columns)
        let area = box(
            width: evidenceSize.columns + 4,
            height: min(evidenceSize.rows, max(rows.count, 3)) + 2,
            title: open.title(in: state),
            note: note
        )
        if !isLagging { noteSpots([(note, .cancel)]) }
        guard state.evidence.report != nil else {
            let text = state.evidence.problem.map { SafeText.printable($0) } ?? Self.waiting(state)
            let style = theme[state.evidence.problem == nil ? .muted : .error]
            for (row, line) in SafeText(symbols.words(text)).wrapped(to: area.width).prefix(area.height).enumerated() {
                canvas.draw(line, x: area.x, y: area.y + row, width: area.width, style: style)
            }
            return
        }
        let top = min(max(0, open.scroll), max(0, rows.count - area.height))
        spots.rowsBelow = max(0, rows.count - area.height) - top
        for (offset, row) in rows[top...].prefix(area.height).enumerated() {
            let y = area.y + offset
            canvas.draw(row.text, x: area.x + row.indent, y: y, width: area.width - row.indent, style: row.style)
            canvas.draw(row.label, x: area.x, y: y, width: area.width, style: row.labelStyle)
        }
        let keys = key(.next, .previous, .pageDown)
        scrollNote(rows: rows.count, visible: area.height, top: top, keys: keys, in: area)
    }

    /// The room inside its box.
    var evidenceSize: TerminalSize {
        TerminalSize(columns: max(0, min(canvas.size.columns - 4, 132) - 4), rows: max(0, canvas.size.rows - 5))
    }

    private static func waiting(_ state: ReviewState) -> String {
        guard state.round.content.keys == nil else { return "counting …" }
        return "reading all texts once, to tell items apart …"
    }

    struct EvidenceRow {
        /// What is drawn over the row's beginning.
        var label = SafeText(glyphs: [])
        var labelStyle: Style
        var text: SafeText
        var indent: Int
        var style: Style
    }

    /// The lines broken to the width, text beside the labels; names in them are made safe.
    func evidenceRows(_ lines: [AuditLine], width: Int) -> [EvidenceRow] {
        lines.flatMap { line -> [EvidenceRow] in
            var (style, labelStyle) = (theme[.text], theme[.label])
            var indent = 0
            switch line.kind {
            case .blank: break
            case .heading: style = theme[.heading]
            case .bucket(let bucket):
                labelStyle = self.style(of: bucket).adding(.bold)
                // A sentence about a bucket is for reading; a heading of figures has its colour.
                if line.label.isEmpty { style = labelStyle }
            case .sentence: indent = 2
            case .figure: (style, indent) = (theme[.value], AuditLine.labelWidth)
            case .missing: (style, indent) = (theme[.muted], AuditLine.labelWidth)
            case .fact: indent = AuditLine.labelWidth
            }
            // A bucket's name is the beginning of its sentence.
            let isName = indent == 0 && !line.label.isEmpty
            let text = SafeText(symbols.words(SafeText.printable(isName ? line.plain : line.text)))
            var rows = text.wrapped(to: max(20, width - indent)).map {
                EvidenceRow(labelStyle: labelStyle, text: $0, indent: indent, style: style)
            }
            if !line.label.isEmpty, !rows.isEmpty {
                let label = SafeText(symbols.words((isName ? "" : "  ") + SafeText.printable(line.label)))
                rows[0].label = label.truncated(to: isName ? width : indent - 1)
            }
            return rows
        }
    }
}
