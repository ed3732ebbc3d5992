/// What the colours of the plot mean, and what they show.
struct PlotColours: Sendable {
    /// What they mean.
    private(set) var colouring: PlotColouring
    /// The newest categories of the cells; it may be of another size, view or colouring for a moment.
    private(set) var layer: PlotLayer?
    /// The categories of the cells that were asked for last, whether or not they have come.
    private(set) var asked = Asked<LayerRequest>()
    /// Whether the legend is shown; nil where the colouring decides.
    private var showsLegend: Bool?

    init(colouring: PlotColouring) { self.colouring = colouring }

    /// True where a legend is shown.
    var hasLegend: Bool { showsLegend ?? (colouring != .bucket) }

    /// Has them mean something else.
    mutating func mean(_ colouring: PlotColouring) { self.colouring = colouring }

    /// Shows the legend, or hides it.
    mutating func toggleLegend() { showsLegend = !hasLegend }

    /// True where categories are to be asked for.
    mutating func wants(_ wanted: LayerRequest) -> Bool { asked.askOnce(wanted) }

    /// Takes over categories that were found.
    mutating func take(_ found: PlotLayer) { layer = found }

    /// Has them asked for again.
    mutating func forgetAsked() { asked.forget() }
}
