import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@Suite(.serialized) struct TerminalDrawingTests {
    @Test func `palette numbers arrive and the default ground is not painted`() throws {
        let terminal = try probe(["colors"], columns: 40, rows: 60)
        // The cursor takes its place last.
        try terminal.waitFor("the corner and the cursor") {
            $0.cell(x: 39, y: 59).text == "#" && $0.isCursorVisible && $0.cursor == (2, 1)
        }
        for y in 0..<60 {
            #expect(terminal.screen.cell(x: 0, y: y).foreground == .palette(UInt8(y)))
            #expect(terminal.screen.cell(x: 0, y: y).background == .standard)
            #expect(terminal.screen.cell(x: 5, y: y).background == .palette(UInt8(y)))
            #expect(terminal.screen.cell(x: 10, y: y).bold)
            #expect(terminal.screen.cell(x: 20, y: y).background == .standard)
        }
        #expect(terminal.screen.cell(x: 39, y: 59).reverse)
    }

    /// More pairs than an attribute can hold: the 256 fronts and 256 grounds of a tall screen.
    @Test func `many pairs are told`() throws {
        let terminal = try probe(["colors"], columns: 20, rows: 256)
        try terminal.waitFor("all pairs") { screen in
            screen.cell(x: 19, y: 255).text == "#"
                && (0..<256).allSatisfy { y in
                    screen.cell(x: 0, y: y).foreground == .palette(UInt8(y))
                        && screen.cell(x: 6, y: y).background == .palette(UInt8(y))
                }
        }
    }

    @Test(arguments: [("linux", "8 colours"), ("vt100", "0 colours"), ("xterm-256color", "256 colours")])
    func `colours are the terminals`(term: String, shown: String) throws {
        let terminal = try keyProbe(environment: ["TERM": term])
        try terminal.waitFor(shown)
    }

    @Test func `no color is obeyed`() throws {
        let terminal = try probe(["colors"], environment: ["NO_COLOR": "1"])
        try terminal.waitFor("the corner, and no colour") { screen in
            screen.cell(x: 79, y: 23).text == "#"
                && (0..<24).allSatisfy { y in
                    screen.cell(x: 0, y: y).foreground == .standard && screen.cell(x: 5, y: y).background == .standard
                }
        }
    }

    @Test func `the cursor hides where no text is typed`() throws {
        let terminal = try keyProbe()
        try terminal.waitFor("a screen without a cursor") {
            !$0.isCursorVisible && $0.isAlternate && $0.mouse == .none && $0.title == ""
        }
    }

    /// The C locale is no reason to hide what the terminal can show.
    @Test func `the c locale shows unicode`() throws {
        let terminal = try keyProbe(environment: ["LC_ALL": "C"])
        try terminal.waitFor("80x24 é│")
    }

    @Test func `ASCII alone sends no other byte`() throws {
        let terminal = try probe(["--ascii", "keys"])
        try terminal.waitFor("80x24 ?|")
        terminal.send("漢")
        try terminal.waitFor("1 ?")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.raw.allSatisfy { $0 < 0x80 })
    }

    /// LINES and COLUMNS would freeze the size.
    @Test func `the size is the terminals`() throws {
        let terminal = try probe(["keys"], environment: ["LINES": "10", "COLUMNS": "33"])
        try terminal.waitFor("80x24")
    }

    /// Standard input may be the data: the keys come from the terminal all the same.
    @Test func `keys come from the terminal while standard input is a file`() throws {
        let terminal = try PseudoTerminal(BuiltProduct.path("terminal-probe"), ["keys"], input: "/dev/null")
        try terminal.waitFor("80x24")
        terminal.send("k")
        try terminal.waitFor("1 k")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    /// One picture after the other, each drawn over what the last one left: wide characters over halves of others,
    /// longer lines over shorter ones, marks over none.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `every picture is what the canvas holds`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try BuiltProduct.makeTemporaryFolder()
        defer { _ = try? RunProgram("rm", ["-rf", folder]) }
        let path = folder + "/text"
        let (columns, rows) = (24, 6)
        try write([], to: path)
        let terminal = try probe(["text", path], columns: columns, rows: rows)
        let pieces = ["a", "b", " ", "漢", "字", "e\u{301}", "\u{1B}", "\u{202E}", "한", "│", "   ", "word"]
        for number in 0..<25 {
            let lines = (0..<rows).map { _ in
                (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            try write(Array(lines.joined(separator: "\n").utf8) + [0x0A], to: path)
            // As the probe draws: the text, a mark right behind it, a mark in the last column.
            var canvas = Canvas(size: TerminalSize(columns: columns, rows: rows))
            for (y, line) in lines.enumerated() {
                let used = canvas.draw(SafeText(line), x: 0, y: y, width: columns - 2, style: .plain)
                canvas.put(Glyph("│"), x: used, y: y, style: .plain)
                canvas.put(Glyph("│"), x: columns - 1, y: y, style: .plain)
            }
            let expected = CanvasText(canvas).trimmedLines
            terminal.send("k")
            try terminal.waitFor("picture \(number):\n\(expected.joined(separator: "\n"))") { screen in
                screen.lines.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) }
            }
        }
    }

    @Test func `a screen that others wrote to is drawn anew`() throws {
        let terminal = try keyProbe()
        terminal.scribble("\u{1B}[20;5Hanother program was here")
        try terminal.waitFor("another program was here")
        terminal.send("\u{C}")
        try terminal.waitFor("a screen without it") { screen in
            !screen.lines.contains { $0.contains("another") } && screen.lines.contains { $0.hasSuffix("control-l") }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `sizes are followed`() throws {
        let terminal = try keyProbe()
        var size = (80, 24)
        // Sizes from nothing to large, faster than they can be drawn: the last one counts.
        for step in 0..<200 {
            size = (1 + step * 37 % 200, 1 + step * 23 % 70)
            terminal.resize(columns: size.0, rows: size.1)
            if step % 10 == 0 { terminal.drain() }
        }
        terminal.resize(columns: 1, rows: 1)
        terminal.resize(columns: 61, rows: 17)
        try terminal.waitFor("61x17")
        terminal.send("k")
        try terminal.waitFor("the key on a screen of the new size") { $0.line(1).hasSuffix(" k") }
        terminal.resize(columns: 100, rows: 40)
        try terminal.waitFor("100x40")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }
}
