import TestSupport
import Testing

/// Keys as the terminals send them that are described on every machine.
@Suite(.serialized) struct TerminalKeyTests {
    static let common: [(String, String)] = [
        ("a", "character"), ("A", "A"), ("=", "="), ("\r", "enter"), ("\t", "tab"), ("\u{7F}", "backspace"),
        ("\u{3}", "control-c"), ("\u{1C}", "control-\\"), ("\u{13}", "control-s"), ("é", "é"), ("\u{1B}x", "alt-x"),
        ("\u{1B}[3~", "delete"), ("\u{1B}[5~", "pageUp"), ("\u{1B}[6~", "pageDown"), ("\u{1B}[2~", "insert"),
        ("\u{1B}[1;2D", "shift-left"), ("\u{1B}[1;2C", "shift-right"), ("\u{1B}[1;5C", "control-right"),
        ("\u{1B}[15~", "f5"), ("\u{1B}[24~", "f12"), ("\u{1B}[Z", "shift-tab"),
    ]
    static let terminals: [(term: String, keys: [(String, String)])] = [
        (
            "xterm-256color",
            [
                ("\u{1B}OA", "up"), ("\u{1B}OD", "left"), ("\u{1B}OH", "home"), ("\u{1B}OF", "end"),
                ("\u{1B}OP", "f1"),
            ]
        ),
        (
            "tmux-256color",
            [("\u{1B}OB", "down"), ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}OP", "f1")]
        ),
        (
            "screen-256color",
            [("\u{1B}OC", "right"), ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}OQ", "f2")]
        ),
        (
            "linux",
            [
                ("\u{1B}[A", "up"), ("\u{1B}[D", "left"), ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"),
                ("\u{1B}[[A", "f1"),
            ]
        ),
        ("vt100", [("\u{1B}OA", "up"), ("\u{1B}OD", "left"), ("\u{1B}OP", "f1"), ("\u{8}", "backspace")]),
    ]

    @Test(arguments: terminals.indices)
    func `keys have their names`(_ index: Int) throws {
        let (term, keys) = Self.terminals[index]
        let terminal = try keyProbe(environment: ["TERM": term])
        for (number, (bytes, name)) in (Self.common.dropFirst() + keys).enumerated() {
            terminal.send(bytes)
            try terminal.waitFor("\(term): \(name)") { $0.line(1) == "\(number + 1) \(name)" }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `escape alone is a key`() throws {
        let terminal = try keyProbe()
        terminal.send("\u{1B}")
        try terminal.waitFor("1 escape")
        terminal.send("j")
        try terminal.waitFor("2 j")
    }

    @Test func `pastes come whole`() throws {
        let terminal = try keyProbe()
        try terminal.waitFor("bracketed paste") { $0.isPasteBracketed }
        terminal.send("\u{1B}[200~q\u{1B}[31m\r\nq\u{1B}[201~")
        try terminal.waitFor("1 paste 9 q␛[31m␍␊q")
    }

    @Test func `a worker wakes the loop`() throws {
        let terminal = try keyProbe()
        terminal.send("\u{17}")
        try terminal.waitFor("2 woken")
    }
}
