import DensityPlot
public import RoundModel

/// What the mouse is at.
public struct PointerState: Hashable, Sendable {
    /// What is done while a button is held; nil for nothing.
    public private(set) var drag: PlotDrag?
    /// The row that was clicked on last; for a second click on it.
    private var click: RowClick?

    /// Seconds within which a second click on a row opens it.
    private static let doubleClick = 0.4

    /// A click on a row of the list.
    private struct RowClick: Hashable {
        let row: Int
        /// When, as `Moment.clock` tells it.
        let clock: Double
    }

    /// Takes note of a click on a row.
    ///
    /// - Parameter opens: false where a second click would have nothing to open.
    /// - Returns: true where it is a second one, which opens the row.
    mutating func click(on row: Int, at clock: Double, opens: Bool) -> Bool {
        let isSecond = opens && click.map { $0.row == row && clock - $0.clock < Self.doubleClick } ?? false
        click = isSecond ? nil : RowClick(row: row, clock: clock)
        return isSecond
    }

    /// Forgets the last click, since the rows are others now.
    mutating func forgetClick() { click = nil }

    // MARK: Drags

    /// Takes note of a button that was pressed in the plot.
    ///
    /// - Returns: false where there is no plot.
    mutating func press(_ kind: PlotDrag.Kind, at cell: PlotCell, isBeside: Bool, _ context: PointerContext) -> Bool {
        guard let viewport = context.viewport else { return false }
        drag = PlotDrag(
            kind: kind,
            start: cell,
            now: cell,
            viewport: viewport,
            before: context.thresholds,
            counts: context.counts,
            isBeside: isBeside
        )
        return true
    }

    /// Follows the pointer.
    ///
    /// - Returns: what is dragged; nil where it did not move.
    mutating func move(to cell: PlotCell) -> PlotDrag? {
        guard let drag, drag.now != cell || drag.hasMoved else { return nil }
        self.drag?.now = cell
        self.drag?.hasMoved = true
        return self.drag
    }

    /// The button was released, or something else is done that ends what it did.
    ///
    /// - Parameter isReleased: false where a rectangle is not to become a filter, nor a click a choice.
    /// - Returns: what that comes to; nil for nothing.
    mutating func end(isReleased: Bool) -> DragEnd? {
        guard let drag = drop() else { return nil }
        if drag.hasMovedLine { return .line(from: drag.before.now) }
        guard isReleased else { return nil }
        if drag.hasMoved { return .region(drag) }
        if case .line = drag.kind, !drag.isBeside { return nil }
        return .click(drag.now)
    }

    /// Does without what was dragged.
    ///
    /// - Returns: what it was; nil for nothing.
    mutating func drop() -> PlotDrag? {
        defer { drag = nil }
        return drag
    }
}

/// What a drag came to.
enum DragEnd {
    /// A line was moved, and where all three were before.
    case line(from: Thresholds)
    /// A rectangle was drawn.
    case region(PlotDrag)
    /// The pointer did not move.
    case click(PlotCell)
}

/// What a held button does in the plot.
public struct PlotDrag: Hashable, Sendable {
    /// A line that moves with the pointer, or a rectangle that is drawn.
    public enum Kind: Hashable, Sendable {
        /// `offset` is how many columns and rows right of and below the pointer the line was when it was taken.
        case line(ThresholdName, offset: PlotOffset)
        case region
    }

    /// What it is.
    public let kind: Kind
    /// Where the button was pressed.
    public let start: PlotCell
    /// Where the pointer is now.
    public fileprivate(set) var now: PlotCell
    /// True once it was in another cell; until then it is a click.
    public fileprivate(set) var hasMoved = false
    /// The part of the plane that the plot showed; it stays until the button is released.
    let viewport: Viewport
    /// The thresholds as they were, to go back to.
    let before: ThresholdState
    /// What the buckets held then; nil where that was not known.
    let counts: BoundedTally?
    /// True for a line that was taken beside its own cells: a click there means the item.
    let isBeside: Bool
}
