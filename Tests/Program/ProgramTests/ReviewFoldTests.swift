import Foundation
import TestSupport
import Testing

/// However a review is left, the one file holds all that was said to be kept, and nothing lies beside it.
struct ReviewFoldTests {
    /// The entries in a copy of the file alone.
    private func verdicts(_ folder: TestFolder) throws -> Int? {
        let copy = try folder.write(folder.bytes("r.review"), to: "copy/r.review")
        let run = try RunProgram("sqlite3", [copy, "SELECT count(*) FROM verdicts"])
        return Int(run.outputText.trimmingCharacters(in: .newlines))
    }

    @Test(arguments: ReviewEnd.orderly) func `the screen`(_ end: ReviewEnd) throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--review", folder("r.review")], columns: 120)
        try terminal.judge("x")
        try terminal.judge("v")
        end.happen(in: terminal)
        #expect(try terminal.waitForExit() == end.ends)
        #expect(folder.entries == ["r.review"])
        #expect(try verdicts(folder) == 2)
    }

    @Test func `a lost terminal`() throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--review", folder("r.review")], columns: 120)
        try terminal.judge("x")
        terminal.hangUp()
        #expect(try terminal.waitForExit() == .signalled(SIGHUP))
        #expect(folder.entries == ["r.review"])
        #expect(try verdicts(folder) == 1)
    }

    /// The end of input, a line that was refused, and nobody who reads on.
    @Test(arguments: [
        ("unsafe\n", ""), ("unsafe\nnonsense\n", ""), ("unsafe\nquit\n", ""),
        ("unsafe\ncounts\n", "| grep -m 1 kept"),
    ]) func `lines`(_ input: String, _ reader: String) throws {
        let folder = try TestFolder()
        let lines = try folder.write(input, to: "lines")
        let command = "\"$0\" \"$1\" --review \"$2\" --plain < \"$3\" \(reader) > /dev/null; exit 0"
        #expect(try Redsieve.shell(command, Redsieve.sample, folder("r.review"), lines).status == 0)
        #expect(folder.entries == ["lines", "r.review"])
        #expect(try verdicts(folder) == 1)
    }

    @Test(arguments: [":verdict.unsafe\n", ":verdict.unsafe\nexpect nowhere\n", ":verdict.unsafe\n:quit\n"])
    func `scripts`(_ text: String) throws {
        let folder = try TestFolder()
        let script = try folder.write(text, to: "script")
        _ = try Redsieve.run([Redsieve.sample, "--review", folder("r.review"), "--script", script])
        #expect(folder.entries == ["r.review", "script"])
        #expect(try verdicts(folder) == 1)
    }

    /// While it is open and nothing happens, a copy of the file has all as well.
    @Test func `a quiet moment`() throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--review", folder("r.review")], columns: 120)
        try terminal.judge("x")
        try terminal.judge("v")
        let deadline = Deadline()
        while try verdicts(folder) != 2, !deadline.isOver { _ = poll(nil, 0, 50) }
        #expect(try verdicts(folder) == 2)
        // Readers leave what they found, also while it is open.
        let before = folder.entries
        for _ in 0..<3 {
            #expect(try Redsieve.run("audit", Redsieve.sample, "--review", folder("r.review")).status == 0)
            #expect(folder.entries == before)
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(folder.entries == ["copy", "r.review"])
    }

    // MARK: Readers

    @Test func `commands that read leave nothing`() throws {
        let folder = try TestFolder()
        let round = try folder.write(TestFolder.read(Redsieve.sample), to: "round/r.jsonl")
        let review = folder("round/r.jsonl.review")
        let lines = Array("unsafe\nsafe\n".utf8)
        #expect(
            try Redsieve.run([round, "--review", review, "--reviewer", "ann", "--plain"], input: lines).status == 0
        )
        let files = folder.entries(of: "round")
        #expect(files == ["r.jsonl", "r.jsonl.review"])
        let bytes = folder.bytes("round/r.jsonl.review")
        let commands = [
            ["audit", round], ["select", round, "--review", review, "--out", folder("out")],
            ["verify", folder("out"), "--round", round, "--review", review],
            ["report", round, "-o", folder("r.html")],
            ["summary", round, "--review", review, "--filter", "judged"],
            ["merge", "--force", review, "-o", folder("merged.review")],
        ]
        for command in commands {
            let run = try Redsieve.run(command)
            #expect(run.status == 0, "\(command[0]): \(run.errorText)")
            #expect(folder.entries(of: "round") == files, "\(command[0])")
            #expect(folder.bytes("round/r.jsonl.review") == bytes, "\(command[0])")
        }
    }

    /// Whoever may only read, reads all the same.
    @Test(.enabled(if: RunAs.isPossible, "needs a user without rights")) func `a folder that may only be read`() throws
    {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round/r.jsonl")
        let review = folder("round/r.jsonl.review")
        let lines = Array("unsafe\n".utf8)
        #expect(try Redsieve.run([round, "--review", review, "--plain"], input: lines).status == 0)
        for path in [round, review] { chmod(path, 0o444) }
        for path in [folder.path, folder("round")] { chmod(path, 0o555) }
        defer { for path in [folder.path, folder("round")] { chmod(path, 0o755) } }
        let run = try RunAs.nobody(Redsieve.path, ["audit", round])
        #expect(run.status == 0, "\(run.errorText)")
        #expect(folder.entries(of: "round") == ["r.jsonl", "r.jsonl.review"])
    }

    // MARK: What others do to it

    /// What others did to the file is said, at the next verdict and on leaving.
    @Test func `an emptied review is made again and told`() throws {
        let folder = try TestFolder()
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--review", folder("r.review")], columns: 160)
        try terminal.judge("x")
        try folder.write("", to: "r.review")
        terminal.send("v")
        try terminal.waitFor("the word about it") { $0.contains("was emptied by another program") }
        #expect(try RunProgram("rm", [folder("r.review")]).status == 0)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(folder.entries == ["r.review"])
        #expect(try verdicts(folder) == 2)
        let text = String(decoding: terminal.raw, as: UTF8.self)
        #expect(text.contains("was removed or moved away while it was open"))
    }
}
