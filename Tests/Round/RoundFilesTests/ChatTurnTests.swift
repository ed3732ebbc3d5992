import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Rows that hold a chat: which turn is the prompt, which the response.
@Suite struct ChatTurnTests {
    private func row(_ fields: String) -> String { "{\(fields), \"safety\": 0.5, \"helpfulness\": 0.25}" }

    private func pair(_ round: LoadedRound, _ item: Int = 0) throws -> [String] {
        let text = try round.text(item)
        return [String(decoding: text.prompt, as: UTF8.self), String(decoding: text.response, as: UTF8.self)]
    }

    /// What trainers and chat logs write opens by itself, and what was chosen is told.
    @Test(arguments: [
        (
            #""messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "p"}, {"role": "assistant", "content": "r"}]"#,
            "messages.user.-1.content", "messages.assistant.-1.content"
        ),
        (
            #""conversations": [{"from": "system", "value": "s"}, {"from": "human", "value": "p"}, {"from": "gpt", "value": "r"}]"#,
            "conversations.human.-1.value", "conversations.gpt.-1.value"
        ),
        (
            #""prompt": [{"role": "user", "content": "p"}], "completion": [{"role": "assistant", "content": "r"}]"#,
            "prompt.user.-1.content", "completion.assistant.-1.content"
        ),
        (
            #""prompt": "p", "chosen": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "r"}]"#,
            "prompt", "chosen.assistant.-1.content"
        ),
        (
            #""messages": [{"content": "p", "role": "USER"}, {"content": "r", "role": "Assistant"}]"#,
            "messages.user.-1.content", "messages.assistant.-1.content"
        ),
        (
            #""messages": [{"role": "user", "content": "no"}, {"role": "assistant", "content": null}, {"role": "tool", "content": "t"}, {"role": "assistant", "content": "no"}, {"role": "user", "content": [{"type": "text", "text": "p"}]}, {"role": "assistant", "content": [{"text": "r", "type": "text"}]}]"#,
            "messages.user.-1.content", "messages.assistant.-1.content"
        ),
    ])
    func `a chat opens without a field named`(fields: String, prompt: String, response: String) throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", row(fields) + "\n"))
        #expect(round.report.fields.paths[.prompt] == prompt)
        #expect(round.report.fields.paths[.response] == response)
        #expect(try pair(round) == ["p", "r"])
        // What was found is a path that can be given.
        let again = try load(
            try folder.write("y.jsonl", row(fields) + "\n"),
            fields: [.prompt: prompt, .response: response]
        )
        #expect(try pair(again) == ["p", "r"])
        #expect(again.report.fields.paths == round.report.fields.paths)
    }

    @Test func `of two lists that fit both are named, and one that is named takes the other role along`() throws {
        let folder = try TestFolder()
        let list = #"[{"role": "user", "content": "p"}, {"role": "assistant", "content": "r"}]"#
        let path = try folder.write("x.jsonl", row(#""chosen": \#(list), "rejected": \#(list)"#))
        let error = RoundFilesError.fieldAmbiguous(
            shard: path,
            role: .prompt,
            candidates: ["chosen.user.-1.content", "rejected.user.-1.content"]
        )
        #expect(throws: error) { try load(path) }
        let round = try load(path, fields: [.prompt: "rejected.user.content"])
        #expect(round.report.fields.paths[.response] == "rejected.assistant.-1.content")
    }

    private static let turns = [
        #"{"role": "system", "content": "s"}"#, #"{"role": "user", "content": "p1"}"#,
        #"{"content": "r1", "role": "assistant"}"#, #"{"role": "user", "content": "p2"}"#,
        #"{"role": "assistant", "content": "r2"}"#,
    ]

    @Test(arguments: [
        ("messages.user.content", "messages.assistant.-1.content", ["p1", "r2"]),
        ("messages.user.1.content", "messages.assistant.1.content", ["p2", "r2"]),
        ("messages.human.-2.content", "messages.gpt.0.content", ["p1", "r1"]),
        ("messages.system.content", "messages.assistant.content", ["s", "r1"]),
        ("messages.1.content", "messages.-1.content", ["p1", "r2"]),
        ("messages.1.content", "messages.assistant.content", ["p1", "r1"]),
    ])
    func `a turn is named by who speaks and by its place among theirs`(
        prompt: String,
        response: String,
        texts: [String]
    ) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", row("\"messages\": [\(Self.turns.joined(separator: ", "))]"))
        #expect(try pair(try load(path, fields: [.prompt: prompt, .response: response])) == texts)
    }

    @Test(arguments: [
        // By place: the turn's own word decides, and it is told.
        ("messages.0.content", "messages.1.content", [0, 1, 2], InvalidRow.Reason.otherTurn(.prompt, .system)),
        ("messages.0.content", "messages.-1.content", [1, 2, 3], .otherTurn(.response, .user)),
        // By role: none is there, nothing is in it, or it stands in the wrong place.
        (
            "messages.user.content", "messages.assistant.content", [0, 2],
            .noTurn(.prompt, .user, there: [.system, .assistant])
        ),
        (
            "messages.user.1.content", "messages.assistant.-1.content", [0, 1, 2],
            .noTurn(.prompt, .user, there: [.system, .user, .assistant])
        ),
        ("messages.user.-1.content", "messages.assistant.-1.content", [1, 2, 3], .responseFirst),
        (
            "messages.judge.content", "messages.assistant.content", [1, 2],
            .noTurn(.prompt, .other, there: [.user, .assistant])
        ),
    ])
    func `a turn of another role than asked for makes the row invalid`(
        prompt: String,
        response: String,
        chosen: [Int],
        reason: InvalidRow.Reason
    ) throws {
        let folder = try TestFolder()
        let good = #"{"role": "user", "content": "p"}, {"role": "assistant", "content": "r"}"#
        let judged = good.replacing("user", with: "judge")
        let fine = prompt.contains("judge") ? judged : prompt.contains("user.1") ? good + ", " + good : good
        let bad = chosen.map { Self.turns[$0] }.joined(separator: ", ")
        let text = [fine, bad, fine].map { row("\"messages\": [\($0)]") }.joined(separator: "\n")
        let round = try load(try folder.write("x.jsonl", text), fields: [.prompt: prompt, .response: response])
        #expect(round.refused == [Refused(line: 2, reason: reason)])
        #expect(round.columns.count == 2)
    }

    @Test(arguments: [
        ("null", InvalidRow.Reason.null(.response)), ("7", .notText(.response, found: .number)),
        (#"[{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]"#, .notText(.response, found: .list)),
        (#"[{"type": "image_url", "text": "a"}]"#, .notText(.response, found: .list)),
        (#"["a"]"#, .notText(.response, found: .list)), ("[]", .notText(.response, found: .list)),
        (#"{"text": "a"}"#, .notText(.response, found: .object)),
    ])
    func `a turn without one text makes the row invalid`(content: String, reason: InvalidRow.Reason) throws {
        let folder = try TestFolder()
        func chat(_ content: String) -> String {
            row(#""messages": [{"role": "user", "content": "p"}, {"role": "assistant", "content": \#(content)}]"#)
        }
        let text = [chat("\"r\""), chat(content), chat("\"r\"")].joined(separator: "\n")
        let round = try load(try folder.write("x.jsonl", text))
        #expect(round.refused == [Refused(line: 2, reason: reason)])
    }

    /// One random chat, and what is the pair of its last user's and last assistant's turn.
    private struct Chat {
        var row: String
        var pair: [String]?

        init(_ random: inout SeededGenerator, number: Int) {
            let speakers = [
                "user", "assistant", "user", "assistant", "system", "tool", "User", "\\u0075ser", "moderator",
            ]
            var turns: [String] = []
            var last: [String: (at: Int, text: String?)] = [:]
            for at in 0..<Int.random(in: 1...4, using: &random) {
                let speaker = speakers.randomElement(using: &random) ?? "user"
                let text = "\(number)/\(at)" + (Bool.random(using: &random) ? "\\n\\u00e9" : "é")
                let read = text.replacing("\\n", with: "\n").replacing("\\u00e9", with: "é")
                var content = "\"content\": \"\(text)\""
                var value: String? = read
                switch Int.random(in: 0..<12, using: &random) {
                case 0: (content, value) = ("\"content\": null", nil)
                case 1: content = "\"content\": [{\"type\": \"text\", \"text\": \"\(text)\"}]"
                case 2: (content, value) = ("\"content\": [{\"type\": \"image\", \"text\": \"\(text)\"}]", nil)
                case 3: (content, value) = ("\"name\": \"x\"", nil)
                default: break
                }
                let role = "\"role\": \"\(speaker)\""
                turns.append("{" + (Bool.random(using: &random) ? "\(role), \(content)" : "\(content), \(role)") + "}")
                let plain = speaker == "\\u0075ser" ? "user" : speaker.lowercased()
                last[plain] = (at, value)
            }
            row = "{\"messages\": [\(turns.joined(separator: ", "))], \"safety\": 0.5, \"helpfulness\": 0.25}"
            guard let user = last["user"], let assistant = last["assistant"], let prompt = user.text,
                let response = assistant.text, user.at < assistant.at
            else { return }
            pair = [prompt, response]
        }
    }

    /// What is loaded is what is shown, searched, judged and exported, whatever layouts the rows before had.
    @Test(arguments: 1...6) func `every reader takes the same turns`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let chats = (0..<400).map { Chat(&random, number: $0) }
        let folder = try TestFolder()
        let seen = SeenPairs()
        let path = try folder.write("x.jsonl", chats.map(\.row).joined(separator: "\n") + "\n")
        let request = RoundRequest(
            paths: [path],
            fields: [.prompt: "messages.user.-1.content", .response: "messages.assistant.-1.content"]
        )
        let round = try RoundLoader.load(request, settings: .tiny(blockSize: 2000, workers: 1), observer: seen)
        let wanted = chats.compactMap(\.pair)
        try #require(round.columns.count == wanted.count && wanted.count > 5)
        #expect(seen.pairs == wanted)
        #expect(try (0..<wanted.count).map { try pair(round, $0) } == wanted)
        let reader = round.texts.makeRowReader()
        var decoded: [[String]] = []
        for block in round.columns.blocks where block.count > 0 {
            try reader.open(block)
            for index in 0..<block.count {
                let texts = try reader.decode(reader.row(index))
                decoded.append([texts.prompt, texts.response].map { String(decoding: $0, as: UTF8.self) })
                var fields: [FieldRole: String] = [:]
                try reader.visitFields(of: reader.row(index)) { field in
                    for role in [FieldRole.prompt, .response] where field.roles & RowField.bit(of: role) != 0 {
                        fields[role] = String(decoding: field.value, as: UTF8.self)
                    }
                }
                #expect([fields[.prompt] ?? "", fields[.response] ?? ""] == decoded.last)
            }
        }
        #expect(decoded == wanted)
    }
}

/// The pairs that an observer is shown; unchecked, since one worker reads in order.
private final class SeenPairs: BlockObserver, @unchecked Sendable {
    var pairs: [[String]] = []

    func see(_ block: borrowing SeenBlock) -> (@Sendable () -> Void)? {
        for index in block.safety.indices {
            guard let texts = block.texts(of: index) else { continue }
            pairs.append([texts.prompt, texts.response].map { String(decoding: $0, as: UTF8.self) })
        }
        return nil
    }
}
