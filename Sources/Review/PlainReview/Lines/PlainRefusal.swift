import ReviewSession

/// Why a command has nothing to do where nothing is drawn.
enum PlainRefusal {
    /// The reason; nil for a command that has its meaning without a screen too.
    static func reason(for command: Command) -> String? { reasons[command] }

    private static let drawing = "nothing is drawn without a screen; plot tells the plot in words"
    private static let program = "no other program gets the terminal here; item tells the text"

    private static let reasons: [Command: String] = [
        .switchPane: "there are no panes without a screen; item tells the text, list the list",
        .plotDrawing: drawing, .plotAxes: drawing, .plotColours: drawing, .plotLegend: drawing, .crosshair: drawing,
        .palette: "every line is a command here; help lists them",
        .chooseTheme: "there are no colours without a screen",
        .snapshot: "there is no screen to keep; what is told can be kept by whoever reads it",
        .toggleMouse: "there is no mouse without a screen",
        .page: program, .edit: program,
        .redraw: "nothing is drawn without a screen; where tells where you are",
    ]
}
