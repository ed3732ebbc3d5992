import CLibrary
import RoundModel
import TestSupport
import Testing

/// The mouse on a real terminal: bytes in, counts out.
struct ScreenMouseTests {
    static let sizes = [(80, 24), (120, 36), (200, 60)]

    /// Presses at a cell, moves there by steps, and holds the button.
    static func pull(_ terminal: PseudoTerminal, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
        terminal.send("\u{1B}[<0;\(from.x + 1);\(from.y + 1)M")
        let steps = max(abs(to.x - from.x), abs(to.y - from.y))
        for step in 0..<steps {
            let x = from.x + (to.x - from.x) * (step + 1) / steps
            let y = from.y + (to.y - from.y) * (step + 1) / steps
            terminal.send("\u{1B}[<32;\(x + 1);\(y + 1)M")
        }
    }

    static func release(_ terminal: PseudoTerminal, _ at: (x: Int, y: Int)) {
        terminal.send("\u{1B}[<0;\(at.x + 1);\(at.y + 1)m")
    }

    private func click(_ terminal: PseudoTerminal, on text: String) throws {
        let at = try terminal.place(of: text)
        terminal.send("\u{1B}[<0;\(at.x + 1);\(at.y + 1)M")
        Self.release(terminal, at)
    }

    @Test(arguments: sizes) func `counts follow a line`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        try terminal.waitFor("a mouse that is taken") { $0.mouse == .drag }
        let before = try Summary(of: Redsieve.sample, at: ScreenThresholdTests.start).buckets
        try terminal.waitForCounts(before)
        let from = try terminal.place(of: "θ safety 0.80")
        let to = (x: from.x - 12, y: from.y)
        Self.pull(terminal, from: from, to: to)
        // The button is still held.
        try terminal.waitForCountsOfWhatIsShown("θ safety") { $0 < 0.79 }
        Self.release(terminal, to)
        terminal.send("u")
        try terminal.waitForCounts(before)
        terminal.send("u")
        try terminal.waitFor("nothing to undo")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }

    @Test func `tabs keys and the wheel`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        try click(terminal, on: " D 699 ")
        let list = try terminal.place(of: "[D 699]")
        for _ in 0..<5 { terminal.send("\u{1B}[<65;\(list.x + 8);\(list.y + 4)M") }
        try terminal.waitFor("16 of ")
        try click(terminal, on: "? help")
        try terminal.waitFor("commands here")
        try click(terminal, on: "Esc closes")
        try terminal.waitFor("no dialog") { !$0.contains("commands here") }
        try click(terminal, on: "q leave")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }

    @Test func `the mouse is given back`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        try terminal.waitFor("W mouse on")
        terminal.send("W")
        try terminal.waitFor("a mouse of the terminal's") { $0.mouse == .none && $0.contains("W mouse off") }
        terminal.press(.suspend)
        try terminal.waitForStop()
        expectRestored(terminal)
        terminal.child.signal(SIGCONT)
        try terminal.waitFor("the screen") { $0.isAlternate && $0.contains("W mouse off") && $0.mouse == .none }
        terminal.send("W")
        try terminal.waitFor("redsieve's mouse") { $0.mouse == .drag && $0.contains("W mouse on") }
        terminal.child.signal(SIGTERM)
        #expect(try terminal.waitForExit() == .signalled(SIGTERM))
        expectRestored(terminal)
    }

    @Test func `an option and a key of the configuration leave it alone`() throws {
        let folder = try TestFolder()
        let config = try folder.write("mouse = false\n", to: "config.toml")
        for arguments in [["--no-mouse"], ["--config", config]] {
            let terminal = try Redsieve.openLoaded(arguments + [Redsieve.sample], columns: 120, rows: 36)
            try terminal.waitFor("a mouse of the terminal's") { $0.mouse == .none && $0.contains("W mouse off") }
            // What comes all the same is neither a click nor a key.
            terminal.send("\u{1B}[<0;5;30M\u{1B}[<0;5;30mm")
            terminal.send("m")
            try terminal.waitFor("the list of what moved") { $0.contains("[moved") && $0.contains("Nothing has moved") }
            terminal.send("q")
            #expect(try terminal.waitForExit() == .exited(0))
            #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("1002h"))
        }
        let wrong = try folder.write("mouse = \"yes\"\n", to: "wrong.toml")
        let run = try Redsieve.run(["config", "--config", wrong])
        #expect(run.status == 65)
        #expect(run.errorText.contains("wrong.toml:1:9: \"mouse\" must be true or false"))
    }

    /// What never ends, lies outside or is none must leave the keys alive and the thresholds alone.
    @Test func `floods and garbage`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        let counts = try Summary(of: Redsieve.sample, at: ScreenThresholdTests.start).buckets
        var bytes: [UInt8] = []
        for number in 0..<100_000 {
            bytes += Array("\u{1B}[<\(32 + number % 3);\(number % 900);\(number % 300)M".utf8)
        }
        bytes += Array("\u{1B}[<0;99999999999999999999999;5M\u{1B}[<0;0;0M\u{1B}[<;;M\u{1B}[<M\u{1B}[<64;5000;1M".utf8)
        bytes += Array("\u{1B}[<".utf8) + Array(repeating: UInt8(ascii: "1"), count: 20_000) + Array("M".utf8)
        terminal.send(bytes)
        terminal.send("m")
        try terminal.waitFor("[moved")
        try terminal.waitForCounts(counts)
        terminal.send("?")
        try terminal.waitFor("commands here")
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("commands here") }
        // A report whose rest the line lost takes a key at most.
        terminal.send("\u{1B}[<0;1")
        terminal.send("q")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        expectRestored(terminal)
    }
}

extension VTermScreen {
    /// The value of a threshold as its panel shows it.
    func shownThreshold(_ name: String) -> Double? {
        guard let regex = try? Regex<(Substring, Substring)>("[1-3] \(name) +([0-9.]+) "),
            let match = text.firstMatch(of: regex)
        else { return nil }
        return Double(match.output.1)
    }
}

extension PseudoTerminal {
    /// Waits until a threshold of the sample round has come so far, and the counts are those of its value on the same screen.
    ///
    /// While a line is dragged there are many such values, each with its counts.
    func waitForCountsOfWhatIsShown(_ name: String, _ hasCome: (Double) -> Bool) throws {
        var known: [Double: [Int]] = [:]
        try waitFor("counts of the \(name) that is shown") { screen in
            guard let value = screen.shownThreshold(name), hasCome(value) else { return false }
            var now = ScreenThresholdTests.start
            switch name {
            case "θ adv": now.adv = value
            case "θ safety": now.safety = value
            default: now.help = value
            }
            let counts = try known[value] ?? Summary(of: Redsieve.sample, at: now).buckets
            known[value] = counts
            return ShownCounts(screen.text)?.buckets == counts
        }
    }
}
