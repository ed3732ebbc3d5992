import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Paths into arrays.
struct FieldLocationTests {
    private static let chat: [FieldRole: String] = [.prompt: "messages.0.content", .response: "messages.1.content"]

    private func row(_ messages: String, more: String = "") -> String {
        #"{"safety": 1, "messages": \#(messages), "helpfulness": 2\#(more)}"#
    }

    @Test func `numbers lead into arrays`() throws {
        let folder = try TestFolder()
        let rows = [
            row(#"[{"role": "user", "content": "how"}, {"content": "so", "role": "assistant"}]"#),
            row(
                #"[{"content": "w\u0068y", "tags": [["x"], {"content": "no"}]}, {"content": ""}, {"content": "more"}]"#
            ),
        ]
        let round = try load(try folder.write("x.jsonl", rows.joined(separator: "\n")), fields: Self.chat)
        #expect(round.refused == [])
        #expect(round.report.fields.paths[.prompt] == "messages.0.content")
        #expect(try (0...1).map { String(decoding: try round.text($0).prompt, as: UTF8.self) } == ["how", "why"])
        #expect(try (0...1).map { String(decoding: try round.text($0).response, as: UTF8.self) } == ["so", ""])
        let fields = try round.text(1).fields.map {
            String(decoding: $0.name, as: UTF8.self) + "=" + String(decoding: $0.value, as: UTF8.self)
        }
        #expect(
            fields == [
                "safety=1", #"messages.0.tags=[["x"], {"content": "no"}]"#, "messages.2.content=more", "helpfulness=2",
            ]
        )
    }

    @Test(arguments: [
        ("[]", InvalidRow.Reason.missing(.prompt)), (#"[{"content": "how"}]"#, .missing(.response)),
        (#"[[{"content": "how"}], {"content": "so"}]"#, .missing(.prompt)),
        (#"[{"content": ["how"]}, {"content": "so"}]"#, .notText(.prompt, found: .list)),
        (#"[{"content": "how"}, null]"#, .missing(.response)), (#""[]""#, .missing(.prompt)),
        (#"[{"content": "how", "content": "how"}, {"content": "so"}]"#, .repeated(.prompt)),
    ])
    func `what is not there is invalid`(messages: String, reason: InvalidRow.Reason) throws {
        let folder = try TestFolder()
        let good = row(#"[{"content": "how"}, {"content": "so"}]"#)
        let path = try folder.write("x.jsonl", "\(good)\n\(row(messages))\n")
        let round = try load(path, fields: Self.chat)
        #expect(round.refused == [Refused(line: 2, reason: reason)])
    }

    @Test func `scores may stand in arrays`() throws {
        let folder = try TestFolder()
        let rows = [
            #"{"prompt": "p", "response": "r", "all": [[0.5, 7], 0.25, {"0": 9}]}"#,
            // The same path through an object, and deep arrays beside it.
            #"{"prompt": "p", "response": "r", "all": {"0": [1.5, [[2]]], "1": "3"}}"#,
        ]
        let path = try folder.write("x.jsonl", rows.joined(separator: "\n"))
        let round = try load(path, fields: [.safety: "all.0.0", .helpfulness: "all.1"])
        #expect(round.scores == [Scores(safety: 0.5, helpfulness: 0.25), Scores(safety: 1.5, helpfulness: 3)])
    }

    /// Arrays can be long: only those that a given path leads into are taken apart to be told.
    @Test func `a wrong path is said with what the array holds`() throws {
        let folder = try TestFolder()
        let path = try folder.write(
            "x.jsonl",
            row(#"[{"role": "user"}, 1]"#, more: #", "prompt": "p", "response": "r", "vector": [1, 2]"#)
        )
        for (wrong, names) in [
            ("messages.0.content", ["messages", "messages.0", "messages.0.role", "messages.1"]),
            ("messages.00", ["messages"]),
        ] {
            #expect(
                throws: RoundFilesError.namedFieldNotFound(
                    shard: path,
                    role: .prompt,
                    path: wrong,
                    names: ["safety"] + names + ["helpfulness", "prompt", "response", "vector"]
                )
            ) { try load(path, fields: [.prompt: wrong]) }
        }
    }
}
