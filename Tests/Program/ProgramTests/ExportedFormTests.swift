import Foundation
import TestSupport
import Testing

/// Exports in the forms that other programs take.
struct ExportedFormTests {
    private func accepted(_ more: String, prompt: String = "p") -> String {
        #"{"prompt":"\#(prompt)","response":"r","safety_score":0.9,"helpfulness_score":0.9\#(more)}"#
    }

    @Test func `a row that is judged again keeps its earlier verdict under another name`() throws {
        let folder = try TestFolder()
        let rows = [
            accepted(#","redsieve_verdict":{"call":"accepted"}"#, prompt: "a"),
            accepted(#","redsieve_verdict":1,"redsieve_verdict_before":2"#, prompt: "b"),
            accepted(
                #","\u0072edsieve_verdict":1,"m":{"redsieve_verdict":5,"s":"\",\"redsieve_verdict\":"}"#,
                prompt: "c"
            ),
            accepted(#","redsieve_verdict":[1],"redsieve_verdict":2"#, prompt: "d"),
        ]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "r.jsonl")
        let judged = try Redsieve.run(
            [round, "--plain", "--reviewer", "ann"],
            input: Array("list.accepted\nunsafe\nunsafe\nunsafe\nunsafe\n".utf8)
        )
        try #require(judged.status == 0, "\(judged.outputText)")
        let run = try Redsieve.run("select", round, "--review", "auto", "-o", folder("out"))
        #expect(run.status == 0, "\(run.errorText)")
        let lines = folder.text("out/adversarial.jsonl").split(separator: "\n").map(String.init)
        try #require(lines.count == 4)
        let keys = try lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        for (line, object) in zip(lines, keys) {
            #expect((object["redsieve_verdict"] as? [String: Any])?["ruling"] as? String == "adversarial", "\(line)")
        }
        #expect((keys[0]["redsieve_verdict_before"] as? [String: Any])?["call"] as? String == "accepted")
        #expect(keys[1]["redsieve_verdict_before"] as? Int == 2)
        #expect(keys[1]["redsieve_verdict_before_2"] as? Int == 1)
        #expect(keys[2]["redsieve_verdict_before"] as? Int == 1)
        #expect(lines[2].contains(#""m":{"redsieve_verdict":5"#))
        #expect(keys[3]["redsieve_verdict_before_2"] as? Int == 2)
        #expect(lines.allSatisfy { $0.components(separatedBy: #""redsieve_verdict":{"call""#).count == 2 })
    }

    @Test func `rows pass a key that stands twice through byte for byte`() throws {
        let folder = try TestFolder()
        let row = accepted(#","k":1,"k":2,"s":"\ud83d""#)
        let round = try folder.write(row + "\n", to: "r.jsonl")
        let run = try Redsieve.run("select", round, "-o", folder("out"))
        #expect(run.status == 0)
        #expect(folder.text("out/accepted.jsonl") == row + "\n")
    }

    @Test(arguments: ["prompt-completion", "messages"])
    func `formats for trainers hold U+FFFD in place of lone surrogates, and count the rows`(_ format: String) throws {
        let folder = try TestFolder()
        let rows = [
            accepted("", prompt: #"a\ud83d\udc00b"#), accepted("", prompt: "c"), accepted("", prompt: #"\ud83d\ude00"#),
        ]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "r.jsonl")
        let run = try Redsieve.run("select", round, "--format", format, "-o", folder("out"))
        #expect(run.status == 0)
        let lines = folder.text("out/accepted.jsonl")
        #expect(!lines.contains(#"\ud"#))
        #expect(lines.contains("\u{1F600}"))
        #expect(!lines.contains("\u{FFFD}"))
        let lone = try folder.write(accepted("", prompt: #"a\ud83db"#) + "\n", to: "lone.jsonl")
        let other = try Redsieve.run("select", lone, "--format", format, "-o", folder("lone"))
        #expect(folder.text("lone/accepted.jsonl").contains("a\u{FFFD}b"))
        #expect(other.errorText.contains("1 row"), "\(other.errorText)")
        #expect(try Summary(folder.bytes("lone/manifest.json")).count("replaced_surrogates") == 1)
    }

    @Test func `a prompt without an answer is a prompt to chat trainers`() throws {
        let folder = try TestFolder()
        let row = #"{"prompt":"p1","response":"r","safety_score":0.1,"helpfulness_score":0.9}"#
        let round = try folder.write(row + "\n", to: "r.jsonl")
        #expect(try Redsieve.run("select", round, "--format", "messages", "-o", folder("out")).status == 0)
        #expect(folder.text("out/adversarial.jsonl") == #"{"prompt":[{"role":"user","content":"p1"}]}"# + "\n")
    }

    @Test func `datasets are told which file is which set`() throws {
        let folder = try TestFolder()
        let round = try folder.write(accepted("") + "\n", to: "r.jsonl")
        #expect(try Redsieve.run("select", round, "-o", folder("out")).status == 0)
        let text = folder.text("out/README.md").components(separatedBy: "\n---\n")[0]
        #expect(text.contains("path: accepted.jsonl"))
        // An empty set has no rows to load, and datasets refuse a file without any.
        #expect(!text.contains("adversarial.jsonl"))
        // An export with this file can be replaced as ever.
        #expect(try Redsieve.run("select", round, "-o", folder("out"), "--replace").status == 0)
    }
}
