public import DensityPlot
import RoundModel

/// How the plot is looked at: its axes, its colours, and what lies over it.
public struct PlotState: Sendable {
    /// The part of the plane that is shown, and the axes that it has.
    var view: PlotView
    /// What the colours mean.
    var colours: PlotColours
    /// The dots that show density.
    var dots: PlotDots
    /// What points at a place.
    public internal(set) var crosshair = Crosshair()

    public init(
        scale: AxisScale = .linear,
        colouring: PlotColouring = .bucket,
        finest: PlotDrawing = .braille
    ) {
        view = PlotView(scale: scale)
        colours = PlotColours(colouring: colouring)
        dots = PlotDots(finest: finest)
    }

    /// How scores are laid out along both axes.
    public var scale: AxisScale { view.scale }
    /// The axes; nil until the first items are there.
    public var axes: PlotAxes? { view.axes }
    /// The part of the score plane that somebody asked for; nil where the scores decide.
    public var chosenViewport: Viewport? { view.chosen }
    /// What the colours mean.
    public var colouring: PlotColouring { colours.colouring }
    /// True where a legend is shown: unless somebody decided, where the colours are not those of the buckets.
    public var hasLegend: Bool { colours.hasLegend }
    /// How it shows density.
    public var drawing: PlotDrawing { dots.drawing }
    /// The newest finished dots; nil before the first. They may be of another size than the pane for a moment.
    public var grid: DensityGrid? { dots.grid }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    mutating func forgetItems() {
        dots.forgetAsked()
        colours.forgetAsked()
    }
}
