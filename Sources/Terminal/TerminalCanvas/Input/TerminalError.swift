internal import CLibrary
import TextSafety

/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
    /// The process has no terminal of its own.
    case noTerminal
    /// TERM is not set.
    case termUnset
    /// TERM names a terminal that cannot be drawn on.
    case termCannotDraw(String)
    /// TERM names a terminal that this machine has no description of.
    case termUnknown(String)
    /// The system said no.
    case failed(errno: Int32)

    /// One line that is safe to print: what is wrong, and what to do about it.
    public var message: String {
        switch self {
        case .noTerminal:
            "there is no terminal to show the screen on; `redsieve select` and `redsieve summary` need none"
        case .termUnset:
            "TERM is not set, so nothing is known about the terminal; try TERM=xterm-256color"
        case .termCannotDraw(let name):
            "the terminal cannot place its cursor (TERM is \"\(Self.shown(name))\"); "
                + "`redsieve select` and `redsieve summary` need no screen"
        case .termUnknown(let name):
            "no description of the terminal \"\(Self.shown(name))\" is installed here; try TERM=xterm-256color"
        case .failed(let number):
            "the terminal cannot be used: \(SafeText.printable(String(cString: strerror(number))))"
        }
    }

    /// The status to leave with, as in sysexits: 74, the terminal could not be read or written.
    public var exitStatus: Int32 { 74 }

    private static func shown(_ name: String) -> String {
        SafeText(Array(name.utf8), fitting: 40).string
    }
}
