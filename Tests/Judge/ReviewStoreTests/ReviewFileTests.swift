import Foundation
import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

/// The file as something that others move, lock, replace or damage.
struct ReviewFileTests {
    private static func open(_ path: String, seed: UInt64 = 5) throws -> ReviewStore {
        try ReviewStore.open([ReviewLocation(path: path)], seed: seed)
    }

    private static func turns(_ path: String) throws -> [UInt32] {
        try ReviewStore.read(ReviewLocation(path: path)).entries(after: 0).map(\.entry.id.turn)
    }

    private static func sql(_ path: String, _ statement: String) throws {
        let run = try RunProgram("sqlite3", [path, statement])
        #expect(run.status == 0, "\(run.errorText)")
    }

    // MARK: Made whole

    @Test func `nothing but the review is left`() throws {
        let folder = try TestFolder()
        do { try Self.open(folder("r.review")).append([RandomEntries.verdicts(1)]) }
        #expect(folder.entries == ["r.review"])
    }

    /// SQLite would take another review's log for that of a new file.
    @Test(arguments: ["-wal", "-journal"]) func `a log without its review is left alone`(_ log: String) throws {
        let folder = try TestFolder()
        try folder.write("verdicts, maybe", to: "r.review" + log)
        let store = try Self.open(folder("r.review"))
        let error = #expect(throws: ReviewStoreError.self) { try store.append([RandomEntries.verdicts(1)]) }
        #expect(error == .leftover(path: folder("r.review" + log)))
        #expect(folder.entries == ["r.review" + log])
        #expect(folder.text("r.review" + log) == "verdicts, maybe")
    }

    @Test func `what is no file is refused`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("r.review")
        #expect(throws: ReviewStoreError.notAReview(path: folder("r.review"))) { try Self.open(folder("r.review")) }
    }

    // MARK: No room, no right, no locks

    @Test(.enabled(if: MountedDisk.isPossible, "needs the right to mount a file system"))
    func `a full disk loses nothing`() throws {
        let disk = try MountedDisk("size=2m")
        let path = disk.path + "/r.review"
        let store = try Self.open(path)
        var kept = 0
        var failure: ReviewStoreError?
        while failure == nil, kept < 5_000 {
            do throws(ReviewStoreError) {
                try store.append([RandomEntries.verdicts(kept + 1)])
                kept += 1
            } catch { failure = error }
        }
        #expect(failure == .full(path: path))
        #expect(kept > 100)
        #expect(try store.entries(after: 0).count == kept)
        // With room again the same entries are kept, those that were there already once.
        #expect(try RunProgram("mount", ["-o", "remount,size=8m", disk.path]).status == 0)
        try store.append((1...kept + 10).map { RandomEntries.verdicts($0) })
        #expect(try store.entries(after: 0).map(\.entry.id.turn) == (1...UInt32(kept + 10)).map { $0 })
    }

    /// The system ends a program for it unless that asks to be told.
    @Test func `a limit on file sizes is an error`() throws {
        let folder = try TestFolder()
        let command = "ulimit -f 64; exec \"$0\" \"$1\" 1 100000"
        let run = try RunProgram("/bin/sh", ["-c", command, BuiltProduct.path("review-writer"), folder("r.review")])
        #expect(run.status == 74, "\(run.exit)")
        let said = run.output.lines.count - 1
        #expect(run.outputText.contains("limit on file sizes"), "\(run.outputText.suffix(200))")
        #expect(try Self.turns(folder("r.review")).count >= said)
    }

    /// Every lock refused, as some network folders do: a library in front of the system's says so.
    @Test func `a folder without locks is told and left clean`() throws {
        let folder = try TestFolder()
        let code = """
            #include <errno.h>
            #include <stdarg.h>
            extern int __fcntl(int, int, ...);
            #define REFUSING(name) int name(int f, int c, ...) { \\
                va_list a; va_start(a, c); void *p = va_arg(a, void *); va_end(a); \\
                if (c == 6 || c == 7) { errno = ENOLCK; return -1; } \\
                return __fcntl(f, c, p); }
            REFUSING(fcntl)
            REFUSING(fcntl64)
            """
        try folder.write(code, to: "nolocks.c")
        let built = try RunProgram(
            "clang",
            ["-shared", "-fPIC", "-fno-builtin", "-o", folder("nolocks.so"), folder("nolocks.c")]
        )
        #expect(built.status == 0, "\(built.errorText)")
        try folder.makeFolder("disk")
        let run = try RunProgram(
            BuiltProduct.path("review-writer"),
            [folder("disk/r.review"), "1", "3"],
            environment: ["LD_PRELOAD": folder("nolocks.so")]
        )
        #expect(run.status == 74)
        #expect(run.outputText.contains("noLocks"), "\(run.outputText)")
        #expect(folder.entries(of: "disk") == [])
    }

    // MARK: Values that cannot be

    /// A file that holds together, with a value in it that redsieve never wrote.
    @Test(arguments: [
        "UPDATE verdicts SET offset = -5", "UPDATE verdicts SET answer = 'maybe'", "UPDATE verdicts SET safety = 1e999",
        "UPDATE verdicts SET item = zeroblob(16)", "UPDATE verdicts SET note = 'x'", "UPDATE verdicts SET queue = ''",
        "UPDATE journal SET turn = -1", "UPDATE journal SET reviewer = 'eve'", "UPDATE journal SET sum = sum + 1",
        "UPDATE journal SET verdict = NULL", "DELETE FROM verdicts", "UPDATE verdicts SET note = CAST(x'FF' AS TEXT)",
    ]) func `a changed value is told`(_ change: String) throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        try Self.open(path).append([RandomEntries.verdicts(1)])
        let sql = try RunProgram("sqlite3", [path, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'"])
        let names = ["journal_stays", "journal_is_kept", "verdicts_stay", "verdicts_are_kept"]
        let drop = names.map { "DROP TRIGGER \($0);" }.joined()
        try Self.sql(path, drop + change + ";" + sql.outputText)
        let error = #expect(throws: ReviewStoreError.self) { try Self.open(path).entries(after: 0) }
        let says = error?.message ?? ""
        #expect(says.contains("damaged") || says.contains("changed by another program"), "\(says)")
    }

    @Test(arguments: [
        "DROP TRIGGER journal_stays",
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN INSERT INTO about VALUES ('x', 'y'); END",
        "ALTER TABLE verdicts ADD COLUMN more TEXT", "DROP TABLE about",
    ]) func `foreign rules are refused`(_ change: String) throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        try Self.open(path).append([RandomEntries.verdicts(1)])
        try Self.sql(path, change)
        let before = folder.bytes("r.review")
        let error = #expect(throws: ReviewStoreError.self) { try Self.open(path) }
        #expect(error?.exitStatus == 65)
        #expect(folder.bytes("r.review") == before)
    }

    /// People may look at their verdicts as they like.
    @Test func `views and indexes of ones own are let be`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        try Self.open(path).append([RandomEntries.verdicts(1)])
        try Self.sql(path, "CREATE VIEW v AS SELECT * FROM verdicts; CREATE INDEX i ON verdicts (item)")
        try Self.open(path).append([RandomEntries.verdicts(2)])
        #expect(try Self.turns(path) == [1, 2])
    }

    @Test func `what a file cannot hold is no harm`() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        var note = RandomEntries.verdicts(1)
        note.reviewer = "a\0b"
        note.event = .certificate("{\0}")
        try store.append([note])
        #expect(try store.entries(after: 0).map(\.entry.reviewer) == ["a\u{FFFD}b"])
        var none = RandomEntries.verdicts(2)
        let theta = Thresholds(adv: .nan, safety: 0, help: 0)
        none.event = .thresholds(from: theta, to: theta)
        #expect(throws: ReviewStoreError.self) { try store.append([none]) }
        #expect(try store.entries(after: 0).count == 1)
    }

    // MARK: The round

    @Test func `the round is known again`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let round = RoundIdentity(name: "r.jsonl", items: 7, fingerprint: .max, fields: ["prompt=p", "safety=s.a"])
        let other = RoundIdentity(name: "r.jsonl", items: 8, fingerprint: 1)
        do {
            let store = try Self.open(path)
            #expect(try store.meet(round) == .new)
            #expect(folder.entries.isEmpty)
            try store.append([RandomEntries.verdicts(1)])
            #expect(try store.meet(round) == .same)
        }
        let store = try Self.open(path)
        var renamed = round
        renamed.name = "renamed.jsonl"
        #expect(try store.meet(renamed) == .same)
        #expect(try store.meet(other) == .changed(was: round))
        #expect(try Self.open(path).knownRound() == round)
        try store.append([RandomEntries.verdicts(2)])
        #expect(try Self.open(path).knownRound() == other)
    }

    @Test func `many verdicts are read in parts`() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder("r.review"))
        try store.append((1...25_000).map { RandomEntries.verdicts($0) })
        let all = try store.entries(after: 0)
        #expect(all.map(\.entry.id.turn) == Array(1...25_000))
        #expect(try store.entries(after: 24_990, limit: 3).map(\.number) == [24_991, 24_992, 24_993])
    }
}
