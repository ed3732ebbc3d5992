import Foundation
import TestSupport
import Testing

/// Terminals that the screen cannot be shown on.
struct ScreenRefusalTests {
    static let terms: [(term: String?, says: String)] = [
        ("dumb", "dumb"), ("no-such-terminal", "no-such-terminal"), ("", "TERM is not set"), (nil, "TERM is not set"),
        ("../../etc/passwd", "passwd"), ("x\u{1B}[31m", "x␛[31m"), (String(repeating: "x", count: 5000), "xxx"),
    ]

    @Test(arguments: terms.indices) func `terminals that cannot draw`(_ index: Int) throws {
        let (term, says) = Self.terms[index]
        let terminal = try Redsieve.open([Redsieve.sample], environment: ["TERM": term], columns: 200, rows: 30)
        #expect(try terminal.waitForExit() == .exited(74))
        #expect(terminal.screen.contains("redsieve: "))
        #expect(terminal.screen.lines.joined().contains(says), "\(terminal.screen.text)")
        #expect(terminal.modes == terminal.modesBefore)
        // A message, and nothing that is meant for a terminal.
        #expect(!terminal.raw.contains(0x1B))
    }

    @Test func `without a terminal`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        expectRefusal(try Redsieve.run(round), status: 74, says: ["no terminal", "redsieve select"])
        expectRefusal(try Redsieve.run(["-"], input: Array(Rows.three.utf8)), status: 74, says: ["no terminal"])
        expectRefusal(try Redsieve.shell("exec \"$0\" \"$1\" <&- >&-", round), status: 74, says: ["no terminal"])
    }

    /// What is wrong with the round is more to the point, as far as it shows at first sight.
    @Test func `a round of nothing goes before a missing terminal`() throws {
        let folder = try TestFolder()
        let empty = try folder.write("", to: "empty.jsonl")
        try folder.makeFolder("none")
        expectRefusal(try Redsieve.run(empty), status: 65, says: ["empty.jsonl", "has no rows"])
        expectRefusal(try Redsieve.run(folder("none")), status: 66, says: ["none", "no rounds"])
        expectRefusal(try Redsieve.run("/dev/null"), status: 66, says: ["/dev/null"])
        expectRefusal(try Redsieve.run(folder("gone")), status: 66, says: ["gone"])
    }

    /// The screen is the terminal's; what goes to standard output stays empty.
    @Test func `standard output elsewhere`() throws {
        let folder = try TestFolder()
        for (index, redirection) in ["> \"$2\"", "2> \"$2\"", ">&-", "<&-", "< /dev/null > \"$2\" 2>&1"].enumerated() {
            let terminal = try PseudoTerminal(
                "/bin/sh",
                [
                    "-c", "exec \"$0\" \"$1\" --no-review \(redirection)", Redsieve.path, Redsieve.sample,
                    folder("out-\(index)"),
                ],
                environment: Redsieve.environment
            )
            try terminal.waitFor("a loaded round") { ShownCounts($0.text) != nil && $0.contains("? help") }
            terminal.send("q")
            #expect(try terminal.waitForExit() == .exited(0), "\(redirection)")
            #expect(folder.bytes("out-\(index)").isEmpty)
            #expect(terminal.modes == terminal.modesBefore)
        }
    }

    @Test func `the terminal is no round`() throws {
        let terminal = try Redsieve.open(["-"])
        #expect(try terminal.waitForExit() == .exited(64))
        #expect(terminal.screen.contains("standard input is the terminal"))
    }

    @Test func `nothing beyond ASCII where it is asked for`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.hostile, "--ascii"], columns: 120, rows: 36)
        terminal.send("aGcGdGiG")
        try terminal.waitFor("the last list") { $0.contains("[invalid") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.raw.allSatisfy { $0 < 0x80 })
    }

    /// Terminals of few colours and bare locales: the counts are the same, and hostile text is as harmless.
    @Test(arguments: [("vt100", "C"), ("xterm-mono", "C"), ("linux", "C.UTF-8"), ("xterm-256color", "POSIX")])
    func `poor terminals`(term: String, locale: String) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.hostile, "--theta-adv", "0.5"],
            environment: ["TERM": term, "LC_ALL": locale],
            columns: 120,
            rows: 36
        )
        let summary = try Summary(of: Redsieve.hostile, at: nil, ["--theta-adv", "0.5"])
        try terminal.waitForCounts(summary.buckets)
        terminal.send("aGcGdGiG\r")
        try terminal.waitFor("the last list") { $0.contains("invalid") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }
}
