import Foundation
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

/// What trainers ask of a line, as their own readers have it, held against our lines.
struct TrainerRulesTests {
    private typealias Line = [String: Any]

    /// Rounds with chats, system turns, lone surrogates, empty texts, several responses a prompt and parents.
    private static let rounds: [(name: String, rows: [String])] = [
        ("plain", (0..<40).map { row("p\($0 % 7)", "r\($0)", [-1, 1, 0][$0 % 3], 3) }),
        (
            "parents",
            (0..<40).map {
                row(
                    "p\($0 % 8)",
                    "r\($0)",
                    [-1, 1, 0][$0 % 3],
                    3,
                    more: $0 % 2 == 0 ? #","parent":"seed \#($0)""# : ""
                )
            }
        ),
        (
            "hostile",
            [
                row("p", #"\ud83d"#, 1, 3), row("p", "", -1, 3), row("", "a", 1, 3), row("", #"\u0000"#, -1, 3),
                row("p", #"\n\u2028\""#, 0, 3, more: #","k":1,"k":[2]"#),
                row("q", "b", 1, 3, more: #","label":7,"":null"#),
            ]
        ),
        (
            "chats",
            (0..<12).map { index in
                let system = index % 2 == 0 ? #"{"role":"system","content":"be kind"},"# : ""
                let score = [-1, 1, 0][index % 3]
                return
                    #"{"messages":[\#(system){"role":"user","content":"first"},{"role":"assistant","content":"one"},"#
                    + #"{"role":"user","content":"p"},{"role":"assistant","content":"r\#(index)"}],"#
                    + #""safety":\#(score),"helpfulness":3}"#
            }
        ),
        (
            "conversations",
            (0..<12).map { index in
                #"{"conversations":[{"from":"human","value":"p"},{"from":"gpt","value":"r\#(index)"}],"#
                    + #""safety":\#([-1, 1, 0][index % 3]),"helpfulness":3}"#
            }
        ),
    ]

    private func export(_ format: ExportFormat, _ rows: [String]) throws -> TestFolder {
        let folder = try TestFolder()
        var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"), format: format)
        request.training.rejected = .weaker
        request.allowsEmpty = true
        _ = try RoundExporter.export(loadRound(rows.joined(separator: "\n"), in: folder), request)
        return folder
    }

    private func lines(_ format: ExportFormat, _ rows: [String], _ name: String) throws -> [Line] {
        try export(format, rows).objects("out/\(name).jsonl")
    }

    private func isText(_ value: Any?) -> Bool { value is String }

    /// TRL: `is_conversational` looks for a list of objects with `role` and `content`, both texts.
    private func isChat(_ value: Any?) -> Bool {
        guard let turns = value as? [[String: Any]], !turns.isEmpty else { return false }
        return turns.allSatisfy {
            $0.keys.sorted() == ["content", "role"] && isText($0["role"]) && isText($0["content"])
        }
    }

    @Test(arguments: rounds.indices, ExportFormat.allCases.filter { $0 != .rows })
    func `all lines of a file have the same keys and types`(number: Int, format: ExportFormat) throws {
        let round = Self.rounds[number]
        for name in ["accepted", "adversarial"] {
            let kinds = try lines(format, round.rows, name).map { line in
                line.keys.sorted().map { key in
                    let value = line[key]
                    return
                        "\(key): \(value is String ? "text" : isChat(value) ? "chat" : value is NSNumber ? "label" : "other")"
                }
            }
            #expect(Set(kinds).count <= 1, "\(round.name) \(name): \(Set(kinds))")
            #expect(!kinds.joined().contains { $0.hasSuffix("other") })
        }
    }

    @Test(arguments: rounds.indices) func `TRL takes pairs with a prompt of their own, and labels of both kinds`(
        number: Int
    ) throws {
        let rows = Self.rounds[number].rows
        let pairs = try lines(.preference, rows, "accepted")
        #expect(!pairs.isEmpty)
        for line in pairs {
            #expect(line.keys.sorted() == ["chosen", "prompt", "rejected"] && line.values.allSatisfy(isText))
            #expect(line["chosen"] as? String != line["rejected"] as? String || number == 2)
        }
        let folder = try export(.unpaired, rows)
        for line in try folder.objects("out/accepted.jsonl") {
            #expect(line.keys.sorted() == ["completion", "label", "prompt"])
            #expect(isText(line["prompt"]) && isText(line["completion"]))
        }
        // KTO's trainer filters by truth: a number or a text would pass for one.
        let lines = folder.text("out/accepted.jsonl").split(separator: "\n")
        let labels = ["true", "false"].map { label in lines.count { $0.hasSuffix(",\"label\":\(label)}") } }
        #expect(labels.reduce(0, +) == lines.count && !labels.contains(0))
    }

    /// LLaMA-Factory's `SharegptDatasetConverter`: a system turn first at most, then user and assistant in turn, an even number.
    @Test(arguments: rounds.indices) func `LLaMA-Factory takes every chat`(number: Int) throws {
        for line in try lines(.messages, Self.rounds[number].rows, "accepted") {
            var turns = try #require(line["messages"] as? [[String: String]])
            if turns.first?["role"] == "system" { turns.removeFirst() }
            #expect(turns.count % 2 == 0 && !turns.isEmpty)
            for (index, turn) in turns.enumerated() { #expect(turn["role"] == ["user", "assistant"][index % 2]) }
        }
    }

    /// TRL's SFT collator trains on what the assistant says: a chat ends with it.
    @Test func `a chat has all its turns, the system's too, and ends with the response`() throws {
        let chats = try lines(.messages, Self.rounds[3].rows, "accepted")
        #expect(chats.count == 4)
        let turns = try #require(chats.first?["messages"] as? [[String: String]])
        #expect(turns.map { $0["role"] } == ["user", "assistant", "user", "assistant"])
        #expect(turns.map { $0["content"] } == ["first", "one", "p", "r1"])
        let other = try #require(chats.dropFirst().first?["messages"] as? [[String: String]])
        #expect(other.first == ["role": "system", "content": "be kind"])
    }

    /// TRL's `prompt` of a chat without an answer, for sampling.
    @Test func `prompts alone are chats of one turn by the user`() throws {
        for line in try lines(.preference, Self.rounds[0].rows, "adversarial") {
            #expect(line.keys.sorted() == ["prompt"] && isChat(line["prompt"]))
            #expect((line["prompt"] as? [[String: String]])?.map { $0["role"] } == ["user"])
        }
    }
}
