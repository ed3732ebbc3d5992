import Foundation
import TestSupport
import Testing

/// What is made of a round is as private as the round.
struct PrivacyTests {
    private func mode(_ path: String) -> Int {
        var about = stat()
        return stat(path, &about) == 0 ? Int(about.st_mode & 0o777) : -1
    }

    /// Runs the program as somebody whose files others may read.
    private func run(_ arguments: [String], input: String = "") throws -> RunProgram {
        let command = "umask 022; exec \"$0\" \"$@\""
        return try RunProgram(
            "/bin/sh",
            ["-c", command, Redsieve.path] + arguments,
            input: Array(input.utf8),
            environment: Redsieve.environment
        )
    }

    @Test(arguments: [(0o600, 0o600, 0o700), (0o640, 0o640, 0o750), (0o644, 0o644, 0o755), (0o400, 0o600, 0o700)])
    func `as private as the round`(_ rights: Int, _ file: Int, _ directory: Int) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "r.jsonl")
        chmod(round, mode_t(rights))
        #expect(try run([round, "--plain"], input: "unsafe\n").status == 0)
        #expect(try run(["select", round, "--out", folder("out")]).status == 0)
        #expect(try run(["report", round, "-o", folder("r.html")]).status == 0)
        #expect(mode(round + ".review") == file & 0o644)
        #expect(mode(folder("r.html")) == file & 0o644)
        #expect(mode(folder("out")) == directory)
        for name in folder.entries(of: "out") { #expect(mode(folder("out/" + name)) == file & 0o644, "\(name)") }
        #expect(try run(["merge", "--force", round + ".review", "-o", folder("m.review")]).status == 0)
        #expect(mode(folder("m.review")) == file & 0o644)
    }

    @Test func `the logs of an open review are as private`() throws {
        let folder = try TestFolder()
        let round = try folder.write(TestFolder.read(Redsieve.sample), to: "r.jsonl")
        chmod(round, 0o600)
        let terminal = try Redsieve.openLoaded([round, "--review", folder("r.review")], columns: 120)
        try terminal.judge("x")
        for end in ["", "-wal", "-shm"] { #expect(mode(folder("r.review" + end)) == 0o600, "\(end)") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    /// Of several files the most private one decides, in a folder too.
    @Test func `several files`() throws {
        let folder = try TestFolder()
        let open = try folder.write(Rows.three, to: "round/a.jsonl")
        let closed = try folder.write(Rows.three, to: "round/b.jsonl")
        chmod(closed, 0o600)
        for (number, rounds) in [[open, closed], [closed, open], [folder("round")]].enumerated() {
            #expect(try run(["select"] + rounds + ["--out", folder("out\(number)")]).status == 0)
            #expect(mode(folder("out\(number)")) == 0o700)
            #expect(mode(folder("out\(number)/accepted.jsonl")) == 0o600)
        }
        let input = "exec \"$0\" select - --out \"$1\" < \"$2\""
        #expect(try Redsieve.shell("umask 022; " + input, folder("out"), closed).status == 0)
        #expect(mode(folder("out")) == 0o700)
    }

    /// Nobody else reads a pipe, whatever its rights are: they say nothing about what comes through it.
    @Test func `a pipe hides nothing`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "r.jsonl")
        let command = "umask 022; mkfifo -m 600 \"$2\"; cat \"$3\" > \"$2\" & \"$0\" select \"$2\" --out \"$1\""
        #expect(try Redsieve.shell(command, folder("out"), folder("pipe"), round).status == 0)
        #expect(mode(folder("out")) == 0o755)
    }

    // MARK: Told in lines

    @Test(.enabled(if: RunAs.isPossible, "needs a user without rights"))
    func `the way out to the state folder is told`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round/r.jsonl")
        chmod(folder("round"), 0o555)
        defer { chmod(folder("round"), 0o755) }
        try folder.makeFolder("state")
        chmod(folder.path, 0o755)
        chmod(folder("state"), 0o777)
        let command = "printf 'unsafe\\n' | XDG_STATE_HOME=\"$0\" \"$1\" \"$2\" --plain"
        let run = try RunAs.nobody("/bin/sh", ["-c", command, folder("state"), Redsieve.path, round])
        #expect(run.status == 0, "\(run.errorText)")
        let text = run.outputText
        #expect(text.components(separatedBy: "· kept").count == 2, "\(text)")
        #expect(text.contains("the round's folder takes no file: the review is \(folder("state"))"), "\(text)")
    }
}
