import RoundFiles
import RoundModel
import TestSupport
import Testing

@Suite struct FirstFieldsTests {
    private static let row = #"{"prompt":"p","response":"r","scores":{"a.b":0.1,"h":0.5},"category":"c"}"#
    private static let named: [FieldRole: String] = [.safety: "scores.a.b", .helpfulness: "scores.h"]

    @Test func `fields are told by the keys of the objects around them`() throws {
        let folder = try TestFolder()
        let paths = [try folder.write(Self.row, to: "1.jsonl"), try folder.write("", to: "2.jsonl")]
        let found = try FirstFields(RoundRequest(paths: paths, fields: Self.named))
        #expect(found.files == zip(paths, [Self.row.utf8.count, 0]).map { .init(path: $0, bytes: $1) })
        #expect(found.keys[.safety] == ["scores", "a.b"])
        #expect(found.keys[.helpfulness] == ["scores", "h"])
        #expect(found.keys[.category] == ["category"])
        #expect(found.lowerIsBetter == [])
    }

    @Test func `a later file may lack a field that nobody needs, but not call one otherwise`() throws {
        let folder = try TestFolder()
        let first = try folder.write(Self.row, to: "1.jsonl")
        let without = try folder.write(Self.row.replacing(#","category":"c""#, with: ""), to: "2.jsonl")
        let found = try FirstFields(RoundRequest(paths: [first, without], fields: Self.named))
        #expect(found.keys[.category] == ["category"])
        let other = try folder.write(Self.row.replacing("prompt", with: "question"), to: "3.jsonl")
        #expect(throws: FirstFields.Problem.different(.prompt, path: other)) {
            try FirstFields(RoundRequest(paths: [first, other], fields: Self.named))
        }
    }

    @Test func `what a cluster cannot read is refused`() throws {
        let folder = try TestFolder()
        let table = try folder.write("prompt,response,safety,helpfulness\na,b,0.1,0.2\n", to: "1.csv")
        #expect(throws: FirstFields.Problem.noJSONLines(path: table)) { try FirstFields(RoundRequest(paths: [table])) }
        let chat = try folder.write(
            #"{"messages":[{"role":"user","content":"p"},{"role":"assistant","content":"r"}],"safety":0.1,"reward":1}"#,
            to: "2.jsonl"
        )
        #expect(throws: FirstFields.Problem.listed(.prompt, path: "messages.user.-1.content")) {
            try FirstFields(RoundRequest(paths: [chat]))
        }
        let empty = try folder.write("", to: "3.jsonl")
        #expect(throws: FirstFields.Problem.files(.empty(path: "3.jsonl"))) {
            try FirstFields(RoundRequest(paths: [empty]))
        }
    }

    @Test func `a folder with a grid is no round`() throws {
        let folder = try TestFolder()
        try folder.write("{}", to: "grid.json")
        try folder.write(Self.row, to: "sample.jsonl")
        #expect(throws: RoundFilesError.grid(folder: folder.path)) {
            try RoundLoader.load(RoundRequest(paths: [folder.path], fields: Self.named))
        }
    }
}
