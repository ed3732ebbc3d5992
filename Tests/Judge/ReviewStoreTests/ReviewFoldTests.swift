import Foundation
import ReviewStore
import TestSupport
import Testing
import Verdicts

/// The one file holds all, and nobody who reads leaves anything beside it.
struct ReviewFoldTests {
    private static func turns(_ path: String) throws -> [UInt32] {
        try ReviewStore.read(ReviewLocation(path: path)).entries.map(\.entry.id.turn)
    }

    /// A copy of the file alone, as a person makes one.
    private func copied(_ folder: TestFolder) throws -> [UInt32] {
        let name = "copy-\(folder.entries.count)"
        return try Self.turns(try folder.write(folder.bytes("r.review"), to: name + "/r.review"))
    }

    @Test func `a copy of a folded review holds all`() throws {
        let folder = try TestFolder()
        let store = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        try store.append([RandomEntries.verdicts(1)])
        try store.append([RandomEntries.verdicts(2)])
        store.fold()
        #expect(try copied(folder) == [1, 2])
        try store.append([RandomEntries.verdicts(3)])
        try store.close()
        #expect(try copied(folder) == [1, 2, 3])
        #expect(folder.entries.filter { $0.hasPrefix("r.review") } == ["r.review"])
        // It can be gone on with.
        try store.append([RandomEntries.verdicts(4)])
        try store.close()
        #expect(try copied(folder) == [1, 2, 3, 4])
    }

    @Test func `much that is kept is folded in by itself`() throws {
        let folder = try TestFolder()
        let store = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        for turn in 1...250 { try store.append([RandomEntries.verdicts(turn)]) }
        #expect(try copied(folder).count >= 200)
    }

    @Test func `whoever leaves folds though others stay`() throws {
        let folder = try TestFolder()
        let one = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        try one.append([RandomEntries.verdicts(1, writer: 1)])
        let other = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        try other.append([RandomEntries.verdicts(2, writer: 2)])
        try other.close()
        #expect(try copied(folder) == [1, 2])
        #expect(try one.entries(after: 0).count == 2)
        try one.close()
    }

    // MARK: Readers

    @Test func `a reader leaves nothing`() throws {
        let folder = try TestFolder()
        let store = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        try store.append([RandomEntries.verdicts(1)])
        try store.close()
        let before = folder.bytes("r.review")
        #expect(try Self.turns(folder("r.review")) == [1])
        #expect(folder.entries == ["r.review"])
        #expect(folder.bytes("r.review") == before)
    }

    @Test func `a reader of what another has open leaves what was there`() throws {
        let folder = try TestFolder()
        let store = try ReviewStore.open([ReviewLocation(path: folder("r.review"))], seed: 1)
        for turn in 1...3 {
            try store.append([RandomEntries.verdicts(turn)])
            let before = folder.entries
            #expect(try Self.turns(folder("r.review")) == (1...UInt32(turn)).map { $0 })
            #expect(folder.entries == before)
        }
        try store.close()
        #expect(folder.entries == ["r.review"])
    }

    /// Whoever reads what a killed program left sees all of it, and takes away what need not lie there.
    @Test func `a reader after a kill sees all`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let out = try folder.write("", to: "out")
        let command = """
            "$0" "$1" 1 100000 >"$2" & writer=$!
            while [ "$(wc -l <"$2")" -lt 20 ]; do kill -0 $writer || exit 1; done
            kill -9 $writer; wait $writer 2>/dev/null; exit 0
            """
        let writer = BuiltProduct.path("review-writer")
        #expect(try RunProgram("/bin/sh", ["-c", command, writer, path, out]).status == 0)
        #expect(folder.entries.contains("r.review-wal"))
        try folder.write(folder.bytes("r.review"), to: "moved/r.review")
        try folder.write(folder.bytes("r.review-wal"), to: "moved/r.review-wal")
        let turns = try Self.turns(path)
        #expect(turns.count >= 20)
        #expect(folder.entries == ["moved", "out", "r.review"])
        // The index of the log need not be there.
        #expect(try Self.turns(folder("moved/r.review")) == turns)
        #expect(folder.entries(of: "moved") == ["r.review"])
    }

    /// A foreign file is left as it is, with whatever lies beside it.
    @Test func `a foreign file and its log are left as they are`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let command = """
            sqlite3 "$0" "PRAGMA journal_mode = WAL; CREATE TABLE t (x); PRAGMA wal_checkpoint; INSERT INTO t VALUES (1)" \\
                ".shell cp '$0' '$0.2'; cp '$0-wal' '$0.2-wal'" > /dev/null
            """
        #expect(try RunProgram("/bin/sh", ["-c", command, path]).status == 0)
        let before = (folder.entries, folder.bytes("r.review.2"), folder.bytes("r.review.2-wal"))
        #expect(before.0.contains("r.review.2-wal"))
        #expect(throws: ReviewStoreError.self) { try ReviewStore.read(ReviewLocation(path: path + ".2")) }
        #expect(throws: ReviewStoreError.self) {
            try ReviewStore.open([ReviewLocation(path: path + ".2")], seed: 1)
        }
        #expect(folder.entries == before.0)
        #expect(folder.bytes("r.review.2") == before.1)
        #expect(folder.bytes("r.review.2-wal") == before.2)
    }
}
