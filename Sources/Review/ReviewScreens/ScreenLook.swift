public import ReviewSession
public import TerminalCanvas

/// What all screens are drawn with, and what stands on each: the keys at its foot, what it says, and its dialog.
public struct ScreenLook: Sendable {
    private let theme: Theme
    private let others: [String: Theme]
    let symbols: Symbols
    private let table: CommandTable

    /// - Parameters:
    ///   - theme: the look where the state names none of `others`.
    ///   - others: themes that the state can name.
    ///   - table: the commands of the screen, with the keys that hold.
    public init(theme: Theme, others: [Theme] = [], symbols: Symbols, table: CommandTable) {
        self.theme = theme
        self.others = Dictionary(others.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.symbols = symbols
        self.table = table
    }

    /// The theme that a state names.
    public func theme(of host: some DialogHost) -> Theme { others[host.aids.themes.now] ?? theme }

    /// The room of a dialog that scrolls, which its state must know to scroll.
    public func dialogRoom(_ host: some DialogHost, size: TerminalSize) -> DialogRoom {
        guard host.dialog?.scrolls == true, let scroll = painter(host, Canvas(size: size)).dialogScroll(host) else {
            return DialogRoom()
        }
        return DialogRoom(rows: scroll.visible, of: scroll.rows)
    }

    /// Puts on a canvas what stands on every screen: in the last row but one the keys, in the last what it says, and over
    /// all the dialog.
    ///
    /// - Parameters:
    ///   - hints: the keys that help most where no dialog is open.
    ///   - spots: what stands where of what is on the canvas already.
    /// - Returns: the frame, and what stands where for the mouse.
    public func frame(_ canvas: Canvas, of host: some DialogHost, hints: [CommandHint], spots: SpotMap = SpotMap())
        -> (Canvas, SpotMap)
    {
        var painter = painter(host, canvas)
        painter.spots = spots
        let (keys, message) = Rect(width: canvas.size.columns, height: canvas.size.rows)
            .splitTop(max(0, canvas.size.rows - 2)).rest.splitTop(1)
        painter.keyHints(host.dialog?.hints(in: host) ?? hints, in: keys)
        painter.message(host.message, in: message, hints: keys)
        painter.dialog(host)
        painter.canvas.paint(ground: painter.theme[.ground])
        return (painter.canvas, painter.spots)
    }

    package func painter(_ host: some DialogHost, _ canvas: Canvas) -> Painter {
        Painter(
            canvas: canvas,
            theme: theme(of: host),
            symbols: symbols,
            table: table,
            clusters: host.aids.clusters
        )
    }
}
