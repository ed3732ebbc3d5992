import RoundModel
import TestSupport
import Testing

/// What the screen exports is what `select` exports, byte for byte.
struct ScreenExportTests {
    @Test(arguments: ScreenThresholdTests.sizes, ["rows", "prompt-completion", "messages"])
    func `same bytes as select`(size: (Int, Int), format: String) throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: size.0, rows: size.1)
        terminal.send("1=0.3\r2=0.85\r3=0.45\r")
        let now = Thresholds(adv: 0.3, safety: 0.85, help: 0.45)
        try terminal.waitForCounts(Summary(of: Redsieve.sample, at: now).buckets)
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send(folder("screen"))
        let presses = ["rows", "prompt-completion", "messages"].firstIndex(of: format) ?? 0
        terminal.send(String(repeating: "\t", count: presses))
        try terminal.waitFor("[\(format)]")
        try terminal.waitFor("a preview") { $0.text.contains("writes \(folder("screen"))") }
        terminal.press(.enter)
        try terminal.waitFor("wrote \(folder("screen"))".prefix(size.0 - 4).description)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))

        let run = try Redsieve.run(
            ["select", Redsieve.sample, "--out", folder("select"), "--format", format] + now.flags
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(folder.entries == ["screen", "select"])
        #expect(folder.entries(of: "screen") == SelectCommandTests.entries)
        for file in SelectCommandTests.files {
            #expect(!folder.bytes("select/\(file)").isEmpty)
            #expect(folder.bytes("screen/\(file)") == folder.bytes("select/\(file)"), "\(file)")
        }
    }

    @Test func `what stands in the way is said`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        #expect(try Redsieve.run("select", round, "--out", folder("out"), "--theta-adv", "0.99").status == 0)
        let before = folder.bytes("out/manifest.json")
        let terminal = try Redsieve.openLoaded([round], columns: 140, rows: 30)
        func openExport(into path: String) throws {
            terminal.send("e")
            try terminal.waitFor("Esc close")
            terminal.press(.clearLine)
            terminal.send(path)
        }
        try openExport(into: folder("out"))
        try terminal.waitFor("exists already")
        terminal.press(.enter)
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("Esc close") }
        #expect(folder.bytes("out/manifest.json") == before)
        try openExport(into: folder("no/such"))
        try terminal.waitFor("does not exist")
        terminal.press(.escape)
        try terminal.waitFor("no dialog") { !$0.contains("Esc close") }
        try openExport(into: folder("out"))
        try terminal.waitFor("exists already")
        terminal.send("\u{12}")
        try terminal.waitFor("replaces")
        try terminal.waitFor("no obstacle") { !$0.contains("exists already") }
        terminal.press(.enter)
        try terminal.waitFor("replaced /")
        #expect(folder.lines("out/adversarial.jsonl").count == 1)
        #expect(folder.entries == ["out", "round.jsonl"])
    }

    /// The folder of the user is meant where it is written as in a shell, and a path in it is shown so.
    @Test func `home folders`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let terminal = try Redsieve.openLoaded(
            [round],
            environment: ["HOME": folder.path],
            columns: 140,
            rows: 30
        )
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send("~/sets")
        try terminal.waitFor("writes ~/sets")
        terminal.press(.enter)
        try terminal.waitFor("wrote \(folder("sets"))")
        #expect(folder.entries == ["round.jsonl", "sets"])
    }

    /// A folder that is called `.` on the command line has a name all the same.
    @Test(arguments: [
        (".", "campaign/shards", "shards"), ("..", "campaign/shards", "campaign"), ("./", "campaign", "campaign"),
    ])
    func `exports are named after the folder`(path: String, from start: String, name: String) throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "campaign/round.jsonl")
        try folder.write(Rows.three, to: "campaign/shards/round.jsonl")
        let terminal = try PseudoTerminal(
            "/bin/sh",
            ["-c", "cd \"$1\" && exec \"$0\" \"$2\" --no-review", Redsieve.path, folder(start), path],
            environment: Redsieve.environment,
            columns: 140,
            rows: 30
        )
        try terminal.waitFor("a loaded round") { $0.contains("? help") && ShownCounts($0.text) != nil }
        terminal.send("e")
        try terminal.waitFor("folder   \(name)-sets")
    }

    /// A folder's name may be anything; the screen shows it harmless.
    @Test func `names in any script`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let terminal = try Redsieve.openLoaded([round], columns: 140, rows: 30)
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send(folder("결과 é"))
        try terminal.waitFor("writes \(folder("결과 é"))")
        terminal.press(.enter)
        try terminal.waitFor("wrote ")
        #expect(folder.entries.count == 2)
        #expect(folder.entries(of: "결과 é") == SelectCommandTests.entries)
    }
}
