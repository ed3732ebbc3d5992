import CLibrary
import TestSupport
import Testing

/// One of the ways in which a review on a screen ends.
struct ReviewEnd: CustomTestStringConvertible, Sendable {
    let name: String
    var keys = ""
    var signal: Int32?
    let ends: ExitState
    var testDescription: String { name }

    /// Those after which nothing may be lost.
    static let orderly = [
        ReviewEnd(name: "q", keys: "q", ends: .exited(0)),
        ReviewEnd(name: "Ctrl-C", keys: "\u{3}\u{3}", ends: .exited(130)),
        ReviewEnd(name: "Ctrl-C in a dialog", keys: "=0.1\u{3}\u{3}\u{3}", ends: .exited(130)),
        ReviewEnd(name: "SIGINT", signal: SIGINT, ends: .exited(130)),
        ReviewEnd(name: "SIGTERM", signal: SIGTERM, ends: .signalled(SIGTERM)),
        ReviewEnd(name: "SIGHUP", signal: SIGHUP, ends: .signalled(SIGHUP)),
    ]

    /// Those, the way out of the help, and crashes.
    static let all =
        orderly + [
            ReviewEnd(name: "q after the help", keys: "??q", ends: .exited(0)),
            ReviewEnd(name: "SIGSEGV", signal: SIGSEGV, ends: .signalled(SIGSEGV)),
            ReviewEnd(name: "SIGABRT", signal: SIGABRT, ends: .signalled(SIGABRT)),
        ]

    /// Types the keys, or sends the signal.
    func happen(in terminal: PseudoTerminal) {
        terminal.send(keys)
        if let signal { terminal.child.signal(signal) }
    }
}
