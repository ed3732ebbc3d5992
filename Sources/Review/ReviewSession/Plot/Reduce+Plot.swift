import DensityPlot
import RoundModel

extension ReviewState {
    mutating func take(_ update: PlotUpdate) {
        switch update {
        case .binned(_, let grid): plot.grid = grid
        case .coloured(let layer): takeLayer(layer)
        case .nearestFound(let request, let item): takeNearest(request, item)
        }
    }

    /// Shows less and larger: the region whose corner was set, else what lies about the item.
    mutating func zoomIn() {
        if plot.corner != nil { return zoomToCorner() }
        zoom(by: 0.5, end: "the plot shows single scores already; it cannot be zoomed further")
    }

    mutating func zoomOut() {
        zoom(by: 2, end: "the plot shows all items already")
    }

    mutating func zoomToLines() {
        if let problem = zoom(toLine: nil) { refuse(problem) }
    }

    mutating func fitPlot() {
        guard plot.chosenViewport != nil else { return refuse("the plot shows the whole round already") }
        plot.chosenViewport = nil
        message = Message(.done, "the plot shows the whole round")
    }

    mutating func nextPlotDrawing() {
        guard plot.drawing != .ascii || plot.finest != .ascii else {
            return refuse("this terminal can show ASCII only, so the plot is drawn in ASCII")
        }
        let all = PlotDrawing.allCases
        plot.drawing = all[((all.firstIndex(of: plot.drawing) ?? 0) + 1) % all.count]
    }

    /// Everything there is to see: all scores, and what the plot shows by itself.
    var wholeViewport: Viewport? {
        guard let safety = round.safety, let helpfulness = round.helpfulness, let fitting = fittingViewport else {
            return nil
        }
        return fitting.union(
            Viewport(
                safety: ScoreRange(covering: safety.min, safety.max),
                helpfulness: ScoreRange(covering: helpfulness.min, helpfulness.max)
            )
        )
    }

    /// The axes of everything: what is half of the room is said by them, wherever the view is.
    var wholeAxes: PlotAxes? {
        guard let whole = wholeViewport, let safety = round.safety, let helpfulness = round.helpfulness else {
            return nil
        }
        let ranks = counting.indexed == itemRevision ? counting.index : nil
        return PlotAxes(plot.scale, whole, safety: safety, helpfulness: helpfulness, ranks)
    }

    private mutating func zoom(by factor: Double, end: String) {
        guard let viewport, let whole = wholeAxes, let axes = plot.axes else { return refuse("no items yet") }
        let point = plot.isCrosshairShown ? plot.crosshair : nil
        guard let view = whole.scaled(viewport, by: factor, about: point ?? focusPoint(in: axes)) else {
            return refuse(end)
        }
        plot.chosenViewport = view
    }

    mutating func pan(right: Double, up: Double) {
        guard let viewport, let whole = wholeAxes else { return refuse("no items yet") }
        guard let view = whole.shifted(viewport, right: right, up: up) else {
            return refuse("the scores end here")
        }
        plot.chosenViewport = view
    }

    // MARK: Regions

    /// Shows the region between the corner that was set and the crosshair.
    private mutating func zoomToCorner() {
        guard let cells = plotCells, let corner = plot.corner, let at = plot.crosshair else { return }
        func cell(_ point: Scores) -> (ClosedRange<Double>, ClosedRange<Double>) {
            let column =
                cells.column(of: point.safety) ?? (point.safety < cells.axes.safety.range.low ? 0 : cells.columns)
            let isBelow = point.helpfulness < cells.axes.helpfulness.range.low
            let row = cells.row(of: point.helpfulness) ?? (isBelow ? cells.rows : 0)
            return (cells.span(ofColumn: column), cells.span(ofRow: row))
        }
        let (one, other) = (cell(corner), cell(at))
        if let problem = show(
            safety: (min(one.0.lowerBound, other.0.lowerBound), max(one.0.upperBound, other.0.upperBound)),
            helpfulness: (min(one.1.lowerBound, other.1.lowerBound), max(one.1.upperBound, other.1.upperBound))
        ) {
            return refuse(problem)
        }
        plot.corner = nil
    }

    /// Shows a part of the plane, as far as there are scores.
    ///
    /// - Parameters: the ends of what to show; nil for what is shown already.
    /// - Returns: why it cannot be shown; nil where it is.
    private mutating func show(safety: (Double, Double)?, helpfulness: (Double, Double)?) -> String? {
        guard let viewport, let whole = wholeViewport else { return "no items yet" }
        func part(_ ends: (Double, Double)?, _ now: ScoreRange, _ whole: ScoreRange, _ name: String) -> Result<
            ScoreRange, Part
        > {
            guard let (low, high) = ends else { return .success(now) }
            let (first, last) = (max(low, whole.low), min(high, whole.high))
            // Some values must lie between the ends, or the cells would be a matter of rounding.
            guard first < last, last - first > max(abs(first), abs(last)).ulp * 256 else {
                let ends =
                    "\(DecimalText.significant(whole.low, digits: 4)) to \(DecimalText.significant(whole.high, digits: 4))"
                return .failure(Part(text: "nothing to show there: \(name) is plotted from \(ends)"))
            }
            return .success(ScoreRange(low: first, high: last))
        }
        do throws(Part) {
            plot.chosenViewport = Viewport(
                safety: try part(safety, viewport.safety, whole.safety, "safety").get(),
                helpfulness: try part(helpfulness, viewport.helpfulness, whole.helpfulness, "helpfulness").get()
            )
            return nil
        } catch {
            return error.text
        }
    }

    private struct Part: Error { var text: String }

    /// Shows the ranges that somebody typed: `safety 0.4..0.6 help 0.2..0.8`, one of them, or both without names.
    ///
    /// - Returns: what is wrong with them; nil where they are shown.
    mutating func zoom(toRanges text: String) -> String? {
        do throws(TypedRanges.Problem) {
            let ranges = try TypedRanges(text).ends.mapValues { ($0.lowerBound, $0.upperBound) }
            return show(safety: ranges[.safety], helpfulness: ranges[.helpfulness])
        } catch {
            return error.text
        }
    }

    /// Shows the neighbourhood of the three lines, or of one of them.
    ///
    /// - Returns: why it cannot be shown; nil where it is.
    mutating func zoom(toLine line: ThresholdName?) -> String? {
        guard round.count > 0 else { return "no items yet" }
        let now = thresholds.now
        func about(_ name: ThresholdName, steps: Double) -> (Double, Double) {
            let way = round.step(of: name).value * steps
            return (now[name] - way, now[name] + way)
        }
        let problem: String?
        switch line {
        case .help: problem = show(safety: nil, helpfulness: about(.help, steps: 10))
        case .some(let line): problem = show(safety: about(line, steps: 10), helpfulness: nil)
        case nil:
            let (low, high) = (min(now.adv, now.safety), max(now.adv, now.safety))
            let margin = max((high - low) / 2, round.step(of: .safety).value * 10)
            problem = show(safety: (low - margin, high + margin), helpfulness: about(.help, steps: 20))
        }
        if problem == nil { message = Message(.done, "the plot shows what lies about \(line?.title ?? "the lines")") }
        return problem
    }

    /// What the eye is on: the item under the cursor where it is in view, else the middle.
    func focusPoint(in axes: PlotAxes) -> Scores {
        if let item = list.selectedItem, let scores = round.columns.scores(of: Int(item)),
            axes.viewport.contains(scores)
        {
            return scores
        }
        return Scores(safety: axes.safety.score(at: 0.5), helpfulness: axes.helpfulness.score(at: 0.5))
    }
}
