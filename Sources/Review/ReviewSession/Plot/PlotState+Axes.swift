import DensityPlot
import RoundModel

/// Axes and cells of the plot, and how it is drawn.
extension PlotState {
    /// Brings the axes up to the view, the scale and the items.
    mutating func followAxes(_ context: PlotContext) {
        guard let viewport = viewport(context), let (safety, helpfulness) = context.summaries else {
            axes = nil
            axesKey = nil
            return
        }
        let ranks = scale == .quantile ? context.index : nil
        let key = AxesKey(
            scale: scale,
            viewport: viewport,
            round: context.round.revision,
            ranked: ranks == nil ? nil : context.items
        )
        guard key != axesKey else { return }
        if key.ranked == nil, var before = axesKey, before.ranked != nil {
            // Ranks that are about to change stay until the new ones are known: the axes move once.
            before.ranked = nil
            if before == key { return }
        }
        axes = PlotAxes(scale, viewport, safety: safety, helpfulness: helpfulness, ranks)
        axesKey = key
    }

    mutating func nextScale(_ context: PlotContext) -> Message {
        let all = AxisScale.allCases
        return setScale(all[((all.firstIndex(of: scale) ?? 0) + 1) % all.count], context)
    }

    mutating func setScale(_ scale: AxisScale, _ context: PlotContext) -> Message {
        self.scale = scale
        followAxes(context)
        return Message(.done, axesText)
    }

    /// What holds along both axes, in words.
    var axesText: String {
        guard let axes else { return "axes: \(scale.rawValue)" }
        let safety = Self.text(axes.safety.layout)
        let help = Self.text(axes.helpfulness.layout)
        return safety == help
            ? "\(scale.rawValue) axes: \(safety)"
            : "\(scale.rawValue) axes: safety \(safety); helpfulness \(help)"
    }

    private static func text(_ layout: AxisLayout) -> String {
        switch layout {
        case .values: "by value"
        case .ranks: "by rank: equally many items take equal room"
        case .logOdds: "by log odds, from 0.001 to 0.999"
        case .curve(let middle, _):
            "on a logistic curve about the median \(DecimalText.significant(middle, digits: 3)), because these are not probabilities"
        }
    }

    /// How scores and cells go together; nil where there is no plot.
    func cells(in panes: PaneSizes) -> PlotCells? {
        guard let axes, panes.plotColumns > 0, panes.plotRows > 0 else { return nil }
        return PlotCells(axes, columns: panes.plotColumns, rows: panes.plotRows)
    }

    // MARK: Dots

    mutating func nextDrawing() -> Message? {
        guard drawing != .ascii || finest != .ascii else {
            return Message(.refusal, "this terminal can show ASCII only, so the plot is drawn in ASCII")
        }
        let all = PlotDrawing.allCases
        drawing = all[((all.firstIndex(of: drawing) ?? 0) + 1) % all.count]
        return nil
    }

    /// The dots to ask for; nil where they are here or on their way.
    mutating func wantedGrid(_ context: PlotContext) -> GridRequest? {
        guard let cells = cells(in: context.panes) else { return nil }
        let dots = drawing.dotsPerCell
        let wanted = GridRequest(
            revision: context.items,
            axes: cells.axes,
            columns: cells.columns * dots.columns,
            rows: cells.rows * dots.rows
        )
        guard askedGrid != wanted else { return nil }
        askedGrid = wanted
        return wanted
    }
}
