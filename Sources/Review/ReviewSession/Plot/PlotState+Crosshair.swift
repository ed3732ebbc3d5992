import DensityPlot
public import RoundModel

/// What there is at the crosshair.
public struct CrosshairReading: Hashable, Sendable {
    /// Its cell; the row from the top.
    public let column: Int
    public let row: Int
    /// The scores it stands for: with as few digits as tell the cell from its neighbours.
    public let scores: Scores
    /// What the rule makes of them.
    public let bucket: Bucket
    /// The lines that go through the cell, on which the rest of it may be in another bucket.
    public let lines: [ThresholdName]
    /// Items in the cell; nil until they are counted.
    public let items: Int?
    /// What the colours say there; nil where they say nothing beyond that.
    public let category: PlotCategory?
}

extension PlotState {
    /// What there is at the crosshair; nil while it is not shown.
    ///
    /// - Complexity: O(cells across and up).
    func crosshairReading(at thresholds: Thresholds, in panes: PaneSizes) -> CrosshairReading? {
        guard let at = crosshair.shownPoint, let cells = cells(in: panes) else { return nil }
        let (column, row) = Self.cell(at, in: cells)
        let (across, up) = (cells.span(ofColumn: column), cells.span(ofRow: row))
        let lines = ThresholdName.allCases.filter { name in
            name == .help ? cells.row(of: thresholds.help) == row : cells.column(of: thresholds[name]) == column
        }
        let scores = Scores(safety: Self.short(across), helpfulness: Self.short(up))
        let layer = presentLayer(in: panes)
        let category = layer?.grid.category(column: column, row: row)
        return CrosshairReading(
            column: column,
            row: row,
            scores: scores,
            bucket: thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
            lines: lines,
            items: items(inColumn: column, row: row, cells),
            category: category.flatMap { number in layer.flatMap { $0.categories[number] } }
        )
    }

    private func items(inColumn column: Int, row: Int, _ cells: PlotCells) -> Int? {
        let perCell = drawing.dotsPerCell
        guard let grid, grid.axes == cells.axes, grid.columns == cells.columns * perCell.columns,
            grid.rows == cells.rows * perCell.rows
        else { return nil }
        return grid.sum(
            column: column * perCell.columns,
            row: row * perCell.rows,
            width: perCell.columns,
            height: perCell.rows
        )
    }

    private static func short(_ span: ClosedRange<Double>) -> Double {
        RoundNumber.within(span.lowerBound, span.upperBound)
    }

    /// The cell of a point; of one outside the plot the nearest.
    private static func cell(_ point: Scores, in cells: PlotCells) -> (column: Int, row: Int) {
        let isLeft = point.safety < cells.axes.safety.range.low
        let isBelow = point.helpfulness < cells.axes.helpfulness.range.low
        return (
            cells.column(of: point.safety) ?? (isLeft ? 0 : cells.columns - 1),
            cells.row(of: point.helpfulness) ?? (isBelow ? cells.rows - 1 : 0)
        )
    }

    private static func point(_ column: Int, _ row: Int, in cells: PlotCells) -> Scores {
        Scores(safety: cells.value(atColumn: column), helpfulness: cells.value(atRow: row))
    }

    // MARK: Moving it

    /// Why nothing can be done with it; nil where it is shown.
    func crosshairObstacle(_ context: PlotContext) -> Message? {
        guard cells(in: context.panes) != nil else {
            return Message(.refusal, context.round.count == 0 ? "no items yet" : "the plot has no room here")
        }
        return crosshair.shownPoint != nil ? nil : Message(.refusal, "the crosshair is not shown")
    }

    mutating func toggleCrosshair(_ context: PlotContext) -> Message? {
        guard let cells = cells(in: context.panes) else { return crosshairObstacle(context) }
        if crosshair.isShown {
            crosshair.close()
        } else {
            openCrosshair(cells, context)
        }
        return nil
    }

    private mutating func openCrosshair(_ cells: PlotCells, _ context: PlotContext) {
        // Where it was, if that can be seen; else at the item, or in the middle.
        let isThere = crosshair.point.map { cells.axes.viewport.contains($0) } ?? false
        let point = isThere ? crosshair.point : nil
        let (column, row) = Self.cell(point ?? focusPoint(in: cells.axes, context), in: cells)
        crosshair.open(at: Self.point(column, row, in: cells))
    }

    /// Closes it on a key of its own, which has no meaning where it is not shown.
    mutating func leaveCrosshair(_ context: PlotContext) -> Message? {
        if let obstacle = crosshairObstacle(context) { return obstacle }
        crosshair.close()
        return nil
    }

    /// Moves it by some cells.
    mutating func moveCrosshair(_ right: Int, _ down: Int, _ context: PlotContext) -> Message? {
        if let obstacle = crosshairObstacle(context) { return obstacle }
        guard let cells = cells(in: context.panes), let at = crosshair.point else { return nil }
        let (column, row) = Self.cell(at, in: cells)
        let target = (
            column: min(cells.columns - 1, max(0, column + right)), row: min(cells.rows - 1, max(0, row + down))
        )
        guard target != (column, row) || !cells.axes.viewport.contains(at) else {
            return Message(.refusal, "the plot ends here; move it or zoom out")
        }
        crosshair.move(to: Self.point(target.column, target.row, in: cells))
        return nil
    }

    /// Sets one corner of a region, or takes it back.
    mutating func toggleCorner(_ context: PlotContext) -> Message? {
        if let obstacle = crosshairObstacle(context) { return obstacle }
        crosshair.toggleCorner()
        return Message(
            .done,
            crosshair.corner == nil ? "the corner is gone" : "this is a corner; go to the other one and zoom in"
        )
    }

    /// The cell that it is in; nil while it is not shown.
    func crosshairCell(in panes: PaneSizes) -> PlotCell? {
        guard let at = crosshair.shownPoint, let cells = cells(in: panes) else { return nil }
        let (column, row) = Self.cell(at, in: cells)
        return PlotCell(safety: cells.span(ofColumn: column), helpfulness: cells.span(ofRow: row))
    }
}
