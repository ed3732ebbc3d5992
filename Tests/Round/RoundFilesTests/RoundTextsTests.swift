import Foundation
import RoundModel
import Synchronization
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct RoundTextsTests {
    @Test func `texts are decoded and the rest is as written`() throws {
        let folder = try TestFolder()
        let row =
            #"{"id": 7, "prompt": "a\n\"b\" \u00e9\ud83d\ude00", "meta": {"x": [1, {"y": 2}], "deep": {"z": "\t"}, "none": {}},"#
            + #" "response": "\ud83d!", "safety": 0.50, "helpfulness": "1", "style": "plain", "parent": "p"}"#
        let path = try folder.write("x.jsonl", "\n\(row)\n")
        let text = try load(path).text(0)
        #expect(text.prompt == Array("a\n\"b\" é😀".utf8))
        #expect(text.response == [0xED, 0xA0, 0xBD, 0x21])
        #expect(text.file == path)
        #expect(text.line == 2)
        let fields = text.fields.map { field in
            "\(String(decoding: field.name, as: UTF8.self))=\(String(decoding: field.value, as: UTF8.self))"
                + (field.role.map { " (\($0.rawValue))" } ?? "")
        }
        #expect(
            fields == [
                "id=7 (id)", #"meta.x=[1, {"y": 2}]"#, "meta.deep.z=\t", "meta.none={}", "safety=0.50 (safety)",
                "helpfulness=1 (helpfulness)", "style=plain (style)", "parent=p (parent)",
            ]
        )
    }

    @Test func `every item knows its line and bytes`() throws {
        let folder = try TestFolder()
        let rows = (0..<300).map { jsonRow("\($0)", extra: #", "pad": "\#(String(repeating: "x", count: $0 % 90))""#) }
        let round = try load(
            try folder.write("x.jsonl", rows.map { $0 + "\n" }.joined(separator: "\n")),
            settings: .tiny()
        )
        for item in 0..<300 {
            #expect(try round.text(item).line == 2 * item + 1)
            #expect(try round.texts.rowBytes(at: round.columns.place(ofKnown: item)) == Array(rows[item].utf8))
        }
    }

    @Test func `invalid row shows its beginning`() throws {
        let folder = try TestFolder()
        let round = try load(try folder.write("x.jsonl", jsonRow() + "\nno row at all\n"))
        let row = try #require(round.report.invalidRows.first)
        #expect(try round.texts.invalidRowText(row, limit: 6) == Array("no row".utf8))
        #expect(try round.texts.invalidRowText(row, limit: 600) == Array("no row at all".utf8))
    }

    @Test func `digest is that of the bytes on disk`() throws {
        let folder = try TestFolder()
        let row = jsonRow() + "\n"
        let plain = try folder.write("a.jsonl", row)
        let packed = try folder.write("b.jsonl.gz", try folder.filter(Array(row.utf8), through: ["gzip", "-n"]))
        let together =
            try Data(contentsOf: URL(fileURLWithPath: plain)) + Data(contentsOf: URL(fileURLWithPath: packed))
        let expected = try folder.filter(Array(together), through: ["sha256sum"])
        #expect(try load(plain, packed).texts.sourceDigest() == String(decoding: expected.prefix(64), as: UTF8.self))
    }

    struct ChangeCase: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var change: RoundFilesError.Change
        var readFails: Bool
        var apply: @Sendable (String) throws -> Void
    }

    static let changes: [ChangeCase] = [
        ChangeCase(testDescription: "removed", change: .vanished, readFails: false) {
            try FileManager.default.removeItem(atPath: $0)
        },
        ChangeCase(testDescription: "cut", change: .shrunk, readFails: true) { truncate($0, 10) },
        ChangeCase(testDescription: "grown", change: .written, readFails: false) {
            let handle = try #require(FileHandle(forWritingAtPath: $0))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("\n".utf8))
        },
        ChangeCase(testDescription: "replaced", change: .replaced, readFails: false) {
            try Data("x".utf8).write(to: URL(fileURLWithPath: $0 + ".new"))
            rename($0 + ".new", $0)
        },
    ]

    @Test(arguments: changes) func `changed file is said`(_ test: ChangeCase) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", (0..<50).map { jsonRow("\($0)") }.joined(separator: "\n"))
        let round = try load(path)
        try round.texts.checkUnchanged()
        try test.apply(path)
        #expect(throws: RoundFilesError.changed(path: path, change: test.change)) { try round.texts.checkUnchanged() }
        if test.readFails {
            #expect(throws: RoundFilesError.changed(path: path, change: .shrunk)) { try round.text(40) }
            let reader = round.texts.makeRowReader()
            #expect(throws: RoundFilesError.changed(path: path, change: .shrunk)) {
                try reader.open(round.columns.blocks[0])
            }
        } else {
            #expect(try round.text(40).prompt == Array("how".utf8))
        }
    }

    /// What happens to the file between its first rows and its last.
    @Test(arguments: changes) func `a file that changes while it is read is said`(_ test: ChangeCase) throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", (0..<2000).map { jsonRow("\($0)") }.joined(separator: "\n"))
        let hasChanged = Mutex(false)
        #expect(throws: RoundFilesError.changed(path: path, change: test.change)) {
            try RoundLoader.load(RoundRequest(paths: [path]), settings: .tiny(workers: 1)) { _ in
                hasChanged.withLock { hasChanged in
                    if !hasChanged { try? test.apply(path) }
                    hasChanged = true
                }
            }
        }
    }

    @Test func `row that reads otherwise is said`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", jsonRow())
        let round = try load(path)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data("oops".utf8))
        #expect(throws: RoundFilesError.changed(path: path, change: .written)) { try round.text(0) }
    }

    @Test func `many shards need not stay open`() throws {
        let folder = try TestFolder()
        for index in 0..<20 { try folder.write("s\(index).jsonl", jsonRow("\(index)")) }
        var settings = LoadSettings()
        settings.openFiles = 5
        let round = try load(folder.path, settings: settings)
        #expect(round.scores.map(\.safety) == (0..<20).map(Double.init))
        for item in 0..<20 { #expect(try round.text(item).prompt == Array("how".utf8)) }
        try FileManager.default.removeItem(atPath: "\(folder.path)/s3.jsonl")
        #expect(throws: RoundFilesError.changed(path: "\(folder.path)/s3.jsonl", change: .vanished)) {
            try round.text(3)
        }
    }
}
