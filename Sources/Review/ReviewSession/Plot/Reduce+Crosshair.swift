import DensityPlot
public import RoundModel

/// What there is at the crosshair.
public struct CrosshairReading: Hashable, Sendable {
    /// Its cell; the row from the top.
    public internal(set) var column: Int
    public internal(set) var row: Int
    /// The scores it stands for: with as few digits as tell the cell from its neighbours.
    public internal(set) var scores: Scores
    /// What the rule makes of them.
    public internal(set) var bucket: Bucket
    /// The lines that go through the cell, on which the rest of it may be in another bucket.
    public internal(set) var lines: [ThresholdName]
    /// Items in the cell; nil until they are counted.
    public internal(set) var items: Int?
    /// What the colours say there; nil where they say nothing beyond that.
    public internal(set) var category: PlotCategory?
}

extension ReviewState {
    /// What there is at the crosshair; nil while it is not shown.
    ///
    /// - Complexity: O(cells across and up).
    public var crosshairReading: CrosshairReading? {
        guard plot.isCrosshairShown, let cells = plotCells, let at = plot.crosshair else { return nil }
        let (column, row) = Self.cell(at, in: cells)
        let (across, up) = (cells.span(ofColumn: column), cells.span(ofRow: row))
        let lines = ThresholdName.allCases.filter { name in
            name == .help
                ? cells.row(of: thresholds.now.help) == row : cells.column(of: thresholds.now[name]) == column
        }
        let scores = Scores(safety: Self.short(across), helpfulness: Self.short(up))
        let layer = plotLayer
        let category = layer?.grid.category(column: column, row: row)
        return CrosshairReading(
            column: column,
            row: row,
            scores: scores,
            bucket: thresholds.now.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
            lines: lines,
            items: items(inColumn: column, row: row, cells),
            category: category.flatMap { number in layer.flatMap { $0.categories[number] } }
        )
    }

    private func items(inColumn column: Int, row: Int, _ cells: PlotCells) -> Int? {
        let dots = plot.drawing.dotsPerCell
        guard let grid = plot.grid, grid.axes == cells.axes, grid.columns == cells.columns * dots.columns,
            grid.rows == cells.rows * dots.rows
        else { return nil }
        return grid.sum(
            column: column * dots.columns,
            row: row * dots.rows,
            width: dots.columns,
            height: dots.rows
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

    /// The plot's cells; nil where there are none, which is said.
    private mutating func cellsOrRefusal() -> PlotCells? {
        if let cells = plotCells { return cells }
        refuse(round.count == 0 ? "no items yet" : "the plot has no room here")
        return nil
    }

    /// The plot's cells and where the crosshair is; nil while it is not shown, which is said.
    private mutating func crosshairOrRefusal() -> (cells: PlotCells, at: Scores)? {
        guard let cells = cellsOrRefusal() else { return nil }
        guard plot.isCrosshairShown, let at = plot.crosshair else {
            refuse("the crosshair is not shown")
            return nil
        }
        return (cells, at)
    }

    mutating func toggleCrosshair() {
        guard let cells = cellsOrRefusal() else { return }
        if plot.isCrosshairShown { closeCrosshair() } else { openCrosshair(cells) }
    }

    mutating func leaveCrosshair() {
        if crosshairOrRefusal() != nil { closeCrosshair() }
    }

    /// Sets one corner of a region, or takes it back.
    mutating func toggleCorner() {
        guard let (_, at) = crosshairOrRefusal() else { return }
        plot.corner = plot.corner == nil ? at : nil
        message = Message(
            .done,
            plot.corner == nil ? "no corner" : "this is a corner; go to the other one and zoom in"
        )
    }

    /// Opens the item that is nearest to the crosshair.
    mutating func openAtCrosshair() -> [Effect] {
        guard let (cells, at) = crosshairOrRefusal() else { return [] }
        let (column, row) = Self.cell(at, in: cells)
        let cell = PlotCell(safety: cells.span(ofColumn: column), helpfulness: cells.span(ofRow: row))
        let request = NearestRequest(revision: itemRevision, cell: cell, opens: true)
        return [.work(NearestJob(request: request, population: population))]
    }

    private mutating func openCrosshair(_ cells: PlotCells) {
        plot.isCrosshairShown = true
        // Where it was, if that can be seen; else at the item, or in the middle.
        let isThere = plot.crosshair.map { cells.axes.viewport.contains($0) } ?? false
        if !isThere { plot.crosshair = focusPoint(in: cells.axes) }
        plot.crosshair = plot.crosshair.map {
            let (column, row) = Self.cell($0, in: cells)
            return Self.point(column, row, in: cells)
        }
    }

    mutating func closeCrosshair() {
        plot.isCrosshairShown = false
        plot.corner = nil
    }

    mutating func moveCrosshair(_ right: Int, _ down: Int) {
        guard let (cells, at) = crosshairOrRefusal() else { return }
        let (column, row) = Self.cell(at, in: cells)
        let target = (
            column: min(cells.columns - 1, max(0, column + right)), row: min(cells.rows - 1, max(0, row + down))
        )
        guard target != (column, row) || !cells.axes.viewport.contains(at) else {
            return refuse("the plot ends here; it can be moved, or zoomed out")
        }
        plot.crosshair = Self.point(target.column, target.row, in: cells)
    }
}

extension Viewport {
    /// True where a point lies in it, its edges included.
    func contains(_ point: Scores) -> Bool {
        safety.contains(point.safety) && helpfulness.contains(point.helpfulness)
    }
}
