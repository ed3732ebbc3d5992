import Foundation
import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

struct ReviewStoreTests {
    private static func open(_ path: String, seed: UInt64 = 5) throws -> ReviewStore {
        try ReviewStore.open([ReviewLocation(path: path)], seed: seed)
    }

    @Test func `a filter with a name makes the review, and is there when it is opened again`() throws {
        let folder = try TestFolder()
        let location = ReviewLocation(path: folder("r.review"))
        var place = RandomEntries.place
        place.filter = "category = \"a\tb\""
        place.filters = [
            NamedFilter(name: "é \"x\"", text: "safety < 0.3 and prompt ~ /a\\tb/"),
            NamedFilter(name: "b", text: "moved"),
        ]
        try ReviewStore.open([location], seed: 7).keepPlace(place)
        let found = try ReviewStore.open([location], seed: 8).place()
        #expect(found == place)
        place.filters = []
        place.filter = nil
        try ReviewStore.open([location], seed: 8).keepPlace(place)
        #expect(try ReviewStore.open([location], seed: 8).place() == place)
    }

    @Test func `lines that are no filters are left out, and of one name the first counts`() {
        let lines = "a\tmoved\nnothing\n\tx\nb\t\na\tjudged\nc\tx = \"1\t2\""
        #expect(
            NamedFilter.filters(in: lines) == [
                NamedFilter(name: "a", text: "moved"), NamedFilter(name: "c", text: "x = \"12\""),
            ]
        )
    }

    @Test func `nothing is made before there is something to keep`() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        #expect(try store.entries(after: 0).isEmpty)
        #expect(try store.place() == nil)
        try store.keepPlace(RandomEntries.place)
        #expect(folder.entries.isEmpty)
        try store.append([RandomEntries.verdicts(1)])
        #expect(folder.entries.contains("r.review"))
    }

    @Test(arguments: 0..<8) func `everything comes back as it was kept`(_ seed: UInt64) throws {
        let folder = try TestFolder()
        var random = SeededGenerator(seed: seed)
        let entries = RandomEntries.make(120, using: &random)
        do {
            let store = try Self.open(folder("r.review"), seed: UInt64.max - seed)
            for part in stride(from: 0, to: entries.count, by: 17) {
                try store.append(Array(entries[part..<min(entries.count, part + 17)]), place: RandomEntries.place)
            }
        }
        let store = try Self.open(folder("r.review"), seed: 1)
        #expect(store.seed == UInt64.max - seed)
        #expect(try store.entries(after: 0).map(\.entry) == entries)
        #expect(try store.place() == RandomEntries.place)
        let half = try store.entries(after: 0)[59].number
        #expect(try store.entries(after: half).map(\.entry) == Array(entries[60...]))
    }

    @Test func `what is there already is not doubled`() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        let entries = (1...5).map { RandomEntries.verdicts($0) }
        try store.append(Array(entries[..<3]))
        try store.append(entries)
        try store.append(entries)
        #expect(try store.entries(after: 0).map(\.entry) == entries)
    }

    @Test func `undo and redo outlive a restart`() throws {
        let folder = try TestFolder()
        let verdict = RandomEntries.verdicts(1)
        var turn: UInt32 = 10
        func entry(_ event: JournalEntry.Event) -> JournalEntry {
            turn += 1
            return JournalEntry(id: EntryID(writer: 3, turn: turn), time: 0, reviewer: "ann", event: event)
        }
        func record() throws -> ReviewRecord {
            ReviewRecord(try Self.open(folder("r.review")).entries(after: 0).map(\.entry))
        }
        try Self.open(folder("r.review")).append([verdict])
        let next = try #require(try record().nextUndo(of: "ann"))
        try Self.open(folder("r.review")).append([entry(.undo(next.id))])
        #expect(try record().nextUndo(of: "ann") == nil)
        let again = try #require(try record().nextRedo(of: "ann"))
        #expect(again.id == verdict.id)
        try Self.open(folder("r.review")).append([entry(.redo(again.id))])
        #expect(try record().nextUndo(of: "ann")?.id == verdict.id)
    }

    @Test(arguments: [
        "UPDATE journal SET reviewer = 'eve'", "DELETE FROM journal", "UPDATE verdicts SET answer = 'safe'",
        "DELETE FROM verdicts",
    ]) func `the journal is never changed`(_ statement: String) throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        try store.append([RandomEntries.verdicts(1)])
        let run = try RunProgram("sqlite3", [folder("r.review"), statement])
        #expect(run.status != 0)
        #expect(try store.entries(after: 0).map(\.entry) == [RandomEntries.verdicts(1)])
    }

    @Test func `two programs read along and lose nothing`() throws {
        let folder = try TestFolder()
        let one = try Self.open(folder("r.review"), seed: 1)
        let other = try Self.open(folder("r.review"), seed: 2)
        try one.append([RandomEntries.verdicts(1, writer: 1)])
        try other.append([RandomEntries.verdicts(1, writer: 2)])
        // Who came second has taken the first one's seed.
        #expect(other.seed == 1)
        _ = try one.hasNews()
        #expect(try !one.hasNews())
        try other.append([RandomEntries.verdicts(2, writer: 2)])
        #expect(try one.hasNews())
        #expect(try !one.hasNews())
        #expect(try one.entries(after: 0).count == 3)
        #expect(try one.entries(after: 0) == other.entries(after: 0))
    }

    @Test func `the order is that of keeping whatever the clock says`() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        for turn in 1...4 {
            var entry = RandomEntries.verdicts(turn)
            entry.time = 1_000 - turn
            try store.append([entry])
        }
        #expect(try store.entries(after: 0).map(\.entry.id.turn) == [1, 2, 3, 4])
    }

    // MARK: Files that cannot be used

    /// Each is refused with its own words, and not a byte of it is changed.
    private func expectRefused(_ path: String, says words: String) throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = #expect(throws: ReviewStoreError.self) { try Self.open(path) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
        #expect(error?.exitStatus == 65)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `a newer file is refused`() throws {
        let folder = try TestFolder()
        try Self.open(folder("r.review")).append([RandomEntries.verdicts(1)])
        #expect(try RunProgram("sqlite3", [folder("r.review"), "PRAGMA user_version = 3"]).status == 0)
        try expectRefused(folder("r.review"), says: "newer redsieve")
    }

    @Test func `a foreign database is refused`() throws {
        let folder = try TestFolder()
        #expect(try RunProgram("sqlite3", [folder("r.review"), "CREATE TABLE t (x)"]).status == 0)
        try expectRefused(folder("r.review"), says: "another program")
    }

    @Test func `what is no database is refused`() throws {
        let folder = try TestFolder()
        try expectRefused(try folder.write("my notes on round 3\n", to: "r.review"), says: "not a review file")
    }

    @Test func `an empty file is as good as none`() throws {
        let folder = try TestFolder()
        let path = try folder.write("", to: "r.review")
        try Self.open(path).append([RandomEntries.verdicts(1)])
        #expect(try Self.open(path).entries(after: 0).count == 1)
    }

    /// A whole review as one file, without a log beside it.
    private func wholeReview(_ folder: TestFolder, _ name: String) throws -> String {
        let path = folder(name)
        var random = SeededGenerator(seed: 4)
        try Self.open(path).append(RandomEntries.make(400, using: &random))
        #expect(try RunProgram("sqlite3", [path, "PRAGMA wal_checkpoint(TRUNCATE)"]).status == 0)
        return path
    }

    @Test(arguments: [0.3, 0.6, 0.95]) func `a truncated file is refused`(_ share: Double) throws {
        let folder = try TestFolder()
        let path = try wholeReview(folder, "r.review")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: path))
        try expectRefused(path, says: "damaged")
    }

    /// Damage is told, or has changed nothing that is read; it never ends the program, and never leads to writing.
    @Test func `random damage is never written over`() throws {
        let folder = try TestFolder()
        let whole = try Data(contentsOf: URL(fileURLWithPath: try wholeReview(folder, "whole.review")))
        var random = SeededGenerator(seed: 8)
        var again = SeededGenerator(seed: 4)
        let entries = RandomEntries.make(400, using: &again)
        var refused = 0
        for number in 0..<40 {
            var bytes = whole
            let start = Int.random(in: 100..<bytes.count - 700, using: &random)
            for at in start..<start + Int.random(in: 1...600, using: &random) {
                bytes[at] = UInt8.random(in: 0...255, using: &random)
            }
            let path = folder("damaged-\(number).review")
            try bytes.write(to: URL(fileURLWithPath: path))
            do {
                let store = try Self.open(path)
                #expect(try store.entries(after: 0).map(\.entry) == entries)
            } catch is ReviewStoreError {
                refused += 1
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        }
        #expect(refused > 30)
    }
}
