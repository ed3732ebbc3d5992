import Foundation
import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

/// What a review holds besides its entries is what was written, or is told.
struct ReviewSumTests {
    private static func sql(_ path: String, _ statement: String) throws {
        let run = try RunProgram("sqlite3", [path, statement])
        #expect(run.status == 0, "\(run.errorText)")
    }

    /// A closed review with a place, a round and entries.
    private static func review(_ folder: TestFolder, _ name: String = "r.review") throws -> String {
        let path = folder(name)
        let store = try ReviewStore.open([ReviewLocation(path: path)], seed: 5)
        _ = try store.meet(RoundIdentity(name: "r.jsonl", items: 7, fingerprint: 3, fields: ["prompt=p"]))
        var place = RandomEntries.place
        place.filter = "moved"
        place.filters = [NamedFilter(name: "a", text: "safety < 0.3")]
        try store.append((1...3).map { RandomEntries.verdicts($0) }, place: place)
        try store.append([RandomEntries.verdicts(4)])
        try store.close()
        return path
    }

    private func expectAltered(_ path: String, _ table: String, by change: String) throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        for attempt in [
            { _ = try ReviewStore.open([ReviewLocation(path: path)], seed: 1) },
            { _ = try ReviewStore.read(ReviewLocation(path: path)) },
        ] {
            let error = #expect(throws: ReviewStoreError.self, "\(change)") { try attempt() }
            #expect(error?.message.contains("table \(table)") == true, "\(change): \(error?.message ?? "")")
            #expect(error?.message.contains("redsieve merge --force") == true)
            #expect(error?.exitStatus == 65)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `any value that changes is told`() throws {
        let folder = try TestFolder()
        let whole = folder.bytes(String(try Self.review(folder, "whole").suffix(5)))
        let list = try RunProgram("sqlite3", [folder("whole"), "SELECT name FROM about"])
        let names = list.outputText.split(separator: "\n")
        #expect(names.count > 20)
        for name in names {
            for change in [
                "UPDATE about SET value = value || '1' WHERE name = '\(name)'",
                "UPDATE about SET sum = sum + 1 WHERE name = '\(name)'", "DELETE FROM about WHERE name = '\(name)'",
                "UPDATE about SET name = 'x' || name WHERE name = '\(name)'",
            ] {
                let path = try folder.write(whole, to: "r.review")
                try Self.sql(path, change)
                try expectAltered(path, "about", by: change)
            }
        }
        let path = try folder.write(whole, to: "r.review")
        try Self.sql(path, "INSERT INTO about VALUES ('place.other', 'x', 3)")
        try expectAltered(path, "about", by: "INSERT")
    }

    @Test func `an entry that is gone is told`() throws {
        let folder = try TestFolder()
        let path = try Self.review(folder)
        let triggers = try RunProgram("sqlite3", [path, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'"])
        let drop = "DROP TRIGGER journal_is_kept; DROP TRIGGER verdicts_are_kept; DROP TRIGGER journal_stays;"
        let again = triggers.outputText.replacingOccurrences(of: "CREATE TRIGGER", with: "CREATE TRIGGER IF NOT EXISTS")
        let cut = "DELETE FROM verdicts WHERE entry = 4; DELETE FROM journal WHERE number = 4;"
        try Self.sql(path, drop + cut + again)
        try expectAltered(path, "journal", by: cut)
    }

    /// One byte anywhere in the file: what is read is what was written, or it is refused.
    @Test(arguments: 0..<4) func `a byte that changes is told or changes nothing`(_ part: Int) throws {
        let folder = try TestFolder()
        let path = try Self.review(folder)
        let whole = folder.bytes("r.review")
        let before = try ReviewStore.read(ReviewLocation(path: path))
        var random = SeededGenerator(seed: UInt64(20 + part))
        var refused = 0
        for _ in 0..<120 {
            var bytes = whole
            let at = Int.random(in: 0..<bytes.count, using: &random)
            // Most of the file is room; what holds something is of interest.
            guard bytes[at] != 0 else { continue }
            bytes[at] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            try folder.write(bytes, to: "r.review")
            do throws(ReviewStoreError) {
                let found = try ReviewStore.read(ReviewLocation(path: path))
                #expect(found.seed == before.seed, "byte \(at)")
                #expect(found.entries == before.entries, "byte \(at)")
                #expect(found.place == before.place, "byte \(at)")
                #expect(found.round == before.round, "byte \(at)")
            } catch { refused += 1 }
        }
        #expect(refused > 5)
    }

    // MARK: Reviews of before

    @Test func `a review of before opens as it did`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        try EarlierReview.make(path)
        let before = folder.bytes("r.review")
        let found = try ReviewStore.read(ReviewLocation(path: path))
        #expect(found.seed == EarlierReview.seed)
        #expect(found.entries.count == 5)
        #expect(found.place?.thresholds == Thresholds(adv: 0.5, safety: 0.7, help: 0.4))
        #expect(found.round?.items == 3)
        #expect(folder.bytes("r.review") == before)
        #expect(found.record().items.count == 2)
        let store = try ReviewStore.open([ReviewLocation(path: path)], seed: 1)
        #expect(try store.entries(after: 0) == found.entries)
        #expect(try store.place() == found.place)
        #expect(store.seed == EarlierReview.seed)
    }

    @Test func `a review of before gets sums with the next thing it keeps`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        try EarlierReview.make(path)
        let before = try ReviewStore.read(ReviewLocation(path: path))
        let store = try ReviewStore.open([ReviewLocation(path: path)], seed: 1)
        try store.append([RandomEntries.verdicts(1)])
        try store.append([RandomEntries.verdicts(2)])
        try store.close()
        #expect(try RunProgram("sqlite3", [path, "PRAGMA user_version"]).outputText == "2\n")
        let after = try ReviewStore.read(ReviewLocation(path: path))
        #expect(Array(after.entries.prefix(5)) == before.entries)
        #expect(after.entries.suffix(2).map(\.entry) == [RandomEntries.verdicts(1), RandomEntries.verdicts(2)])
        #expect(after.place == before.place)
        #expect(after.round == before.round)
        #expect(after.seed == before.seed)
        try Self.sql(path, "UPDATE about SET value = '1' || value WHERE name = 'seed'")
        try expectAltered(path, "about", by: "seed")
    }

    // MARK: What to do

    @Test func `what is left of a changed review goes into a new one`() throws {
        let folder = try TestFolder()
        let path = try Self.review(folder)
        let before = try ReviewStore.read(ReviewLocation(path: path))
        try Self.sql(path, "UPDATE about SET value = '0.9' WHERE name = 'place.theta.adv'")
        let program = BuiltProduct.path("redsieve")
        let run = try RunProgram(program, ["merge", "--force", path, "-o", folder("mended.review")])
        #expect(run.status == 0, "\(run.errorText)")
        let mended = try ReviewStore.read(ReviewLocation(path: folder("mended.review")))
        #expect(mended.entries.map(\.entry) == before.entries.map(\.entry))
        #expect(mended.seed == before.seed)
        #expect(mended.round == before.round)
    }

    /// An entry that was changed is left out and told; all others are there as they were.
    @Test(arguments: [
        "UPDATE verdicts SET note = 'x' WHERE entry = 2", "UPDATE verdicts SET entry = 99 WHERE entry = 2",
        "UPDATE verdicts SET answer = 'perhaps' WHERE entry = 2", "DELETE FROM verdicts WHERE entry = 2",
        "UPDATE journal SET time = time + 1 WHERE number = 2", "UPDATE journal SET event = 'x' WHERE number = 2",
        "UPDATE journal SET turn = 1 << 40 WHERE number = 2", "DELETE FROM journal WHERE number = 2",
    ]) func `an entry that was changed is left out`(_ change: String) throws {
        let folder = try TestFolder()
        let path = try Self.review(folder)
        let before = try ReviewStore.read(ReviewLocation(path: path)).entries.map(\.entry)
        let triggers = try RunProgram("sqlite3", [path, "SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'"])
        let names = try RunProgram("sqlite3", [path, "SELECT name FROM sqlite_master WHERE type = 'trigger'"])
        let drop = names.outputText.split(separator: "\n").map { "DROP TRIGGER \($0);" }.joined()
        try Self.sql(path, drop + "PRAGMA ignore_check_constraints = 1;" + change + ";" + triggers.outputText)
        let error = #expect(throws: ReviewStoreError.self) { try ReviewStore.read(ReviewLocation(path: path)) }
        #expect(error?.message.contains("redsieve merge --force") == true, "\(error?.message ?? "")")
        let program = BuiltProduct.path("redsieve")
        let run = try RunProgram(program, ["merge", "--force", path, "-o", folder("mended.review")])
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("3 entries; 1 entry is lost: another program changed or removed it"))
        let mended = try ReviewStore.read(ReviewLocation(path: folder("mended.review"))).entries.map(\.entry)
        #expect(mended == [before[0], before[2], before[3]])
    }

    /// Where the seed itself is what changed, the draws tell it.
    @Test func `the seed is that of the draws`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let store = try ReviewStore.open([ReviewLocation(path: path)], seed: 77)
        var entry = RandomEntries.verdicts(1)
        if case .verdicts(var verdicts) = entry.event {
            verdicts[0].queue = .estimation(.accepted)
            verdicts[0].draw = Verdict.Draw(seed: 77, number: 0.5)
            entry.event = .verdicts(verdicts)
        }
        try store.append([entry])
        try store.close()
        try Self.sql(path, "UPDATE about SET value = '78' WHERE name = 'seed'")
        _ = try ReviewMerge.join([path], into: folder("mended.review"), isForced: true)
        #expect(try ReviewStore.read(ReviewLocation(path: folder("mended.review"))).seed == 77)
    }
}
