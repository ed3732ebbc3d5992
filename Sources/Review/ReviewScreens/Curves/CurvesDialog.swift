import AuditStatistics
import DensityPlot
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
        case .sweep(let sweep)?: sweepCurves(sweep, state, open, in: area)
        case .failed(let why)?: paragraph(SafeText.printable(why), in: area, .error)
        case nil:
            let isReading = state.round.content.keys == nil
            paragraph(isReading ? "reading all texts once, to tell items apart …" : "counting …", in: area, .muted)
        }
    }

    private mutating func sweepCurves(
        _ sweep: ThresholdSweep,
        _ state: ReviewState,
        _ open: CurvesDialog,
        in area: Rect
    ) {
        guard let row = open.chosenRow(in: state), sweep.points.indices.contains(row) else {
            return paragraph("there is no value to look at", in: area, .muted)
        }
        let point = sweep.points[row]
        // What is told below decides how much room is left for the picture.
        let told = SafeText(symbols.words(sweep.sentence(at: point))).wrapped(to: area.width)
        let bands = sweep.assurance.map { SafeText(symbols.words($0)).wrapped(to: area.width) } ?? []
        let problem = open.problem.map { SafeText(symbols.words($0)).wrapped(to: area.width) } ?? []
        let below = told.count + 1 + max(bands.count, problem.count)
        let chart = CurveChart(sweep, open.measure, cursor: point.value)
        let picture = Rect(x: area.x, y: area.y, width: area.width, height: area.height - below - 1)
        if let plot = curves(chart, in: picture, drawing: state.plot.drawing, percent: true, title: sweep.name.title) {
            valueSpots(sweep.points.map(\.value), chart, plot)
        }
        var y = max(area.y, area.maxY - below)
        for line in told where y < area.maxY {
            canvas.draw(line, x: area.x, y: y, width: area.width, style: theme[.value])
            y += 1
        }
        figureRow(sweep.figures(at: point), in: area, y: y)
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
    private mutating func valueSpots(_ values: [Double], _ chart: CurveChart, _ plot: Rect) {
        let columns = values.map { chart.column(of: $0, in: plot) }
        for x in plot.x..<plot.maxX {
            let nearest = columns.indices.compactMap { row in columns[row].map { (row, abs($0 - x)) } }
                .min { $0.1 < $1.1 }
            guard let nearest, let dialogID else { continue }
            spots.add(.dialogRow(dialogID, nearest.0), Rect(x: x, y: plot.y, width: 1, height: plot.height))
        }
    }
}

extension CurveChart {
    /// A sweep, or one figure of it.
    init(_ sweep: ThresholdSweep, _ measure: CurvesDialog.Measure, cursor: Double) {
        func points(_ figure: KeyPath<ThresholdSweep.Point, Figure>) -> [Point] {
            sweep.points.compactMap { point in
                point[keyPath: figure].estimate.map {
                    Point(x: point.value, y: $0.value, lower: $0.interval.lower, upper: $0.interval.upper)
                }
            }
        }
        let sizes = sweep.points.map { Point(x: $0.value, y: Double($0.size) / Double(max(1, sweep.total))) }
        let own: ThemeRole = sweep.bucket == .accepted ? .accepted : .adversarial
        let all: [(CurvesDialog.Measure, Series)] = [
            (.precision, Series(name: "precision", letter: "p", role: own, points: points(\.precision))),
            (.recall, Series(name: "recall", letter: "r", role: .chosenLine, isDashed: true, points: points(\.recall))),
            (.size, Series(name: "\(sweep.bucket.name), share of all", letter: "a", role: .muted, points: sizes)),
        ]
        series = all.filter { measure == .all || measure == $0.0 }.map(\.1)
        x = Self.range(sweep.points.map(\.value), beside: sweep.thresholds[sweep.name])
        y = Self.shares
        marker = sweep.thresholds[sweep.name]
        self.cursor = cursor
    }

    /// The values from the lowest to the highest; a present value far from all others is left outside.
    private static func range(_ values: [Double], beside present: Double) -> ScoreRange {
        let others = values.filter { $0 != present }
        let among = others.isEmpty ? values : others
        guard var low = among.first, var high = among.last else { return shares }
        let reach = (high / 2 - low / 2) / 5
        if present >= low - reach, present <= high + reach { (low, high) = (min(low, present), max(high, present)) }
        return low < high ? ScoreRange(low: low, high: high) : ScoreRange(covering: low, high)
    }
}
