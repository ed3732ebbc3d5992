import Foundation
import RoundModel
import TestSupport
import Testing

/// Verdicts on their way into the sets: by the screen, by `select --review`, and made again by `verify`.
struct ReviewExportTests {
    private static func lines(_ path: String) throws -> [[String: Any]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// A review of the sample with some verdicts, an undo and a move, made by keys; and the screen's export.
    private func review(in folder: TestFolder) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        func judge(_ list: String, _ tab: String, _ keys: String) throws {
            terminal.send(list)
            try terminal.waitFor("the list") { $0.contains(tab) }
            for key in keys { try terminal.judge(String(key)) }
        }
        try judge("c", "[C", "xyxws")
        try judge("a", "[A", "vvy")
        try judge("d", "[D", "vxu")
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send(folder("screen") + "\r")
        try terminal.waitFor("the export") { $0.contains("wrote ") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `the screen and select give the same bytes`() throws {
        let folder = try TestFolder()
        try review(in: folder)
        let run = try Redsieve.run(
            "select",
            Redsieve.sample,
            "--review",
            folder("r.review"),
            "--out",
            folder("select")
        )
        #expect(run.status == 0, "\(run.errorText)")
        for name in ["adversarial", "accepted", "discarded", "invalid"].map({ $0 + ".jsonl" }) + ["manifest.json"] {
            #expect(
                FileManager.default.contentsEqual(atPath: folder("screen/\(name)"), andPath: folder("select/\(name)")),
                "\(name)"
            )
        }
        let marked = try ["adversarial", "accepted", "discarded"].flatMap { set in
            try Self.lines(folder("select/\(set).jsonl")).compactMap { line -> (String, [String: Any])? in
                (line["redsieve_verdict"] as? [String: Any]).map { (set, $0) }
            }
        }
        // Three were called unsafe, one of them taken back with the second of D; each stands where it was put.
        #expect(marked.count >= 9)
        for (set, mark) in marked {
            let ruling = try #require(mark["ruling"] as? String)
            #expect(ruling == set || ruling == "safe", "\(mark)")
        }
        #expect(marked.contains { $0.0 == "adversarial" && $0.1["call"] as? String == "accepted" })
        #expect(marked.contains { $0.0 == "accepted" && $0.1["call"] as? String == "adversarial" })

        let data = try #require(FileManager.default.contents(atPath: folder("select/manifest.json")))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let verdicts = try #require(manifest["verdicts"] as? [String: Any])
        let total = try #require(verdicts["total"] as? Int)
        #expect((verdicts["agree"] as? Int ?? 0) + (verdicts["override"] as? Int ?? 0) == total)
        #expect(verdicts["reviewers"] as? [String: Int] == ["ann": 9])
        let buckets = try #require(manifest["buckets"] as? [String: Int])
        #expect(buckets.values.reduce(0, +) == (manifest["round"] as? [String: Any])?["items"] as? Int)
    }

    @Test func `verify makes an export again`() throws {
        let folder = try TestFolder()
        try review(in: folder)
        let arguments = ["verify", folder("screen"), "--round", Redsieve.sample, "--review", folder("r.review")]
        let run = try Redsieve.run(arguments)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("and a rebuild"))
        #expect(try Redsieve.run("verify", folder("screen")).status == 0)
        // What came into the review later is no part of the export.
        let later = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "bob"],
            columns: 120,
            rows: 36
        )
        try later.judge("x")
        later.send("q")
        #expect(try later.waitForExit() == .exited(0))
        #expect(try Redsieve.run(arguments).status == 0)
    }

    struct Damage: CustomTestStringConvertible, Sendable {
        let name: String
        let command: String
        let says: String
        var status: Int32 = 65
        var testDescription: String { name }
    }

    @Test(arguments: [
        Damage(name: "a byte", command: "sed -i '1s/a/b/' accepted.jsonl", says: "accepted.jsonl was changed"),
        Damage(name: "a line", command: "sed -i 1d adversarial.jsonl", says: "adversarial.jsonl has"),
        Damage(name: "a file", command: "rm discarded.jsonl", says: "discarded.jsonl is missing"),
        Damage(name: "no manifest", command: "rm manifest.json", says: "no such file", status: 66),
        Damage(
            name: "a broken manifest",
            command: "echo '{' > manifest.json",
            says: "not valid JSON at line 2, column 1"
        ),
        Damage(name: "a foreign manifest", command: "echo '{}' > manifest.json", says: "\"files\" is missing"),
    ]) func `what is not as it was is told`(_ damage: Damage) throws {
        let folder = try TestFolder()
        #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder("out")).status == 0)
        #expect(try RunProgram("/bin/sh", ["-c", "cd \"$0\" && \(damage.command)", folder("out")]).status == 0)
        let run = try Redsieve.run("verify", folder("out"))
        #expect(run.status == damage.status)
        #expect(run.errorText.contains(damage.says), "\(run.errorText)")
    }

    @Test func `another round is told`() throws {
        let folder = try TestFolder()
        #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder("out")).status == 0)
        let other = folder("other.jsonl")
        #expect(try RunProgram("/bin/sh", ["-c", "sed 7d \"$0\" > \"$1\"", Redsieve.sample, other]).status == 0)
        let run = try Redsieve.run("verify", folder("out"), "--round", other)
        #expect(run.status == 65)
        // One sentence, since all that differs follows from it.
        #expect(run.errorText.contains("this is another round, or it was changed since: "), "\(run.errorText)")
        #expect(run.errorText.contains("differs from its manifest: 1 difference"), "\(run.errorText)")
        #expect(!run.errorText.contains("differs when rebuilt"), "\(run.errorText)")
    }

    @Test func `a review that is none is told`() throws {
        let folder = try TestFolder()
        let path = try folder.write("notes\n", to: "r.review")
        let run = try Redsieve.run("select", Redsieve.sample, "--review", path, "--out", folder("out"))
        #expect(run.status == 65)
        #expect(run.errorText.contains("not a review file"))
        #expect(
            try Redsieve.run("select", Redsieve.sample, "--review", folder("none"), "--out", folder("out")).status == 66
        )
        #expect(!folder.entries.contains("out"))
    }
}
