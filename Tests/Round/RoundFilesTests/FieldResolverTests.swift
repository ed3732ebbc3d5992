import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

struct FieldCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var header: [String]
    var named: [FieldRole: String] = [:]
    var expected: [FieldRole: String]
}

@Suite struct FieldResolverTests {
    static let found: [FieldCase] = [
        FieldCase(
            testDescription: "second aliases",
            header: ["query", "generation", "harmlessness", "reward"],
            expected: [.prompt: "query", .response: "generation", .safety: "harmlessness", .helpfulness: "reward"]
        ),
        FieldCase(
            testDescription: "any case of letters",
            header: ["Prompt", "RESPONSE", "Safety", "Helpfulness", "ID"],
            expected: [
                .prompt: "Prompt", .response: "RESPONSE", .safety: "Safety", .helpfulness: "Helpfulness", .id: "ID",
            ]
        ),
        FieldCase(
            testDescription: "exact goes before another case",
            header: ["prompt", "Input", "response", "safety", "helpful"],
            expected: [.prompt: "prompt", .response: "response", .safety: "safety", .helpfulness: "helpful"]
        ),
        FieldCase(
            testDescription: "named goes before all",
            header: ["prompt", "x", "response", "safety", "helpful"],
            named: [.prompt: "x"],
            expected: [.prompt: "x", .response: "response", .safety: "safety", .helpfulness: "helpful"]
        ),
        FieldCase(
            testDescription: "a field given away steps back",
            header: ["prompt", "question", "response", "safety", "helpful"],
            named: [.parent: "prompt"],
            expected: [
                .prompt: "question", .response: "response", .safety: "safety", .helpfulness: "helpful",
                .parent: "prompt",
            ]
        ),
        FieldCase(
            testDescription: "one field in two roles",
            header: ["prompt", "response", "safety", "helpful"],
            named: [.id: "prompt"],
            expected: [
                .prompt: "prompt", .response: "response", .safety: "safety", .helpfulness: "helpful", .id: "prompt",
            ]
        ),
    ]

    @Test(arguments: found) func `roles are found`(_ test: FieldCase) throws {
        let folder = try TestFolder()
        let values = test.header.map { _ in "1" }.joined(separator: ",")
        let table = try folder.write("x.csv", test.header.joined(separator: ",") + "\n" + values + "\n")
        #expect(try load(table, fields: test.named).report.fields.paths == test.expected)
        // For JSON the texts are strings that hold numbers, which scores may be too.
        let object = test.header.map { "\"\($0)\": \"1\"" }.joined(separator: ", ")
        let lines = try folder.write("x.jsonl", "broken\n[]\n{\(object)}\n")
        #expect(try load(lines, fields: test.named).report.fields.paths == test.expected)
    }

    @Test func `paths open objects`() throws {
        let folder = try TestFolder()
        let rows = [
            #"{"prompt": "p", "response": "r", "scores": {"safety_rm": 0.1, "a.b": 0.2}, "scores.safety_rm": 0.3, "help": 1}"#,
            #"{"prompt": "p", "response": "r", "scores": {"a.b": 0.4, "safety_rm": 0.5}, "scores.safety_rm": 0.6, "help": 1}"#,
        ]
        let path = try folder.write("x.jsonl", rows.joined(separator: "\n"))
        // The row's own field goes before the path that reads the same.
        let literal = try load(path, fields: [.safety: "scores.safety_rm", .helpfulness: "scores.a.b"])
        #expect(literal.scores == [Scores(safety: 0.3, helpfulness: 0.2), Scores(safety: 0.6, helpfulness: 0.4)])
        let nested = try load(
            try folder.write("y.jsonl", #"{"prompt": "p", "response": "r", "s": {"t": {"u": 2}, "v": 3}}"#),
            fields: [.safety: "s.t.u", .helpfulness: "s.v"]
        )
        #expect(nested.scores == [Scores(safety: 2, helpfulness: 3)])
    }

    /// A round may begin with any number of lines that are no rows, in the very block in which its rows begin.
    @Test(arguments: ["", "x", "{}", "[1]"]) func `fields behind many broken lines are found`(_ line: String) throws {
        let folder = try TestFolder()
        let text = String(repeating: line + "\n", count: 3000) + jsonRow() + "\n"
        let round = try load(try folder.write("x.jsonl", text))
        #expect(round.columns.count == 1)
        #expect(round.report.invalidRows.count == (line.isEmpty ? 0 : 3000))
    }

    @Test func `fields of later rows count too`() throws {
        let folder = try TestFolder()
        let bare = #"{"prompt": "p", "response": "r", "safety": 1}"#
        let round = try load(try folder.write("x.jsonl", "\(bare)\n\(jsonRow())\n"))
        #expect(round.refused == [Refused(line: 1, reason: .missing(.helpfulness))])
        #expect(round.columns.count == 1)
    }

    @Test func `no field is said with what there is`() throws {
        let folder = try TestFolder()
        let path = try folder.write(
            "x.jsonl",
            #"{"prompt": "p", "response": "r", "scores": {"safe": 1}, "helpful": 2}"#
        )
        let names = ["prompt", "response", "scores", "scores.safe", "helpful"]
        let error = RoundFilesError.fieldNotFound(shard: path, role: .safety, names: names)
        #expect(throws: error) { try load(path) }
        #expect(error.exitStatus == 65)
        #expect(error.message.contains("safety_score, safety, harmlessness, harmlessness_score"))
        #expect(error.message.contains("scores.safe"))
        #expect(error.message.contains("--field safety="))
        #expect(throws: RoundFilesError.namedFieldNotFound(shard: path, role: .safety, path: "scores.x", names: names))
        {
            try load(path, fields: [.safety: "scores.x"])
        }
    }

    @Test(arguments: [
        (FieldRole.prompt, "prompt", "input"), (.helpfulness, "reward", "helpfulness"),
        (.style, "attack_style", "style"),
        (.response, "Answer", "Output"),
    ])
    func `two that fit are named`(_ role: FieldRole, _ one: String, _ other: String) throws {
        let folder = try TestFolder()
        let header = ["prompt", "response", "safety", "helpfulness"].filter { role.rawValue != $0 } + [one, other]
        let row = header.map { _ in "1" }.joined(separator: ",")
        let path = try folder.write("x.csv", "\(header.joined(separator: ","))\n\(row)\n")
        let error = RoundFilesError.fieldAmbiguous(shard: path, role: role, candidates: [one, other])
        #expect(throws: error) { try load(path) }
        #expect(error.message.contains("--field \(role.rawValue)=\(one)"))
        #expect(try load(path, fields: [role: other]).report.fields.paths[role] == other)
    }

    @Test func `column named twice is said`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.csv", "prompt,response,safety,helpfulness,safety,x,x\n1,1,1,1,1,1,1\n")
        #expect(throws: RoundFilesError.columnTwice(shard: path, role: .safety, name: "safety")) { try load(path) }
    }
}
