import DensityPlot
public import RoundModel

/// What the mouse is at.
public struct PointerState: Hashable, Sendable {
    /// What is done while a button is held; nil for nothing.
    public internal(set) var drag: PlotDrag?
    /// The row that was clicked on last; for a second click on it.
    var click: RowClick?
}

/// A click on a row of the list.
struct RowClick: Hashable {
    var row: Int
    /// When, as `Moment.clock` tells it.
    var clock: Double
}

/// One cell of the plot, as the scores that it holds.
public struct PlotCell: Hashable, Sendable {
    /// The safety scores from its left to its right edge.
    public internal(set) var safety: ClosedRange<Double>
    /// The helpfulness scores from its lower to its upper edge.
    public internal(set) var helpfulness: ClosedRange<Double>

    public init(safety: ClosedRange<Double>, helpfulness: ClosedRange<Double>) {
        self.safety = safety
        self.helpfulness = helpfulness
    }

    /// The scores at its middle.
    public var middle: Scores {
        Scores(
            safety: safety.lowerBound / 2 + safety.upperBound / 2,
            helpfulness: helpfulness.lowerBound / 2 + helpfulness.upperBound / 2
        )
    }

    /// Its width and height in scores, over 0.
    var size: Scores {
        Scores(
            safety: max(safety.upperBound - safety.lowerBound, .leastNormalMagnitude),
            helpfulness: max(helpfulness.upperBound - helpfulness.lowerBound, .leastNormalMagnitude)
        )
    }
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
    public internal(set) var now: PlotCell
    /// True once it was in another cell; until then it is a click.
    public internal(set) var hasMoved = false
    /// The part of the plane that the plot showed; it stays until the button is released.
    let viewport: Viewport
    /// The thresholds as they were, to go back to.
    let before: ThresholdState
    /// What the buckets held then; nil where that was not known.
    let counts: BucketCounts?
    /// True for a line that was taken beside its own cells: a click there means the item.
    let isBeside: Bool
}

/// A distance in cells, to the right and downward.
public struct PlotOffset: Hashable, Sendable {
    public internal(set) var columns: Int
    public internal(set) var rows: Int

    public init(columns: Int = 0, rows: Int = 0) {
        self.columns = columns
        self.rows = rows
    }
}

/// What the mouse asks for, as told by what was drawn where it is.
public enum MouseAction: Hashable, Sendable {
    /// A click on a row of a list, from 0, where an item was shown, or none.
    case row(ListTab, Int, UInt32?)
    /// The list scrolled by some rows, down where that is above 0.
    case scrollList(Int)
    /// A click on a tab.
    case tab(ListTab)
    /// A click on the text.
    case reading
    /// The text scrolled by some lines, down where that is above 0.
    case scrollReading(Int)
    /// A click on a threshold.
    case choose(ThresholdName)
    /// The wheel on a threshold, by steps up.
    case step(ThresholdName, Int)
    /// A button pressed on a line, or in the column beside it.
    case grab(ThresholdName, offset: PlotOffset, isBeside: Bool, PlotCell)
    /// A button pressed in the plot elsewhere.
    case press(PlotCell)
    /// The pointer moved with the button held; outside the plot in the nearest of its cells.
    case drag(PlotCell)
    /// The button was released.
    case release
    /// The wheel in the plot, by notches; above 0 to see less and larger.
    case zoom(Int, about: PlotCell)
    /// The wheel tilted there, by notches to the right.
    case pan(Int)
}

/// Find the item that comes nearest to a cell of the plot.
public struct NearestRequest: Hashable, Sendable {
    /// The items to look at.
    public internal(set) var revision: Revision
    /// Where to look.
    public internal(set) var cell: PlotCell
    /// Whether the item is to be read, as at the crosshair; then none is too far away.
    public internal(set) var opens = false

    /// How many cells away an item may lie at most.
    private var reach: Double { opens ? .infinity : 3 }

    /// - Complexity: O(items).
    public func find(in population: Population) -> UInt32? {
        population.nearest(to: cell.middle, unit: cell.size, within: reach)
    }
}
