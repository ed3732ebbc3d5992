import RoundModel
import TestSupport
import Testing

/// Terminals of every kind: fewer colours take shades away, and never what something means.
struct ScreenDegradationTests {
    enum Drawing { case braille, blocks, ascii }

    struct Terminal: CustomTestStringConvertible, Sendable {
        var term: String
        /// The colours that it has.
        var colors: Int
        var drawing = Drawing.braille
        var environment: [String: String] = [:]
        var flags: [String] = []

        var testDescription: String {
            "\(term), \(colors) colours, \(drawing)\(environment.isEmpty ? "" : ", \(environment)")"
        }
    }

    static let terminals = [
        Terminal(term: "xterm-256color", colors: 256), Terminal(term: "tmux-256color", colors: 256),
        Terminal(term: "screen-256color", colors: 256), Terminal(term: "sixteen-colours", colors: 16),
        Terminal(term: "xterm-color", colors: 8), Terminal(term: "linux", colors: 8, drawing: .blocks),
        Terminal(term: "vt100", colors: 0, drawing: .blocks),
        Terminal(term: "vt100", colors: 0, drawing: .ascii, environment: ["LC_ALL": "C"]),
        Terminal(term: "linux", colors: 8, drawing: .ascii, flags: ["--ascii"]),
        Terminal(term: "xterm-256color", colors: 0, environment: ["NO_COLOR": "1"]),
        Terminal(
            term: "screen-256color",
            colors: 0,
            drawing: .ascii,
            environment: ["NO_COLOR": "1"],
            flags: ["--ascii"]
        ),
        Terminal(term: "xterm-256color", colors: 0, flags: ["--theme", "monochrome"]),
        Terminal(term: "sixteen-colours", colors: 16, drawing: .ascii, flags: ["--ascii", "--theme", "high-contrast"]),
    ]

    /// Descriptions of terminals that most systems have none of.
    private static func descriptions(in folder: TestFolder) throws -> String {
        let source = try folder.write(
            """
            sixteen-colours|a terminal of sixteen colours,
            \tcolors#16, pairs#256,
            \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m,
            \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m,
            \tuse=xterm-256color,

            """,
            to: "terminals.ti"
        )
        let tic = try RunProgram("/usr/bin/tic", ["-x", "-o", folder("terminfo"), source])
        try #require(tic.status == 0, "\(tic.errorText)")
        return folder("terminfo")
    }

    /// The words on a screen, whatever is drawn between them.
    private static func words(_ screen: VTermScreen) -> Set<String> {
        Set(
            screen.lines.flatMap { line in
                line.split { !($0.isLetter && $0.isASCII) }.map(String.init).filter { $0.count > 3 }
            }
        )
    }

    /// What is amiss with a screen on such a terminal.
    private static func problems(_ screen: VTermScreen, _ kind: Terminal, _ counts: [Int], like plain: VTermScreen)
        -> [String]
    {
        var problems: [String] = []
        // What stands in lists, panels, texts and messages is the same everywhere; some hints have no room beside "theta".
        let missing = words(plain).subtracting(words(screen))
        if missing.count > 6 { problems.append("these are missing: \(missing)") }
        // Each bucket by its letter, and where there are colours by its own.
        let letters = zip(Bucket.allCases, counts).compactMap { bucket, count in
            screen.find("\(bucket.letter) \(DecimalText.grouped(count))").map { screen.cell(x: $0.x, y: $0.y) }
        }
        if letters.count != 3 { problems.append("letters: \(letters.map(\.text))") }
        if kind.colors > 0, Set(letters.map(\.foreground)).count != 3 { problems.append("colours of \(letters)") }
        // The chosen threshold, and the row under the cursor, have a mark of their own.
        let pointer = kind.drawing == .braille ? "▸" : ">"
        for mark in ["\(pointer)2 ", "\(pointer)r2-"] where screen.lines.count(where: { $0.contains(mark) }) != 1 {
            problems.append("no \(mark)")
        }
        // Drawn with what the terminal can draw, and in no colour that it does not have.
        let cells = (0..<screen.rows).flatMap { y in (0..<screen.columns).map { screen.cell(x: $0, y: y) } }
        let drawn = Set(cells.flatMap(\.text.unicodeScalars))
        switch kind.drawing {
        case .braille:
            if !drawn.contains(where: { (0x2801...0x28FF).contains($0.value) }) { problems.append("no braille") }
            problems += frameProblems(screen)
        case .blocks:
            if drawn.contains(where: { (0x2800...0x28FF).contains($0.value) }) { problems.append("braille") }
            if !drawn.contains("▀") || !drawn.contains("┌") { problems.append("no blocks") }
        case .ascii:
            if !drawn.allSatisfy({ $0.isASCII }) { problems.append("not ASCII") }
        }
        for color in Set(cells.flatMap { [$0.foreground, $0.background] }) {
            switch color {
            case .standard: break
            case .palette(let number): if Int(number) >= kind.colors { problems.append("colour \(number)") }
            case .rgb: problems.append("\(color)")
            }
        }
        return problems
    }

    @Test(arguments: terminals, [(80, 24), (120, 36)]) func `the same is said`(_ kind: Terminal, size: (Int, Int))
        throws
    {
        let folder = try TestFolder()
        var environment = kind.environment
        environment["TERM"] = kind.term
        environment["TERMINFO_DIRS"] = try Self.descriptions(in: folder) + ":"
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample] + kind.flags,
            environment: environment,
            columns: size.0,
            rows: size.1
        )
        let plain = try Redsieve.openLoaded([Redsieve.sample], columns: size.0, rows: size.1)
        for each in [terminal, plain] {
            each.send("m2")
            each.press(.shiftRight)
        }
        var moved = ScreenThresholdTests.start
        moved.safety = 0.9
        let counts = try Summary(of: Redsieve.sample, at: moved).buckets
        try plain.waitForCounts(counts)
        try plain.waitFor("the first of what moved, and its text") { shown in
            shown.contains("▸r2-") && (size.0 < 100 || shown.contains(" over "))
        }
        try plain.waitFor("all of the last frame") { frameProblems($0).isEmpty && $0.contains("0.80 → 0.90") }
        var problems: [String] = []
        do {
            try terminal.waitFor("a screen without a fault") { shown in
                problems = Self.problems(shown, kind, counts, like: plain.screen)
                return problems.isEmpty
            }
        } catch {
            Issue.record("\(problems): \(error)")
        }
        for each in [terminal, plain] {
            each.send("q")
            #expect(try each.waitForExit() == .exited(0))
        }
        #expect(EscapeScanner(terminal.raw).problems == [])
        if kind.drawing == .ascii { #expect(terminal.raw.allSatisfy { $0 < 0x80 }) }
    }
}
