/// A command that every screen has, whatever it shows.
enum AidCommand: CaseIterable {
    case help, palette, chooseTheme, snapshot, toggleMouse, redraw, suspend, interrupt

    /// The command that it is.
    var command: Command {
        switch self {
        case .help: .help
        case .palette: .palette
        case .chooseTheme: .chooseTheme
        case .snapshot: .snapshot
        case .toggleMouse: .toggleMouse
        case .redraw: .redraw
        case .suspend: .suspend
        case .interrupt: .interrupt
        }
    }

    /// What a command is to every screen; nil where it belongs to some.
    init?(_ command: Command) {
        guard let aid = Self.byCommand[command] else { return nil }
        self = aid
    }

    private static let byCommand = Dictionary(uniqueKeysWithValues: allCases.map { ($0.command, $0) })
}
