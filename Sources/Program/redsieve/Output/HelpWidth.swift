import Basics
import CLibrary

/// How wide the argument parser breaks its help.
enum HelpWidth {
    /// Below its indent it shows no text at all, and ends a debug build.
    private static let least: Int32 = 40

    /// Sets COLUMNS where it, or else the terminal, is too narrow for any help. The screen goes by the terminal alone.
    static func prepare() {
        let width = EnvironmentVariable.text("COLUMNS").flatMap { Int32($0) } ?? terminalWidth
        if let width, width < least { setenv("COLUMNS", "\(least)", 1) }
    }

    /// The columns that help is broken for: of the terminal, 40 at least and 100 at most; 80 where nobody says.
    static var columns: Int {
        let width = EnvironmentVariable.text("COLUMNS").flatMap { Int32($0) } ?? terminalWidth ?? 80
        return Int(max(least, min(width, 100)))
    }

    private static var terminalWidth: Int32? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int32(size.ws_col)
    }
}
