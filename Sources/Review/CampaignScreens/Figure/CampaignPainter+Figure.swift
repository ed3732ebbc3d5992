internal import AuditStatistics
internal import CampaignFile
internal import CampaignSession
internal import DensityPlot
internal import ReviewScreens
internal import ReviewSession
internal import RoundCampaign
internal import RoundModel
internal import TerminalCanvas
internal import TextSafety

extension CampaignPainter {
    /// Rates by round, with a line for each method: first in a sentence, then drawn, then the round under the cursor in figures.
    mutating func figure(_ state: CampaignState, in area: Rect) {
        guard let figures = state.figures else { return nothing(state, "", in: area) }
        let (place, measure) = (state.place, state.place.measure)
        var y = sentence(Self.saying(state, figures), in: area, y: area.y, .value, most: 3)
        let told = Self.figures(of: place.round, state, figures)
        let toldRows = min(6, told.reduce(0) { $0 + rows($1.text, width: area.width) })
        let lines = figures.lines(of: measure, method: place.method)
        let chart = FigureChart(
            lines,
            isShare: measure.isShare,
            listed: state.settings.rounds.map(\.number)
        )
        let picture = Rect(x: area.x, y: y, width: area.width, height: area.maxY - y - toldRows)
        draw(chart, state, in: picture)
        y = area.maxY - toldRows
        for part in told where y < area.maxY { y = sentence(part.text, in: area, y: y, part.role) }
    }

    /// What changed to the round under the cursor, and where it is the first, what the method does over its rounds.
    static func saying(_ state: CampaignState, _ figures: CampaignFigures) -> String {
        let round = state.place.round
        let change = figures.changes.first { $0.after == round }
        let trend = state.method.flatMap { figures.sentence($0) }
        let text = change.flatMap { figures.lines(of: $0).first } ?? trend ?? ""
        guard figures.methods.count > 1, let method = state.method, !text.isEmpty else { return text }
        return "\(figures.title(of: method)): \(text)"
    }

    /// What a round has of the measure, and of people.
    static func figures(
        of place: Int,
        _ state: CampaignState,
        _ figures: CampaignFigures
    ) -> [(text: String, role: ThemeRole)] {
        if let series = state.place.series.map({ state.settings.series[$0] }) {
            return [(series.text, .text), ("\(series.origin); its items are not known", .muted)]
        }
        guard state.settings.rounds.indices.contains(place) else { return [] }
        let measure = state.place.measure
        let name = figures.title(of: place)
        let noSample = "; \(state.key(.openQueue)) in the round begins a sample"
        guard let round = figures.rounds[place] else {
            let absence = absence(place, state)
            return [("\(name): \(absence.text)", absence.isFailure ? .warning : .muted)]
        }
        let columns: [CampaignColumn] = [.items, .unsafe, .people] + (round.people?.gap.estimate == nil ? [] : [.gap])
        var parts = columns.map { "\($0.title) \($0.text(round))" }
        let isUnjudged = measure == .unsafe && round.people?.unsafe.estimate == nil
        if let score = measure.score, let quantiles = round.quantiles[score] {
            parts = zip(CampaignFigures.quantiles, quantiles).map { share, value in
                "\(share == 0.5 ? "median" : CampaignWords.percent(share, decimals: 0)) \(measure.text(value))"
            }
        } else if measure != .unsafe {
            let line = figures.lines(of: measure, method: state.place.method)
            let point = line.flatMap(\.points).first { $0.place == place }
            parts = ["\(measure.title) \(point.map { measure.text($0.value) } ?? "–")"] + parts.prefix(2)
        }
        return [
            ("\(name): \(parts.joined(separator: " · "))", .text),
            ("\(measure.title): \(measure.note)\(isUnjudged ? noSample : "")", .muted),
        ]
    }

    // MARK: The picture

    private mutating func draw(_ chart: FigureChart, _ state: CampaignState, in area: Rect) {
        let legend = legendRows(chart, state, width: area.width - 7)
        let plot = Rect(
            x: area.x + 7,
            y: area.y + legend.count,
            width: area.width - 7,
            height: area.height - legend.count - 2
        )
        guard plot.width >= 16, plot.height >= 3 else { return }
        for (row, parts) in legend.enumerated() { drawLegend(parts, chart, x: plot.x, y: area.y + row) }
        guard chart.lines.contains(where: { !$0.points.isEmpty }) else {
            sentence(
                state.isBusy ? "being counted …" : "no round has this",
                in: plot,
                y: plot.y + plot.height / 2,
                .muted
            )
            return
        }
        axes(chart, state, plot)
        let cell = state.drawing.dotsPerCell
        let dots = chart.lines.indices.map { chart.dots(of: $0, cell, width: plot.width, height: plot.height) }
        let chosen = state.place.series.map { state.settings.methods.count + $0 } ?? state.place.method
        let front = chart.lines.indices.sorted { $0 == chosen && $1 != chosen }
        for row in 0..<plot.height {
            for column in 0..<plot.width {
                guard let (scalar, line) = scalar(dots, front, state.drawing, column: column, row: row) else {
                    continue
                }
                painter.put(scalar, x: plot.x + column, y: plot.y + row, colour(of: line))
            }
        }
        for mark in chart.marks(width: plot.width, height: plot.height) {
            let style = colour(of: mark.line).adding(.bold)
            let isPeople = mark.isPeople || chart.lines[mark.line].isByPeople
            painter.put(sign(mark.line, isPeople: isPeople), x: plot.x + mark.x, y: plot.y + mark.y, style)
        }
        for number in chart.numbers {
            guard let place = state.place.rounds.first(where: { state.settings.rounds[$0].number == number }) else {
                continue
            }
            let x = plot.x + Int(chart.column(of: number, width: plot.width).rounded())
            let half = max(1, plot.width / (2 * max(1, chart.numbers.count)))
            spot(.round(place), x: max(plot.x, x - half), y: plot.y, width: 2 * half, height: plot.height + 2)
        }
    }

    /// What stands in a cell, and which line it is of: bars of intervals, else lines.
    private func scalar(
        _ dots: [FigureChart.Dots],
        _ order: [Int],
        _ drawing: PlotDrawing,
        column: Int,
        row: Int
    ) -> (Unicode.Scalar, line: Int)? {
        for line in order {
            if let scalar = painter.scalar(dots[line].bars, drawing, "|", column: column, row: row) {
                return (scalar, line)
            }
        }
        for line in order {
            if let scalar = painter.scalar(dots[line].line, drawing, letter(line), column: column, row: row) {
                return (scalar, line)
            }
        }
        return nil
    }

    /// What a line consists of where only ASCII can be shown.
    private func letter(_ line: Int) -> Unicode.Scalar { Unicode.Scalar(UInt8(ascii: "a") + UInt8(line % 26)) }

    /// A point of a line: filled for the reward model, hollow for people; in ASCII a letter, and a small o.
    private func sign(_ line: Int, isPeople: Bool) -> Unicode.Scalar {
        if painter.symbols.spellsWords {
            return isPeople ? "o" : Unicode.Scalar(UInt8(ascii: "A") + UInt8(line % 26))
        }
        let filled: [Unicode.Scalar] = ["●", "■", "▲", "◆", "▼", "★"]
        let hollow: [Unicode.Scalar] = ["○", "□", "△", "◇", "▽", "☆"]
        return (isPeople ? hollow : filled)[line % filled.count]
    }

    // MARK: Legend and axes

    /// The names of the lines in rows, the signs in front; what has no room is said to be missing.
    private func legendRows(_ chart: FigureChart, _ state: CampaignState, width: Int) -> [[(text: String, line: Int?)]]
    {
        var rows: [[(text: String, line: Int?)]] = [[]]
        var used = 0
        let hasPeople = chart.lines.contains { $0.points.contains { $0.people != nil } }
        var parts: [(text: String, line: Int?)] = chart.lines.enumerated().map { line, shown in
            // Where there is one method without a name, the line is the measure's.
            let isOnly = chart.lines.count == 1 && state.settings.methods == [""]
            let text = isOnly ? state.place.measure.title : shown.name
            let name = SafeText(Array(text.utf8), keepingEnds: max(8, width / 3)).string
            return ("\(Character(sign(line, isPeople: shown.isByPeople))) \(name)", line)
        }
        if hasPeople { parts.append(("\(Character(sign(0, isPeople: true))) people say", nil)) }
        for part in parts {
            let size = painter.width(part.text) + 3
            if used > 0, used + size > width {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(part)
            used += size
        }
        let most = 3
        guard rows.count > most else { return rows }
        let left = rows.dropFirst(most).reduce(0) { $0 + $1.count } + 1
        rows = Array(rows.prefix(most))
        rows[most - 1][rows[most - 1].count - 1] = ("and \(left) more", nil)
        return rows
    }

    private mutating func drawLegend(_ parts: [(text: String, line: Int?)], _ chart: FigureChart, x: Int, y: Int) {
        var x = x
        for part in parts {
            let room = max(0, painter.canvas.size.columns - x)
            let style = part.line.map { colour(of: $0) } ?? painter.theme[.muted]
            let used = painter.words(part.text, x: x, y: y, width: room, style)
            if let place = part.line.flatMap({ chart.lines[$0].points.last?.place }) {
                spot(.round(place), x: x, y: y, width: used)
            } else if let line = part.line, chart.lines[line].isKnownOnly {
                let first = chart.lines.firstIndex(where: \.isKnownOnly) ?? line
                spot(.series(line - first), x: x, y: y, width: used)
            }
            x += used + 3
        }
    }

    /// The colour of a line.
    private func colour(of line: Int) -> Style {
        let theme = painter.theme
        guard theme.hasColours else { return theme[.text] }
        let colours = theme.categories.isEmpty ? Theme.usualCategories : theme.categories
        return colours[line % colours.count]
    }

    private mutating func axes(_ chart: FigureChart, _ state: CampaignState, _ plot: Rect) {
        let (symbols, axis) = (painter.symbols, painter.theme[.muted])
        for y in plot.y..<plot.maxY { painter.put(symbols.vertical, x: plot.x - 1, y: y, axis) }
        let ticks = AxisTicks(chart.range, atMost: max(2, plot.height / 3))
        for (value, label) in zip(ticks.values, ticks.labels) {
            let y = plot.y + Int(chart.row(of: value, dots: plot.height).rounded())
            guard (plot.y..<plot.maxY).contains(y) else { continue }
            painter.put(symbols.tick, x: plot.x - 1, y: y, axis)
            let decimals = chart.range.high < 0.05 ? 1 : 0
            let text = chart.isShare ? CampaignWords.percent(value, decimals: decimals) : label
            painter.wordsRight(text, maxX: plot.x - 1, y: y, width: 6, .muted)
        }
        painter.put(symbols.axisCorner, x: plot.x - 1, y: plot.maxY, axis)
        for x in plot.x..<plot.maxX { painter.put(symbols.horizontal, x: x, y: plot.maxY, axis) }
        painter.words("round", x: plot.x - 7, y: plot.maxY + 1, width: 6, .muted)
        let chosen =
            state.settings.rounds.indices.contains(state.place.round)
            ? state.settings.rounds[state.place.round].number : nil
        // The number under the cursor has its room first.
        var taken: [Range<Int>] = []
        for number in chart.numbers.sorted(by: { $0 == chosen && $1 != chosen }) {
            let x = plot.x + Int(chart.column(of: number, width: plot.width).rounded())
            let isMissing = state.settings.rounds.indices.contains { place in
                guard case .failed = state.loading.states[place] else { return false }
                return state.settings.rounds[place].number == number
            }
            if isMissing {
                painter.put("x", x: x, y: plot.maxY, painter.theme[.warning])
            } else {
                painter.put(symbols.axisTick, x: x, y: plot.maxY, axis)
            }
            let text = number == chosen ? " \(number) " : "\(number)"
            let start = max(plot.x, min(plot.maxX - text.count, x - text.count / 2))
            let cells = (start - 1)..<(start + text.count + 1)
            guard !taken.contains(where: { $0.overlaps(cells) }) else { continue }
            taken.append(cells)
            painter.words(
                text,
                x: start,
                y: plot.maxY + 1,
                width: text.count,
                number == chosen ? .selection : .label
            )
        }
    }
}
