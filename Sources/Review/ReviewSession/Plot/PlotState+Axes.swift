import DensityPlot
import RoundModel

/// Axes and cells of the plot, and how it is drawn.
extension PlotState {
    /// Brings the axes up to the view, the scale and the items.
    mutating func followAxes(_ context: PlotContext) { view.followAxes(context) }

    mutating func nextScale(_ context: PlotContext) -> Message {
        let all = AxisScale.allCases
        return setScale(all[((all.firstIndex(of: scale) ?? 0) + 1) % all.count], context)
    }

    mutating func setScale(_ scale: AxisScale, _ context: PlotContext) -> Message {
        view.setScale(scale, context)
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

    /// The dots to ask for; nil where they are here or on their way.
    mutating func wantedGrid(_ context: PlotContext) -> GridRequest? {
        guard let cells = cells(in: context.panes) else { return nil }
        let perCell = drawing.dotsPerCell
        let wanted = GridRequest(
            revision: context.items,
            axes: cells.axes,
            columns: cells.columns * perCell.columns,
            rows: cells.rows * perCell.rows
        )
        return dots.wants(wanted) ? wanted : nil
    }
}
