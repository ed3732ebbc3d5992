import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct ShardListTests {
    @Test func `folder gives its rounds in natural order`() throws {
        let folder = try TestFolder()
        for name in [
            "shard-10.jsonl", "shard-2.jsonl", "shard-1.JSONL", "a.csv", "b.tsv.gz", "c.ndjson.zst", "notes.txt",
            ".hidden.jsonl",
            "manifest.json", "invalid.jsonl", "README.md", "d.parquet", "jsonl",
        ] { try folder.write(name, "") }
        _ = try folder.makeFolder("inner.jsonl")
        let list = try ShardList(paths: [folder.path + "/"])
        #expect(
            list.entries.map { RoundFileName.last(of: $0.name) } == [
                "a.csv", "b.tsv.gz", "c.ndjson.zst", "d.parquet", "shard-1.JSONL", "shard-2.jsonl", "shard-10.jsonl",
            ]
        )
        #expect(list.name == RoundFileName.last(of: folder.path))
        #expect(
            list.notes == [
                "\(folder.path)/: left out the folder inner.jsonl; .hidden.jsonl, README.md, invalid.jsonl, jsonl, manifest.json and 1 more"
            ]
        )
    }

    @Test(arguments: [
        (["a2", "a10", "a1"], ["a1", "a2", "a10"]), (["a10b2", "a10b10", "a9z"], ["a9z", "a10b2", "a10b10"]),
        (["a007", "a7", "a08"], ["a007", "a7", "a08"]), (["b", "a", ""], ["", "a", "b"]),
        (
            ["x99999999999999999999999", "x100000000000000000000000"],
            ["x99999999999999999999999", "x100000000000000000000000"]
        ),
    ])
    func `natural order`(_ names: [String], _ sorted: [String]) {
        let bytes = names.map { Array($0.utf8) }
        #expect(bytes.sorted(by: NaturalOrder.precedes) == sorted.map { Array($0.utf8) })
    }

    @Test func `several paths are one round in their order`() throws {
        let folder = try TestFolder()
        let b = try folder.write("b.jsonl", jsonRow("1") + "\n" + jsonRow("2"))
        let a = try folder.write("a.csv", "safety,helpfulness,prompt,response\n3,0,p,r\nx,0,p,r\n")
        let c = try folder.write("c.jsonl", "oops\n" + jsonRow("4"))
        let round = try load(b, a, c, settings: .tiny())
        #expect(round.scores.map(\.safety) == [1, 2, 3, 4])
        #expect(round.report.name == "b.jsonl and 2 more")
        #expect(round.report.shards == [b, a, c])
        #expect(round.report.invalidRows.map { "\($0.place.shard):\($0.line)" } == ["1:3", "2:1"])
        #expect(try (0..<4).map { try round.text($0).file } == [b, b, a, c])
        #expect(try (0..<4).map { try round.text($0).line } == [1, 2, 2, 2])
        let bytes = try [a, b, c].reduce(0) { try $0 + Data(contentsOf: URL(fileURLWithPath: $1)).count }
        #expect(round.report.bytes == bytes)
        #expect(round.progress == LoadProgress(bytesRead: bytes, bytesTotal: bytes, isComplete: true))
    }

    /// By whatever names: a file that is named twice would be counted twice.
    @Test func `same file named twice is refused`() throws {
        let folder = try TestFolder()
        let path = try folder.write("shards/a.jsonl", jsonRow())
        let shards = folder("shards")
        try #require(symlink(path, folder("soft.jsonl")) == 0)
        try #require(link(path, folder("hard.jsonl")) == 0)
        try #require(symlink(shards, folder("soft")) == 0)
        try #require(mkfifo(folder("pipe"), 0o600) == 0)
        let pairs = [
            (path, path), (path, "\(shards)/./a.jsonl"), (path, folder("soft.jsonl")), (folder("hard.jsonl"), path),
            (shards, path), (path, shards), (shards, shards), (shards, "\(shards)/"), (shards, folder("soft")),
            (folder("pipe"), folder("pipe")),
        ]
        for (first, second) in pairs {
            do {
                _ = try load(first, second)
                Issue.record("\(first) and \(second) were counted")
            } catch {
                guard case .sameFileTwice = error else { throw error }
                #expect(error.exitStatus == 64)
                #expect(error.message.contains("counted twice"))
            }
        }
    }

    @Test func `links in a folder are counted once`() throws {
        let folder = try TestFolder()
        let path = try folder.write("a.jsonl", jsonRow("1"))
        try folder.write("b.jsonl", jsonRow("2"))
        try #require(symlink("a.jsonl", folder("c.jsonl")) == 0)
        try #require(link(path, folder("d.jsonl")) == 0)
        let round = try load(folder.path)
        #expect(round.scores.map(\.safety) == [1, 2])
        #expect(
            round.report.notes
                == ["c", "d"].map {
                    "\(folder.path)/\($0).jsonl is the same file as \(path): its rows are counted once"
                }
        )
    }

    /// Settings, statistics and whatever else ends in `.json`.
    @Test(arguments: [
        "{\n  \"a\": 1\n}\n", "[1, 2]", #"{"lr": 0.1, "steps": 5}"#, "<!DOCTYPE html>", "PK\u{3}\u{4}", "null\n",
    ]) func `foreign JSON in a folder is left out`(_ text: String) throws {
        let folder = try TestFolder()
        try folder.write("a.jsonl", jsonRow("1"))
        let foreign = try folder.write("b.json", text)
        try folder.write("c.json", jsonRow("2") + "\nbad")
        for settings in [LoadSettings(), .tiny()] {
            let round = try load(folder.path, settings: settings)
            #expect(round.scores.map(\.safety) == [1, 2])
            #expect(round.report.shards.map(RoundFileName.last) == ["a.jsonl", "c.json"])
            #expect(try round.text(1).file == folder("c.json"))
            #expect(round.report.invalidRows.map { round.report.shards[$0.place.shard] } == [folder("c.json")])
            #expect(round.report.notes.count == 1)
            #expect(round.report.notes.first?.hasPrefix("left out \(foreign): ") == true)
        }
        // Named, it is what the round is to be made of.
        let named = Result { try load(folder("a.jsonl"), foreign) }
        if case .success(let round) = named {
            #expect(!round.report.invalidRows.isEmpty)
            #expect(round.report.notes.isEmpty)
        }
        unlink(folder("a.jsonl"))
        unlink(folder("c.json"))
        #expect(throws: RoundFilesError.self) { try load(folder.path) }
    }

    @Test func `pipes and sockets in a folder are left out`() throws {
        let folder = try TestFolder()
        try folder.write("a.jsonl", jsonRow("1"))
        try #require(mkfifo(folder("b.jsonl"), 0o600) == 0)
        let round = try load(folder.path)
        #expect(round.columns.count == 1)
        #expect(round.report.notes == ["\(folder.path): left out the pipe b.jsonl"])
    }

    #if os(Linux)
    @Test func `names need not be UTF8`() throws {
        let folder = try TestFolder()
        let name: [UInt8] = Array("caf".utf8) + [0xE9] + Array(".jsonl".utf8)
        let inner = FilePath(folder.path).file([0xFF])
        try #require(inner.withCString { mkdir($0, 0o700) } == 0)
        let path = inner.file(name)
        let row = try folder.write("row", jsonRow("3"))
        try #require(row.withCString { from in path.withCString { link(from, $0) } } == 0)
        for text in [PathText.text(path.bytes), PathText.text(inner.bytes)] {
            let round = try load(text)
            #expect(round.scores.map(\.safety) == [3])
            #expect(round.report.shards == [#"\#(folder.path)/\xFF/caf\xE9.jsonl"#])
            #expect(try round.text(0).file == #"\#(folder.path)/\xFF/caf\xE9.jsonl"#)
            #expect(round.report.name == (text.hasSuffix(".jsonl") ? #"caf\xE9.jsonl"# : #"\xFF"#))
            try round.texts.checkUnchanged()
        }
    }
    #endif

    @Test func `shard without rows is no error`() throws {
        let folder = try TestFolder()
        try folder.write("a.jsonl", "")
        try folder.write("b.jsonl", jsonRow())
        try folder.write("c.csv", "prompt,response,safety,helpfulness\n")
        #expect(try load(folder.path).columns.count == 1)
    }

    @Test func `shard that lacks a field is named`() throws {
        let folder = try TestFolder()
        let good = try folder.write("a.jsonl", jsonRow())
        let bad = try folder.write("b.csv", "prompt,response,safety\np,r,1\n")
        #expect(
            throws: RoundFilesError.fieldNotFound(
                shard: bad,
                role: .helpfulness,
                names: ["prompt", "response", "safety"]
            )
        ) { try load(good, bad) }
    }

    struct BadPath: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var status: Int32
        var make: @Sendable (TestFolder) throws -> (path: String, error: RoundFilesError)
    }

    static let badPaths: [BadPath] = [
        BadPath(testDescription: "no such file", status: 66) { folder in
            ("\(folder.path)/none", .noSuchInput(path: "\(folder.path)/none"))
        },
        BadPath(testDescription: "below a file", status: 66) { folder in
            let path = try folder.write("a.jsonl", "") + "/b"
            return (path, .noSuchInput(path: path))
        },
        BadPath(testDescription: "folder without rounds", status: 66) { folder in
            try folder.write("x.txt", "x")
            return (folder.path, .noRounds(folder: folder.path))
        },
        BadPath(testDescription: "folder with a round's name", status: 66) { folder in
            let path = try folder.makeFolder("x.jsonl")
            return (path, .noRounds(folder: path))
        },
        BadPath(testDescription: "a device", status: 66) { _ in ("/dev/zero", .notAFile(path: "/dev/zero")) },
        BadPath(testDescription: "empty file", status: 65) { folder in
            (try folder.write("x.jsonl", ""), .empty(path: "x.jsonl"))
        },
        BadPath(testDescription: "blank lines only", status: 65) { folder in
            (try folder.write("x.jsonl", "\n \n\n"), .empty(path: "x.jsonl"))
        },
        BadPath(testDescription: "byte order mark only", status: 65) { folder in
            (try folder.write("x.jsonl", [0xEF, 0xBB, 0xBF]), .empty(path: "x.jsonl"))
        },
        BadPath(testDescription: "no valid row", status: 65) { folder in
            let path = try folder.write("x.jsonl", "a\n\nb\n{}\nc\n" + jsonRow("null"))
            let first = [(1, InvalidRow.Reason.notJSON(column: 1)), (3, .notJSON(column: 1)), (4, .missing(.prompt))]
                .map {
                    RoundFilesError.Sample(file: path, line: $0.0, reason: $0.1)
                }
            return (path, .noValidRow(name: "x.jsonl", rows: 5, first: first))
        },
        BadPath(testDescription: "one array", status: 65) { folder in
            let path = try folder.write("x.json", "[\n\(jsonRow())\n]")
            return (path, .jsonArray(path: path))
        },
        BadPath(testDescription: "UTF-16", status: 65) { folder in
            let path = try folder.write("x.jsonl", [0xFF, 0xFE, 0x7B, 0])
            return (path, .encoding(path: path, found: "UTF-16LE"))
        },
        BadPath(testDescription: "nothing", status: 64) { _ in ("", .nothingGiven) },
    ]

    @Test(arguments: badPaths) func `bad path is one clear line`(_ test: BadPath) throws {
        let folder = try TestFolder()
        let (path, error) = try test.make(folder)
        #expect(throws: error) {
            try RoundLoader.load(RoundRequest(paths: path.isEmpty ? [] : [path]))
        }
        #expect(error.exitStatus == test.status)
        #expect(!error.message.contains("\n"))
        #expect(path.isEmpty || error.message.hasPrefix(path) || error.message.hasPrefix(RoundFileName.last(of: path)))
    }

    @Test func `file that may not be read is said`() throws {
        // Whoever may read everything cannot be shown this.
        if getuid() == 0 { return }
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", jsonRow())
        chmod(path, 0)
        #expect(throws: RoundFilesError.unreadable(path: path, reason: "Permission denied")) { try load(path) }
    }
}
