import Foundation
import TestSupport
import Testing

/// What programs that were killed left is cleared by the next one, and nothing that may be in use.
struct LeftoverTests {
    /// A process that is no more.
    private func gone() throws -> Int {
        let run = try RunProgram("/bin/sh", ["-c", "echo $$"])
        return Int(run.outputText.trimmingCharacters(in: .newlines)) ?? 0
    }

    private func review(_ folder: TestFolder) throws -> RunProgram {
        try Redsieve.run([Redsieve.sample, "--review", folder("r.review"), "--plain"], input: Array("unsafe\n".utf8))
    }

    @Test func `what a review left goes`() throws {
        let folder = try TestFolder()
        let dead = try gone()
        for name in [".redsieve-\(dead)-17.new", ".redsieve-\(dead)-17.new-journal", ".redsieve-\(dead)-4.new-journal"]
        {
            try folder.write("half", to: name)
        }
        // Of this process, of nobody's, and of another program.
        let others = [".redsieve-\(getpid())-3.new", ".redsieve-notes.new", "redsieve-\(dead)-3.new", ".redsieve.new"]
        for name in others { try folder.write("mine", to: name) }
        #expect(try review(folder).status == 0)
        #expect(Set(folder.entries) == Set(others + ["r.review"]))
    }

    /// A lock says that somebody has it, whatever the number in its name is.
    @Test func `what is locked stays`() throws {
        let folder = try TestFolder()
        let name = ".redsieve-\(try gone())-17.new"
        let path = try folder.write("half", to: name)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        #expect(try review(folder).status == 0)
        #expect(Set(folder.entries) == [name, "r.review"])
        close(file)
        #expect(try review(folder).status == 0)
        #expect(folder.entries == ["r.review"])
    }

    /// A number that belongs to another process by now keeps nothing for ever.
    @Test func `what is old goes though its number is taken`() throws {
        let folder = try TestFolder()
        let path = try folder.write("half", to: ".redsieve-\(getpid())-17.new")
        #expect(try RunProgram("touch", ["-d", "2 days ago", path]).status == 0)
        #expect(try review(folder).status == 0)
        #expect(folder.entries == ["r.review"])
    }

    /// Stopped between the second name and the removal of the first: what has both is the review itself.
    @Test func `the first name of a review goes and the review stays`() throws {
        let folder = try TestFolder()
        #expect(try review(folder).status == 0)
        #expect(link(folder("r.review"), folder(".redsieve-\(try gone())-17.new")) == 0)
        #expect(try review(folder).status == 0)
        #expect(folder.entries == ["r.review"])
        let kept = try RunProgram("sqlite3", [folder("r.review"), "SELECT count(*) FROM verdicts"])
        #expect(kept.outputText == "2\n")
    }

    /// What an editor or a pager has goes with the program that started it, or, where that was killed, with the next one.
    @Test func `what a pager left goes`() throws {
        let folder = try TestFolder()
        let dead = try gone()
        try folder.write("text", to: "tmp/redsieve-\(dead)-aBcDeF/item.txt")
        try folder.write("text", to: "tmp/redsieve-\(dead)-inUse1/item.txt")
        try folder.write("text", to: "tmp/redsieve-\(getpid())-aBcDeF/item.txt")
        try folder.write("text", to: "tmp/redsieve-notes-aBcDeF/item.txt")
        let used = open(folder("tmp/redsieve-\(dead)-inUse1"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(used) }
        #expect(flock(used, LOCK_EX | LOCK_NB) == 0)
        let environment = ["TMPDIR": folder("tmp"), "PAGER": "true"]
        let terminal = try Redsieve.openLoaded([Redsieve.sample], environment: environment, columns: 120)
        terminal.send("|")
        let left = ["redsieve-\(dead)-inUse1", "redsieve-\(getpid())-aBcDeF", "redsieve-notes-aBcDeF"]
        try terminal.waitFor("the folder that nobody has to be gone, and the screen") { shown in
            Set(folder.entries(of: "tmp")) == Set(left) && shown.isAlternate && shown.line(0).contains("? help")
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `what a report left goes`() throws {
        let folder = try TestFolder()
        let dead = try gone()
        try folder.write("half", to: ".r.html.\(dead).partial")
        let others = [".r.html.\(getpid()).partial", ".other.\(dead).partial", ".r.html.x.partial"]
        for name in others { try folder.write("mine", to: name) }
        #expect(try Redsieve.run("report", Redsieve.sample, "--no-review", "-o", folder("r.html")).status == 0)
        #expect(Set(folder.entries) == Set(others + ["r.html"]))
    }

    @Test func `what an export left goes`() throws {
        let folder = try TestFolder()
        let dead = try gone()
        try folder.write("half", to: ".out.partial-\(dead)/accepted.jsonl")
        try folder.write("half", to: ".out.partial-\(getpid())/accepted.jsonl")
        let round = try folder.write(Rows.three, to: "r.jsonl")
        #expect(try Redsieve.run("select", round, "--out", folder("out")).status == 0)
        #expect(Set(folder.entries) == [".out.partial-\(getpid())", "out", "r.jsonl"])
    }
}
