import TestSupport
import Testing

/// The mouse of a real terminal, from bytes to events.
@Suite struct TerminalMouseTests {
    @Test func `events come once it is taken`() throws {
        let terminal = try keyProbe(mouse: true)
        try terminal.waitFor("a mouse that is taken") { $0.mouse == .drag }
        terminal.send("\u{1B}[<0;3;4M")
        try terminal.waitFor("a press") { $0.contains("1 press(") && $0.contains("left) at 2 3") }
        terminal.send("\u{1B}[<0;3;4m")
        try terminal.waitFor("2 release at 2 3")
        // It is given back, and what still comes is no key.
        terminal.send("\u{19}")
        try terminal.waitFor("a mouse that is given back") { $0.mouse == .none }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }

    /// Nothing tells a terminal without a mouse to do anything.
    @Test(arguments: ["vt100", "linux"]) func `a terminal without one is left alone`(term: String) throws {
        let terminal = try keyProbe(environment: ["TERM": term], mouse: true)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.mouse == .none)
        #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("1002"))
    }

    /// A hundred thousand motions at once are a handful of events, and the key behind them is heard.
    @Test func `motion without end`() throws {
        let terminal = try keyProbe(mouse: true)
        var bytes: [UInt8] = []
        for number in 0..<100_000 { bytes += Array("\u{1B}[<32;\(number % 80 + 1);\(number % 24 + 1)M".utf8) }
        terminal.send(bytes + Array("\u{1B}[<0;7;8m".utf8))
        let events = try terminal.find("the last of them") { screen in
            screen.line(1).hasSuffix("release at 6 7")
                ? screen.line(1).split(separator: " ").first.flatMap { Int($0) } : nil
        }
        #expect(events < 50_000)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(.enabled(if: Tmux.isInstalled), arguments: ["tmux-256color", "screen-256color"])
    func `within tmux`(terminal: String) throws {
        let tmux = try Tmux("'\(BuiltProduct.path("terminal-probe"))' --mouse keys", terminal: terminal)
        try tmux.waitFor("80x24")
        try tmux.waitFor(TmuxTests.flags, toBe: "1 1 0")
        try tmux.sendBytes("\u{1B}[<32;12;3M")
        try tmux.waitFor("at 11 2")
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
        try tmux.waitFor(TmuxTests.flags, toBe: "0 0 1")
    }
}
