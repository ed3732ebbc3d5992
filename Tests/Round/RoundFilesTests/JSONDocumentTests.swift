import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// JSON that is no JSON Lines: said with the place of the rows and the command that makes lines of them.
@Suite struct JSONDocumentTests {
    private static let row = #"{"prompt": "p", "response": "r", "safety": 1, "helpfulness": 1}"#
    private static let pretty = row.replacing(", ", with: ",\n  ").replacing("{", with: "{\n  ")

    private static func keys(_ path: String) -> [[UInt8]] { path.split(separator: "/").map { Array($0.utf8) } }

    @Test(arguments: [
        ("x.json", "{\n \"data\": [\n  \(row),\n  \(row)\n ]\n}", "data"),
        (
            "x.json", "{\"version\": 3, \"results\": {\n\"prompts\": [{\"raw\": \"p\"}],\n\"results\": [\(pretty)]}}",
            "results/results"
        ),
        ("x.jsonl", "{\"tags\": [{\"a\": 1}, {\"a\": 2}], \"a b\": [\(row)]}\n", "a b"),
        ("x.json", "{\"rows\": [{\"q\": 1}]}", "rows"),
        ("x.jsonl", "{\n\"meta\": [1, 2],\n\"rows\": [\n" + String(repeating: row + ",\n", count: 3000), "rows"),
    ])
    func `the array that holds the rows is named`(name: String, text: String, path: String) throws {
        let folder = try TestFolder()
        let file = try folder.write(name, text)
        let error = RoundFilesError.rowsInArray(path: file, keys: Self.keys(path))
        #expect(throws: error) { try load(file) }
        #expect(error.exitStatus == 65)
    }

    @Test(arguments: ["\(pretty)\n\(pretty)\n", pretty, "\n\(pretty)\n\n"])
    func `rows over several lines each are said`(text: String) throws {
        let folder = try TestFolder()
        let file = try folder.write("x.jsonl", text)
        #expect(throws: RoundFilesError.rowsOverLines(path: file)) { try load(file) }
    }

    @Test(arguments: ["[\n\(row),\n\(row)\n]", "[\(row), \(row)]\n", "[\n  \(pretty)\n]"])
    func `an array is said whatever the file is called`(text: String) throws {
        let folder = try TestFolder()
        for name in ["x.json", "x.jsonl"] {
            let file = try folder.write(name, text)
            #expect(throws: RoundFilesError.jsonArray(path: file)) { try load(file) }
        }
    }

    /// Lines stay lines: one that is cut short, or laid out by hand, is an invalid row and no other kind of file.
    @Test(arguments: [
        "{\"prompt\": \"p\",\n\(row)\n", "{\"a\": [\n\(row)\n\(row)\n", "\(pretty)\n\(row)\n", "[1]\n\(row)\n",
        "{\n\(row)\n",
    ])
    func `a broken line among rows is an invalid row`(text: String) throws {
        let folder = try TestFolder()
        #expect(try load(try folder.write("x.jsonl", text)).columns.count > 0)
    }

    @Test(arguments: [
        ("a b/it's.json", nil, "jq -c '.data[]' 'a b/it'\\''s.json' > 'a b/it'\\''s.jsonl'"),
        ("-x.json.gz", "gzip", "gzip -dc ./-x.json.gz | jq -c '.data[]' > ./-x.jsonl"),
        ("x.jsonl", nil, "jq -c '.data[]' x.jsonl > x.rows.jsonl"),
        ("x.zst", "zstd", "zstd -dc x.zst | jq -c '.data[]' > x.jsonl"),
        ("- x.ndjson.XZ", "xz", "xz -dc './- x.ndjson.XZ' | jq -c '.data[]' > './- x.rows.jsonl'"),
        ("x", "bzip2", "bzip2 -dc x | jq -c '.data[]' > x.jsonl"),
        ("standard input", nil, "… | jq -c '.data[]' | redsieve -"),
        ("standard input", "xz", "… | xz -dc | jq -c '.data[]' | redsieve -"),
    ])
    func `the command is right for the file`(path: String, archive: String?, command: String) {
        let error = RoundFilesError.rowsInArray(path: path, keys: Self.keys("data"), within: archive)
        #expect(error.message.hasSuffix(command))
    }

    @Test(arguments: [
        ("data", ".data"), ("a b", ".\"a b\""), ("a/b", ".a.b"), ("1a", ".\"1a\""), ("a\"b", ".\"a\\\"b\""), ("", ""),
    ])
    func `the path is one of jq's`(keys: String, path: String) {
        #expect(JQCommand.path(Self.keys(keys)) == path)
    }
}
