import DensityPlot
import RoundModel

/// Parts of the plane that somebody names for the plot to show.
extension PlotState {
    /// Shows the region between the corner that was set and the crosshair.
    mutating func zoomToCorner(_ context: PlotContext) -> Message? {
        guard let cells = cells(in: context.panes), let corner = crosshair.corner, let at = crosshair.point else {
            return nil
        }
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
            helpfulness: (min(one.1.lowerBound, other.1.lowerBound), max(one.1.upperBound, other.1.upperBound)),
            context
        ) {
            return Message(.refusal, problem)
        }
        crosshair.dropCorner()
        return nil
    }

    /// Shows a part of the plane, as far as there are scores.
    ///
    /// - Parameters:
    ///   - safety: the ends of what to show; nil for what is shown already.
    ///   - helpfulness: likewise.
    /// - Returns: why it cannot be shown; nil where it is.
    private mutating func show(
        safety: (Double, Double)?,
        helpfulness: (Double, Double)?,
        _ context: PlotContext
    ) -> String? {
        guard let viewport = viewport(context), let whole = wholeViewport(context) else { return Self.noItems }
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
            let safety = try part(safety, viewport.safety, whole.safety, "safety").get()
            let help = try part(helpfulness, viewport.helpfulness, whole.helpfulness, "helpfulness").get()
            view.show(Viewport(safety: safety, helpfulness: help))
            return nil
        } catch {
            return error.text
        }
    }

    private struct Part: Error { var text: String }

    /// Shows the ranges that somebody typed: `safety 0.4..0.6 help 0.2..0.8`, one of them, or both without names.
    ///
    /// - Returns: what is wrong with them; nil where they are shown.
    mutating func zoom(toRanges text: String, _ context: PlotContext) -> String? {
        do throws(TypedRanges.Problem) {
            let ranges = try TypedRanges(text).ends.mapValues { ($0.lowerBound, $0.upperBound) }
            return show(safety: ranges[.safety], helpfulness: ranges[.helpfulness], context)
        } catch {
            return error.text
        }
    }

    /// Shows the neighbourhood of the three lines, or of one of them.
    ///
    /// - Returns: what there is to say: where it cannot be shown, a refusal.
    mutating func zoom(toLine line: ThresholdName?, _ context: PlotContext) -> Message {
        guard context.round.count > 0 else { return Message(.refusal, Self.noItems) }
        let now = context.thresholds
        func about(_ name: ThresholdName, steps: Double) -> (Double, Double) {
            let way = context.round.step(of: name).value * steps
            return (now[name] - way, now[name] + way)
        }
        let problem: String?
        switch line {
        case .help: problem = show(safety: nil, helpfulness: about(.help, steps: 10), context)
        case .some(let line): problem = show(safety: about(line, steps: 10), helpfulness: nil, context)
        case nil:
            let (low, high) = (min(now.adv, now.safety), max(now.adv, now.safety))
            let margin = max((high - low) / 2, context.round.step(of: .safety).value * 10)
            problem = show(safety: (low - margin, high + margin), helpfulness: about(.help, steps: 20), context)
        }
        if let problem { return Message(.refusal, problem) }
        return Message(.done, "the plot shows what lies about \(line?.title ?? "the lines")")
    }
}
