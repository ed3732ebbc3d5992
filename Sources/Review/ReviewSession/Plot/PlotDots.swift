import DensityPlot

/// The dots that show density.
struct PlotDots: Sendable {
    /// How they are drawn; `ascii` stays where the terminal shows nothing else.
    private(set) var drawing: PlotDrawing
    /// The newest finished ones; nil before the first. They may be of another size than the pane for a moment.
    private(set) var grid: DensityGrid?
    /// Those that were asked for last, whether or not they have come.
    private var asked = Asked<GridRequest>()
    /// The finest drawing that the terminal can show.
    private let finest: PlotDrawing

    init(finest: PlotDrawing) { (self.finest, drawing) = (finest, finest) }

    /// Draws them in another way.
    mutating func draw(as drawing: PlotDrawing) { self.drawing = drawing }

    /// Draws them in the next way.
    ///
    /// - Returns: why there is none; nil where there is.
    mutating func nextDrawing() -> Message? {
        guard drawing != .ascii || finest != .ascii else {
            return Message(.refusal, "this terminal can show ASCII only, so the plot is drawn in ASCII")
        }
        let all = PlotDrawing.allCases
        draw(as: all[((all.firstIndex(of: drawing) ?? 0) + 1) % all.count])
        return nil
    }

    /// True where dots are to be asked for.
    mutating func wants(_ wanted: GridRequest) -> Bool { asked.askOnce(wanted) }

    /// Takes over dots that were counted.
    mutating func take(_ found: DensityGrid) { grid = found }

    /// Has them asked for again.
    mutating func forgetAsked() { asked.forget() }
}
