import Foundation
import TestSupport
import Testing

/// However the review ends, the terminal is what it was.
struct ScreenExitTests {
    @Test(arguments: ReviewEnd.all, ["xterm-256color", "linux"]) func `the terminal comes back`(
        _ end: ReviewEnd,
        term: String
    ) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample],
            environment: ["TERM": term, "SWIFT_BACKTRACE": "enable=no"]
        )
        #expect(terminal.modes != terminal.modesBefore)
        try terminal.waitFor("a screen of its own") { !$0.isCursorVisible && ($0.isAlternate || term == "linux") }
        end.happen(in: terminal)
        let state = try terminal.waitForExit()
        #expect(state == end.ends, "\(terminal.screen.text)")
        expectRestored(terminal)
    }

    /// While a round is still coming, and nothing of it is there yet.
    @Test(arguments: ReviewEnd.all) func `leaving while loading`(_ end: ReviewEnd) throws {
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
        end.happen(in: terminal)
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
