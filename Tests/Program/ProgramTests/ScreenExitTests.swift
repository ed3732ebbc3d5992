import Foundation
import TestSupport
import Testing

/// However the review ends, the terminal is what it was.
struct ScreenExitTests {
    struct End: CustomTestStringConvertible, Sendable {
        let name: String
        var keys = ""
        var signal: Int32?
        let ends: ExitState
        var testDescription: String { name }
    }

    static let ends = [
        End(name: "q", keys: "q", ends: .exited(0)), End(name: "Ctrl-C", keys: "\u{3}", ends: .exited(130)),
        End(name: "q after the help", keys: "??q", ends: .exited(0)),
        End(name: "Ctrl-C in a dialog", keys: "=0.1\u{3}", ends: .exited(130)),
        End(name: "SIGINT", signal: SIGINT, ends: .exited(130)),
        End(name: "SIGTERM", signal: SIGTERM, ends: .signalled(SIGTERM)),
        End(name: "SIGHUP", signal: SIGHUP, ends: .signalled(SIGHUP)),
        End(name: "SIGSEGV", signal: SIGSEGV, ends: .signalled(SIGSEGV)),
        End(name: "SIGABRT", signal: SIGABRT, ends: .signalled(SIGABRT)),
    ]

    @Test(arguments: ends, ["xterm-256color", "linux"]) func `the terminal comes back`(_ end: End, term: String) throws
    {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample],
            environment: ["TERM": term, "SWIFT_BACKTRACE": "enable=no"]
        )
        #expect(terminal.modes != terminal.modesBefore)
        try terminal.waitFor("a screen of its own") { !$0.isCursorVisible && ($0.isAlternate || term == "linux") }
        terminal.send(end.keys)
        if let signal = end.signal { terminal.child.signal(signal) }
        let state = try terminal.waitForExit()
        #expect(state == end.ends, "\(terminal.screen.text)")
        expectRestored(terminal)
    }

    /// While a round is still coming, and nothing of it is there yet.
    @Test(arguments: ends) func `leaving while loading`(_ end: End) throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try Redsieve.open(
            ["-"],
            environment: ["SWIFT_BACKTRACE": "enable=no"],
            input: pipe.path
        )
        try terminal.waitFor("reading")
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        terminal.send(end.keys)
        if let signal = end.signal { terminal.child.signal(signal) }
        let state = try terminal.waitForExit()
        #expect(state == end.ends, "\(terminal.screen.text)")
        expectRestored(terminal)
    }

    @Test func `a lost terminal ends the review`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .signalled(SIGHUP))
    }

    @Test func `stopping and going on`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        terminal.press(.suspend)
        try terminal.waitForStop()
        expectRestored(terminal)
        terminal.resize(columns: 120, rows: 36)
        terminal.child.signal(SIGCONT)
        try terminal.waitFor("the screen at its new size") {
            $0.isAlternate && ShownCounts($0.text) != nil && frameProblems($0).isEmpty
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }
}
