public import DensityPlot
public import RoundModel

/// How the plot is looked at: its axes, its colours, and what lies over it.
public struct PlotState: Sendable {
    /// How scores are laid out along both axes.
    public internal(set) var scale: AxisScale
    /// The axes; nil until the first items are there.
    public internal(set) var axes: PlotAxes?
    /// What the colours mean.
    public internal(set) var colouring: PlotColouring
    /// The newest categories of the cells; it may be of another size, view or colouring for a moment.
    public internal(set) var layer: PlotLayer?
    /// Whether the legend is shown; nil where the colouring decides.
    var showsLegend: Bool?
    /// Where the crosshair is; it stays there while it is not shown.
    public internal(set) var crosshair: Scores?
    /// True while the crosshair is shown and has the arrow keys.
    public internal(set) var isCrosshairShown = false
    /// The other corner of a region that is being chosen with it; nil for none.
    public internal(set) var corner: Scores?
    /// The finest drawing that the terminal can show.
    let finest: PlotDrawing
    /// What `axes` were made of.
    var axesKey: AxesKey?
    /// How it shows density; `ascii` stays where the terminal shows nothing else.
    public internal(set) var drawing: PlotDrawing
    /// The part of the score plane that somebody asked for; nil where the scores decide.
    public internal(set) var chosenViewport: Viewport?
    /// The newest finished dots; nil before the first. They may be of another size than the pane for a moment.
    public internal(set) var grid: DensityGrid?
    /// The dots that were asked for last, whether or not they have come.
    var askedGrid: GridRequest?
    /// The categories of the cells that were asked for last, likewise.
    var askedLayer: LayerRequest?

    public init(
        scale: AxisScale = .linear,
        colouring: PlotColouring = .bucket,
        finest: PlotDrawing = .braille
    ) {
        self.scale = scale
        self.colouring = colouring
        self.finest = finest
        drawing = finest
    }

    /// True where a legend is shown: unless somebody decided, where the colours are not those of the buckets.
    public var hasLegend: Bool { showsLegend ?? (colouring != .bucket) }
}

/// What the axes follow from.
struct AxesKey: Hashable {
    var scale: AxisScale
    var viewport: Viewport
    var round: Int
    /// The items whose ranks count; nil where no index tells them.
    var ranked: Revision?
}

/// What the colours of the plot mean.
public enum PlotColouring: Hashable, Sendable {
    /// The bucket that a place belongs to, and in it how many items there are.
    case bucket
    /// How many items there are.
    case density
    /// What people said about the items.
    case verdict
    /// The most frequent value of a field, by its name; nil for the first field that has few values.
    case field(String?)

    /// As the palette and the configuration name it; a field by its own name.
    public var name: String {
        switch self {
        case .bucket: "bucket"
        case .density: "density"
        case .verdict: "verdict"
        case .field(let name): name ?? "field"
        }
    }

    /// Those that any round has.
    public static let usual: [PlotColouring] = [.bucket, .density, .verdict]

    /// The colouring with a name; any other name is that of a field.
    public init(named name: String) {
        self = Self.usual.first { $0.name == name } ?? .field(name == "field" ? nil : name)
    }
}

/// Bin the items of a revision.
public struct GridRequest: Hashable, Sendable {
    /// The items to bin.
    public internal(set) var revision: Revision
    /// What the dots are pieces of.
    public internal(set) var axes: PlotAxes
    /// Dots across, above 0.
    public internal(set) var columns: Int
    /// Dots up, above 0.
    public internal(set) var rows: Int
}
