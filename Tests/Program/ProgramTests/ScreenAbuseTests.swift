import Foundation
import TestSupport
import Testing

/// Terminals of any size, sizes that change all the time, keys by the megabyte, and terminals that go away.
struct ScreenAbuseTests {
    @Test(arguments: [(1, 1), (20, 5), (2, 60), (200, 1)]) func `starting too small`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.open([Redsieve.sample], columns: columns, rows: rows)
        try terminal.waitFor("the screen") { $0.isAlternate }
        terminal.resize(columns: 100, rows: 30)
        try terminal.waitForCounts(Summary(of: Redsieve.sample).buckets)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    @Test func `a terminal as wide as a wall`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 500, rows: 200)
        try terminal.waitForCounts(Summary(of: Redsieve.sample).buckets)
        terminal.send("G")
        try terminal.waitFor("811 of 811")
        terminal.send("?")
        try terminal.waitFor("commands here")
        terminal.press(.escape)
        try terminal.waitFor("no help") { !$0.contains("commands here") }
        terminal.send("Q")
        try terminal.waitFor("open a queue")
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("open a queue") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    /// As many sizes as the terminal's other end can give, while rows come.
    @Test func `resizing while it loads`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try Redsieve.open(["-"], input: pipe.path)
        try terminal.waitFor("reading")
        var random = SeededGenerator(seed: 11)
        for step in 0..<300 {
            terminal.resize(
                columns: Int.random(in: 1...240, using: &random),
                rows: Int.random(in: 1...80, using: &random)
            )
            if step % 10 == 0 {
                pipe.write(Rows.three)
                try pipe.waitUntilRead()
            }
            terminal.drain()
        }
        terminal.resize(columns: 120, rows: 36)
        try terminal.waitFor("the rows that came") { $0.line(0).contains("90 items") && $0.contains("reading") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    /// The sizes in between are gone before anybody sees them; what the terminal showed is gone with them.
    @Test func `a size that is what it was`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        for _ in 0..<20 {
            terminal.resize(columns: 2, rows: 2)
            terminal.resize(columns: 120, rows: 36)
            try terminal.waitFor("the whole screen") { screen in
                frameProblems(screen).isEmpty && screen.line(0).hasPrefix(" redsieve  round-2.jsonl")
                    && ShownCounts(screen.text) != nil
            }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `resizing while reading`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.hostile], columns: 120, rows: 36)
        var random = SeededGenerator(seed: 12)
        // A key that comes while the screen is too small does nothing.
        terminal.send("d")
        try terminal.waitFor("the list") { $0.contains(" of 48") }
        terminal.send("\r")
        try terminal.waitFor("the item") { $0.contains("Enter close") }
        for step in 0..<300 {
            terminal.resize(
                columns: Int.random(in: 1...240, using: &random),
                rows: Int.random(in: 1...80, using: &random)
            )
            if step % 4 == 0 { terminal.send(["J", " ", "J", "\u{7F}"][step / 4 % 4]) }
            terminal.drain()
        }
        terminal.resize(columns: 120, rows: 36)
        try terminal.waitFor("the screen at its last size") { itemProblems($0).isEmpty && $0.contains(" of 48") }
        terminal.send("\u{7}q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    /// A megabyte of what would judge, move, export and leave if it were keys.
    private static let megabyte = String(repeating: "x q e l u =1 Q y B v\t!", count: 46_000)

    @Test(arguments: [true, false]) func `a megabyte pasted`(isMarked: Bool) throws {
        let folder = try TestFolder()
        let round = try folder.write(TestFolder.read(Redsieve.sample), to: "round.jsonl")
        let terminal = try Redsieve.openLoaded([round, "--review", folder("r.review")], columns: 120, rows: 36)
        let paste = isMarked ? "\u{1B}[200~\(Self.megabyte)\u{1B}[201~" : Self.megabyte
        terminal.send(paste)
        try terminal.waitFor("pasted text does nothing here")
        // Into a line of text, of which it takes as much as there is room for.
        // A key on the heels of what is not marked is taken for its end, and is given again; in the line it does no harm.
        var looks = 0
        try terminal.waitFor("the line of a filter") { screen in
            if screen.contains("─ filter ") { return true }
            if looks % 8 == 0 { terminal.send("f") }
            looks += 1
            return false
        }
        terminal.send(paste)
        try terminal.waitFor("this line holds 4,096 characters")
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("this line holds") }
        try terminal.waitForCounts(Summary(of: Redsieve.sample).buckets)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(!folder.text("r.review").contains("unsafe"))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    // MARK: Terminals that go away

    @Test func `gone while it loads`() throws {
        let folder = try TestFolder()
        let pipe = try OpenPipe(folder("pipe"))
        let terminal = try Redsieve.open(["-"], input: pipe.path)
        try terminal.waitFor("reading")
        pipe.write(Rows.three)
        try pipe.waitUntilRead()
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .signalled(SIGHUP))
        #expect(folder.entries == ["pipe"])
    }

    /// Whatever is on the disk then can be gone on with.
    @Test func `gone with a verdict`() throws {
        for keys in ["v", "vws", "u", "!\"note\r"] {
            let folder = try TestFolder()
            let round = try folder.write(TestFolder.read(Redsieve.sample), to: "round.jsonl")
            let review = ["--review", folder("r.review")]
            let terminal = try Redsieve.openLoaded([round] + review, columns: 120, rows: 36)
            try terminal.judge("x")
            terminal.send(keys)
            terminal.hangUp()
            #expect(try terminal.waitForExit() == .signalled(SIGHUP))
            let again = try Redsieve.run([round, "--plain"] + review, input: Array("accepted\nunsafe\njudged\n".utf8))
            #expect(again.status == 0 && again.outputText.contains("· kept"), "\(again.outputText)")
            let audit = try Redsieve.run(["audit", round] + review)
            #expect(audit.status == 0, "\(audit.errorText)")
        }
    }

    @Test func `gone during an export`() throws {
        let folder = try TestFolder()
        let round = try BigRound.shared.get()
        let terminal = try Redsieve.openLoaded([round], columns: 120, rows: 36)
        terminal.send("e")
        try terminal.waitFor("Esc close")
        terminal.press(.clearLine)
        terminal.send(folder("out"))
        try terminal.waitFor("a preview") { $0.contains("Enter writes it") && $0.contains("writes \(folder("out"))") }
        terminal.press(.enter)
        try waitUntil("the export's folder") { !folder.entries.isEmpty }
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .signalled(SIGHUP))
        // Whole, or not at all; and what is left has no name that anybody takes for it.
        #expect(folder.entries.allSatisfy { $0 == "out" || $0.hasPrefix(".") }, "\(folder.entries)")
        if !folder.entries.contains("out") {
            let small = try folder.write(Rows.three, to: "round.jsonl")
            #expect(try Redsieve.run("select", small, "--out", folder("out")).status == 0)
            #expect(folder.entries == ["out", "round.jsonl"])
        }
    }
}
