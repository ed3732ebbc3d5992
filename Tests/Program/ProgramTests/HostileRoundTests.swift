import TestSupport
import Testing

/// The hostile round on the screen: nothing in it acts on the terminal, nothing is misaligned by it.
struct HostileRoundTests {
    /// Walks through every list, every item and every line of its text.
    @Test(arguments: ScreenThresholdTests.sizes) func `every item is harmless`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.hostile, "--theta-adv", "0.5", "--theta-safety", "0.8", "--theta-help", "0.4"],
            columns: columns,
            rows: rows
        )
        let summary = try Summary(
            of: Redsieve.hostile,
            at: nil,
            ["--theta-adv", "0.5", "--theta-safety", "0.8", "--theta-help", "0.4"]
        )
        let lists = zip(["a", "c", "d", "i"], summary.buckets + [summary.count("round.invalid")])
        var tokens: Set<String> = []
        for (key, count) in lists {
            terminal.send(key + "g")
            for position in 1...count {
                try terminal.waitFor("item \(position) of \(count) of \(key)") { screen in
                    screen.contains("\(position) of \(count) ") && frameProblems(screen).isEmpty
                }
                if key != "i" {
                    terminal.send("\r")
                    try terminal.waitFor("the text") { $0.contains("Enter close") && itemProblems($0).isEmpty }
                    // What has no meaning is said behind what came before it.
                    for (scroll, mark) in [
                        ("\tG", "read from"), ("\tG#", "# does nothing"), ("g%", "% does nothing"),
                        ("\u{1B}[6~#", "# does nothing"),
                    ] {
                        terminal.send(scroll)
                        tokens.formUnion(
                            try terminal.find("frames behind \(mark)") { screen in
                                screen.contains(mark) && itemProblems(screen).isEmpty ? Self.tokens(screen) : nil
                            }
                        )
                    }
                    terminal.send("\r")
                    try terminal.waitFor("the list") { !$0.contains("Enter close") }
                }
                terminal.send("j")
            }
        }
        #expect(tokens.count == 6, "seen: \(tokens)")
        // The program's own mode, and none that a text asked for.
        try terminal.waitFor("a screen as it was") { $0.title.isEmpty && $0.mouse == .drag }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.mouse == .none)
        #expect(terminal.modes == terminal.modesBefore)
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    private static func tokens(_ screen: VTermScreen) -> Set<String> {
        Set(["␛", "⟨U+202E⟩", "⟨tag:", "⟨U+200B⟩", "⟨U+009B⟩", "⟨U+FEFF⟩"].filter { screen.contains($0) })
    }

    /// Names are text from outside as well: of the file, of fields, of the folder to export into.
    @Test func `hostile names`() throws {
        let folder = try TestFolder()
        let name = "\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\u{200B}\n.jsonl"
        let row = #"{"prompt":"p","response":"r","s\u001b[31m\u009b":0.5,"helpfulness":0.5,"\u202e\u001b[2J":"\u0007"}"#
        let path = try folder.write(row + "\n", to: name)
        let terminal = try Redsieve.openLoaded(
            [path, "--field", "safety=s\u{1B}[31m\u{9B}", "--theta-adv", "0.6"],
            columns: 200,
            rows: 60
        )
        try terminal.waitFor("␛]0;owned␇")
        terminal.send("e")
        try terminal.waitFor("the dialog, aligned") { $0.contains("Enter writes it") && frameProblems($0).isEmpty }
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("Enter writes it") }
        terminal.send("a")
        try terminal.waitFor("1 of 1 ")
        terminal.send("\r\tG")
        try terminal.waitFor("the fields, aligned") { $0.contains("read from") && itemProblems($0).isEmpty }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.title.isEmpty)
        #expect(EscapeScanner(terminal.raw).problems == [])
    }
}
