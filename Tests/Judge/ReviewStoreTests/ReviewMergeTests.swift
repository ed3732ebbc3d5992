import Foundation
import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

struct ReviewMergeTests {
    private static func fill(_ path: String, _ entries: [JournalEntry], seed: UInt64 = 5) throws {
        try ReviewStore.open([ReviewLocation(path: path)], seed: seed).append(entries)
    }

    private static func entries(_ path: String) throws -> [JournalEntry] {
        try ReviewStore.read(ReviewLocation(path: path)).entries(after: 0).map(\.entry)
    }

    private static func entry(_ writer: UInt64, _ turn: Int, time: Int) -> JournalEntry {
        var entry = RandomEntries.verdicts(turn, writer: writer)
        entry.time = time
        return entry
    }

    @Test func `every entry is there once in the order of its review`() throws {
        let folder = try TestFolder()
        // A clock that jumps back does not turn the entries of one review round.
        let common = Self.entry(1, 2, time: 5)
        let one = [Self.entry(1, 1, time: 10), common, Self.entry(1, 3, time: 30)]
        let other = [Self.entry(2, 1, time: 1), common, Self.entry(2, 2, time: 20)]
        try Self.fill(folder("a"), one)
        try Self.fill(folder("b"), other)
        let result = try ReviewMerge.join([folder("a"), folder("b")], into: folder("out"))
        let joined = try Self.entries(folder("out"))
        #expect(joined.count == 5)
        for source in [one, other] {
            #expect(joined.filter { entry in source.contains { $0.id == entry.id } } == source)
        }
        #expect(result.entries == [3, 3])
        #expect(result.common == 1)
        // Joining again adds nothing.
        let again = try ReviewMerge.join([folder("out"), folder("a")], into: folder("again"))
        #expect(again.joined == 5)
        #expect(again.common == 3)
        #expect(folder.entries.allSatisfy { !$0.contains("part") })
    }

    @Test func `disagreements are counted`() throws {
        let folder = try TestFolder()
        func says(_ answer: Answer, _ reviewer: String, _ writer: UInt64) -> JournalEntry {
            var entry = RandomEntries.verdicts(1, writer: 7)
            entry.id.writer = writer
            entry.reviewer = reviewer
            if case .verdicts(var verdicts) = entry.event {
                verdicts[0].answer = answer
                entry.event = .verdicts(verdicts)
            }
            return entry
        }
        try Self.fill(folder("a"), [says(.unsafe, "ann", 1)])
        try Self.fill(folder("b"), [says(.helpful, "bob", 2)], seed: 6)
        let result = try ReviewMerge.join([folder("a"), folder("b")], into: folder("out"))
        #expect(result.overlap == 1)
        #expect(result.disputed == 1)
    }

    @Test func `the order of the files changes nothing`() throws {
        let folder = try TestFolder()
        func says(_ answer: Answer, turn: Int, writer: UInt64, drawnWith seed: UInt64) -> JournalEntry {
            var entry = RandomEntries.verdicts(turn, writer: 7)
            entry.id.writer = writer
            // The clock does not tell which was first.
            (entry.time, entry.reviewer) = (9, "ann")
            if case .verdicts(var verdicts) = entry.event {
                verdicts[0].answer = answer
                verdicts[0].draw = Verdict.Draw(seed: seed, number: 0.5)
                entry.event = .verdicts(verdicts)
            }
            return entry
        }
        try Self.fill(folder("a"), [says(.unsafe, turn: 1, writer: 1, drawnWith: 5)], seed: 5)
        let many = (1...3).map { says(.helpful, turn: $0, writer: 2, drawnWith: 6) }
        try Self.fill(folder("b"), many, seed: 6)
        let one = try ReviewMerge.join([folder("a"), folder("b")], into: folder("ab"))
        let other = try ReviewMerge.join([folder("b"), folder("a")], into: folder("ba"))
        #expect(try Self.entries(folder("ab")) == Self.entries(folder("ba")))
        #expect(one.seed == 6 && other.seed == 6 && one.foreignDraws == 1 && other.foreignDraws == 1)
        #expect(one.contradictions == 1 && other.contradictions == 1)
        #expect(try ReviewStore.read(ReviewLocation(path: folder("ab"))).seed == 6)
    }

    @Test func `reviews of different rounds are refused`() throws {
        let folder = try TestFolder()
        try Self.fill(folder("a"), [RandomEntries.verdicts(1, writer: 1)], seed: 1)
        try Self.fill(folder("b"), [RandomEntries.verdicts(1, writer: 2)], seed: 2)
        let paths = [folder("a"), folder("b")]
        #expect(throws: ReviewStoreError.unrelated(paths[0], paths[1])) {
            try ReviewMerge.join(paths, into: folder("out"))
        }
        #expect(!folder.entries.contains("out"))
        #expect(try ReviewMerge.join(paths, into: folder("out"), isForced: true).joined == 2)
    }

    @Test func `what stands there stays`() throws {
        let folder = try TestFolder()
        try Self.fill(folder("a"), [RandomEntries.verdicts(1)])
        try Self.fill(folder("b"), [RandomEntries.verdicts(2)])
        let path = try folder.write("mine", to: "out")
        #expect(throws: ReviewStoreError.exists(path: path)) {
            try ReviewMerge.join([folder("a"), folder("b")], into: path)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test func `a file that is none is told by name`() throws {
        let folder = try TestFolder()
        try Self.fill(folder("a"), [RandomEntries.verdicts(1)])
        let path = try folder.write("notes", to: "b")
        #expect(throws: ReviewStoreError.notAReview(path: path)) {
            try ReviewMerge.join([folder("a"), path], into: folder("out"))
        }
        #expect(!folder.entries.contains("out"))
    }

    @Test func `the command says what came of it`() throws {
        let folder = try TestFolder()
        try Self.fill(folder("a"), [RandomEntries.verdicts(1, writer: 1)])
        try Self.fill(folder("b"), [RandomEntries.verdicts(2, writer: 1)])
        let program = BuiltProduct.path("redsieve")
        let run = try RunProgram(program, ["merge", folder("a"), folder("b"), "-o", folder("out")])
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("2 entries, 0 in common"))
        let again = try RunProgram(program, ["merge", folder("a"), folder("b"), "-o", folder("out")])
        #expect(again.status == 73)
        #expect(again.errorText.contains("exists already"))
        #expect(try RunProgram(program, ["merge", folder("a"), "-o", folder("x")]).status == 64)
    }
}
