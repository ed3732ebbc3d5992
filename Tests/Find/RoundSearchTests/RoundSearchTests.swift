import Basics
import Foundation
import RoundFiles
import RoundModel
import TestSupport
import Testing

@testable import RoundSearch

@Suite struct RoundSearchTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var pattern: String
        var isRegex = false
        /// The row that is looked at, as it stands in the file.
        var row: String
        var isFound: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "in the prompt", pattern: "door", row: row("a door", ""), isFound: true),
        Case(name: "in the response", pattern: "door", row: row("", "a door"), isFound: true),
        Case(name: "across both", pattern: "ab", row: row("a", "b"), isFound: false),
        Case(name: "in another field", pattern: "door", row: row("", "", more: #","id":"door""#), isFound: false),
        Case(name: "a name of a field", pattern: "prompt", row: row("", ""), isFound: false),
        Case(name: "the syntax", pattern: "\":\"", row: row("", ""), isFound: false),
        Case(name: "escaped letter", pattern: "café", row: row(#"caf\u00e9"#, ""), isFound: true),
        Case(name: "escaped in upper case", pattern: "café", row: row(#"CAF\u00C9"#, ""), isFound: true),
        Case(name: "an ASCII letter escaped", pattern: "door", row: row(#"d\u006For"#, ""), isFound: true),
        Case(name: "all of it escaped", pattern: "ab", row: row(#"\u0061\u0042"#, ""), isFound: true),
        Case(name: "a pair escaped", pattern: "🙂", row: row(#"\uD83D\uDE42"#, ""), isFound: true),
        Case(name: "half a pair is no whole", pattern: "🙂", row: row(#"\uD83D \uDE42"#, ""), isFound: false),
        Case(name: "a backslash and no escape", pattern: "a", row: row(#"\\u0061"#, ""), isFound: false),
        Case(name: "across a line end", pattern: "a\nb", row: row(#"a\nb"#, ""), isFound: true),
        Case(name: "a slash escaped", pattern: "a/b", row: row(#"a\/b"#, ""), isFound: true),
        Case(name: "a quote", pattern: "say \"no\"", row: row(#"say \"no\""#, ""), isFound: true),
        Case(name: "behind a NUL", pattern: "door", row: row(#"\u0000door"#, ""), isFound: true),
        Case(name: "behind half a pair", pattern: "door", row: row(#"\ud83ddoor"#, ""), isFound: true),
        Case(name: "smart case, lower", pattern: "door", row: row("DOOR", ""), isFound: true),
        Case(name: "smart case, upper", pattern: "Door", row: row("door", ""), isFound: false),
        Case(name: "Cyrillic", pattern: "жук", row: row("ЖУК", ""), isFound: true),
        Case(name: "Greek with a final sigma", pattern: "σας", row: row("ΣΑΣ", ""), isFound: true),
        Case(name: "Kelvin sign", pattern: "kelvin", row: row("\u{212A}elvin", ""), isFound: true),
        Case(name: "long s escaped", pattern: "ask", row: row(#"a\u017fk"#, ""), isFound: true),
        Case(name: "canonically equal is not equal", pattern: "é", row: row("e\u{301}", ""), isFound: false),
        Case(name: "regex", pattern: "d[aeo]+r", isRegex: true, row: row("a DOOR", ""), isFound: true),
        Case(name: "regex class in upper case", pattern: #"do\Sr"#, isRegex: true, row: row("DOOR", ""), isFound: true),
        Case(
            name: "regex on escaped letter",
            pattern: "caf[éè]s?$",
            isRegex: true,
            row: row(#"caf\u00e9"#, ""),
            isFound: true
        ),
        Case(name: "regex at a line", pattern: "^sure", isRegex: true, row: row(#"Well.\nSure"#, ""), isFound: true),
        Case(
            name: "regex at the text's start",
            pattern: #"\Asure"#,
            isRegex: true,
            row: row(#"Well.\nSure"#, ""),
            isFound: false
        ),
        Case(
            name: "regex dot ends with the line",
            pattern: "a.b",
            isRegex: true,
            row: row(#"a\nb"#, ""),
            isFound: false
        ),
        Case(name: "regex of nothing", pattern: "x*", isRegex: true, row: row("", ""), isFound: true),
        Case(name: "regex over half a pair", pattern: "a.b", isRegex: true, row: row(#"a\ud83db"#, ""), isFound: true),
    ]

    @Test(arguments: cases) func `looks at decoded prompts and responses alone`(_ test: Case) throws {
        let folder = try TestFolder()
        let round = try loadRound([folder.write(row("x y", "z") + test.row + row("x y", "z"), to: "round.jsonl")])
        let found = try RoundSearch.find(TextPattern(test.pattern, isRegex: test.isRegex), in: round)
        #expect(found.hits.contains(1) == test.isFound)
    }

    @Test func `delimited text is searched as it reads`() throws {
        let folder = try TestFolder()
        let file = #"""
            prompt,response,safety,helpfulness,note
            "say ""no""",b,0.1,0.2,door
            "a
            door",b,0.1,0.2,
            DOOR,c,0.1,0.2,
            """#
        let round = try loadRound([folder.write(file, to: "round.csv")])
        #expect(try RoundSearch.find(TextPattern(#"say "no""#), in: round).hits.items == [0])
        #expect(try RoundSearch.find(TextPattern("a\ndoor"), in: round).hits.items == [1])
        #expect(try RoundSearch.find(TextPattern("door"), in: round).hits.items == [1, 2])
    }

    @Test func `a compressed shard is searched like a plain one`() throws {
        let folder = try TestFolder()
        let plain = try folder.write(row("a", "b") + row("door", ""), to: "one.jsonl")
        let other = try folder.write(row("door", "b") + row("c", ""), to: "two.jsonl")
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", other]
        try gzip.run()
        gzip.waitUntilExit()
        let round = try loadRound([plain, other + ".gz"])
        #expect(try RoundSearch.find(TextPattern("door"), in: round).hits.items == [1, 2])
    }

    @Test(arguments: ["door", "o"]) func `starts where it is told and goes round`(_ pattern: String) throws {
        let folder = try TestFolder()
        let file = (0..<50).map { row("door", "\($0)") }.joined()
        let round = try loadRound([folder.write(file, to: "round.jsonl")], blockSize: 500)
        let order = Recorder<[Int]>()
        let found = try RoundSearch.find(
            TextPattern(pattern),
            in: round,
            startingAt: 33,
            settings: .tiny()
        ) { order.append($0.hits.items) }
        #expect(found.count == 50)
        var seen: [Int] = []
        for items in order.all { seen += items.filter { !seen.contains($0) } }
        #expect(seen == Array(33..<50) + Array(0..<32), "the last one comes with the whole")
    }

    @Test func `the first hit is shown at once, and later ones not each by itself`() throws {
        let folder = try TestFolder()
        let file = (0..<50).map { row($0 < 20 ? "wall" : "door", "") }.joined()
        let round = try loadRound([folder.write(file, to: "round.jsonl")])
        var settings = SearchSettings.tiny()
        settings.snapshotInterval = .seconds(1000)
        let snapshots = Recorder<SearchSnapshot>()
        let found = try RoundSearch.find(TextPattern("door"), in: round, settings: settings) { snapshots.append($0) }
        #expect(snapshots.all.map(\.hits.items) == [[20]])
        #expect(snapshots.all.first?.scannedItems == 21)
        #expect(snapshots.all.first.map { !$0.isComplete && $0.fraction > 0.3 && $0.fraction < 0.5 } == true)
        #expect(found.hits.items == Array(20..<50))
        #expect(found.fraction == 1 && found.isComplete)
    }

    @Test(arguments: ["door", "nowhere", "/"]) func `progress is told where nothing is found, too`(_ pattern: String)
        throws
    {
        let folder = try TestFolder()
        let file = (0..<50).map { row("door", "\($0)") }.joined()
        let round = try loadRound([folder.write(file, to: "round.jsonl")], blockSize: 300)
        let snapshots = Recorder<SearchSnapshot>()
        _ = try RoundSearch.find(TextPattern(pattern), in: round, settings: .tiny(workers: 3)) { snapshots.append($0) }
        #expect(snapshots.all.count == 49)
        for (one, next) in zip(snapshots.all, snapshots.all.dropFirst()) {
            #expect(one.scannedItems < next.scannedItems && one.fraction <= next.fraction && one.count <= next.count)
        }
    }

    @Test(arguments: ["door", "/"]) func `a search that is cancelled ends with that`(_ pattern: String) throws {
        let folder = try TestFolder()
        let file = (0..<1000).map { row("door/", "\($0)") }.joined()
        let round = try loadRound([folder.write(file, to: "round.jsonl")])
        let cancellation = Cancellation()
        let last = Recorder<Int>()
        #expect(throws: RoundFilesError.cancelled) {
            try RoundSearch.find(
                TextPattern(pattern),
                in: round,
                settings: .tiny(workers: 2),
                cancellation: cancellation
            ) {
                last.append($0.scannedItems)
                cancellation.cancel()
            }
        }
        #expect((last.all.last ?? 1000) < 10)
        #expect(throws: RoundFilesError.cancelled) {
            try RoundSearch.find(TextPattern(pattern), in: round, cancellation: cancellation)
        }
    }

    @Test func `patterns that make other engines explode take time linear in the text`() throws {
        let folder = try TestFolder()
        let text = String(repeating: "a", count: 50_000)
        let round = try loadRound([folder.write(row(text, text + "!"), to: "round.jsonl")])
        for pattern in [
            "(a*)*b", "(a|aa)+$x", "(.*)*(.*)*x", "a?a?a?a?a?a?a?a?aaaaaaaab", "(a|b|ab)*c", "[ab]*a[ab]{12}x",
        ] {
            #expect(try RoundSearch.find(TextPattern(pattern, isRegex: true), in: round).count == 0)
        }
    }
}
