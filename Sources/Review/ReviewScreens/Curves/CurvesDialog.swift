import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension CurvesDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.curvesDialog(state, self) }
}

extension Painter {
    /// Draws a curve of what the verdicts show, and what it says where the cursor is.
    mutating func curvesDialog(_ state: ReviewState, _ open: CurvesDialog) {
        let isLagging = state.curves.isPending && state.curves.result(of: open.curve) != nil
        let area = box(
            width: min(canvas.size.columns - 4, 160),
            height: canvas.size.rows - 3,
            title: open.title(in: state),
            note: isLagging ? "counting again …" : "\(key(.cancel)) closes"
        )
        if !isLagging { noteSpots([("\(key(.cancel)) closes", .cancel)]) }
        switch state.curves.result(of: open.curve) {
        case .failed(let why)?: paragraph(SafeText.printable(why), in: area, .error)
        case let result?: curve(result, state, open, in: area)
        case nil:
            let isReading = state.round.content.keys == nil
            paragraph(isReading ? "reading all texts once, to tell items apart …" : "counting …", in: area, .muted)
        }
    }

    private mutating func curve(
        _ result: AuditCurveResult,
        _ state: ReviewState,
        _ open: CurvesDialog,
        in area: Rect
    ) {
        let present = state.thresholds.now[open.name]
        guard let row = open.chosenRow(in: state), let chart = CurveChart(result, open, row: row, present: present)
        else {
            paragraph("no verdict of a blind sample yet; \(key(.openQueue)) opens one", in: area, .muted)
            return
        }
        // What is told below decides how much room is left for the picture.
        let told = SafeText(symbols.words(result.sentence(at: row))).wrapped(to: area.width)
        let bands = result.assurance.map { SafeText(symbols.words($0)).wrapped(to: area.width) } ?? []
        let problem = open.problem.map { SafeText(symbols.words($0)).wrapped(to: area.width) } ?? []
        let below = told.count + 1 + max(bands.count, problem.count)
        let picture = Rect(x: area.x, y: area.y, width: area.width, height: area.height - below - 1)
        if let plot = curves(chart, in: picture, drawing: state.plot.drawing) {
            let places = result.values.indices.map { row in
                CurveChart(result, open, row: row, present: present)?.cursor.flatMap { chart.column(of: $0, in: plot) }
            }
            valueSpots(places, plot)
        }
        var y = max(area.y, area.maxY - below)
        for line in told where y < area.maxY {
            canvas.draw(line, x: area.x, y: y, width: area.width, style: theme[.value])
            y += 1
        }
        figureRow(result.figures(at: row), in: area, y: y)
        y += 1
        for line in problem.isEmpty ? bands : problem where y < area.maxY {
            canvas.draw(line, x: area.x, y: y, width: area.width, style: theme[problem.isEmpty ? .muted : .error])
            y += 1
        }
    }

    /// Figures side by side, as many as there is room for.
    private mutating func figureRow(_ figures: [AuditLine], in area: Rect, y: Int) {
        guard y < area.maxY else { return }
        var x = area.x
        for figure in figures {
            guard x + width(figure.label) + 1 + width(figure.text) <= area.maxX else { return }
            x += words(figure.label, x: x, y: y, width: area.maxX - x, .label) + 1
            x += words(figure.text, x: x, y: y, width: area.maxX - x, .value) + 2
        }
    }

    /// Lets a click in the picture choose the nearest value.
    ///
    /// - Parameter columns: where each value stands; nil for nowhere.
    private mutating func valueSpots(_ columns: [Int?], _ plot: Rect) {
        for x in plot.x..<plot.maxX {
            let nearest = columns.indices.compactMap { row in columns[row].map { (row, abs($0 - x)) } }
                .min { $0.1 < $1.1 }
            guard let nearest, let dialogID else { continue }
            spots.add(.dialogRow(dialogID, nearest.0), Rect(x: x, y: plot.y, width: 1, height: plot.height))
        }
    }
}
