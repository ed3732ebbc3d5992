import Foundation
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewStore

/// A review that others remove, replace, empty or write into while it is open: nothing that was kept is lost.
struct ReviewLossTests {
    struct Loss: CustomTestStringConvertible, Sendable {
        let name: String
        /// In a shell: `$0` is the review, `$1` another one.
        let command: String
        /// Done after the last thing was kept.
        var after = "true"
        /// What the user is told; nil where nothing is lost.
        let told: ReviewLoss.Kind?
        var testDescription: String { name }
    }

    static let losses = [
        Loss(name: "deleted", command: "rm \"$0\"", told: .removed),
        Loss(name: "deleted with its logs", command: "rm \"$0\"*", told: .removed),
        Loss(name: "moved away", command: "mv \"$0\" \"$0.old\"", told: .removed),
        Loss(name: "moved away and back", command: "mv \"$0\" \"$0.x\"; mv \"$0.x\" \"$0\"", told: nil),
        Loss(
            name: "moved away, and back later",
            command: "mv \"$0\" \"$0.x\"",
            after: "mv \"$0.x\" \"$0\"",
            told: .removed
        ),
        Loss(name: "replaced by a copy", command: "cp \"$0\" \"$0.c\"; mv \"$0.c\" \"$0\"", told: .replaced),
        Loss(name: "emptied", command: ": > \"$0\"", told: .emptied),
        Loss(name: "emptied with its log", command: ": > \"$0\"; : > \"$0-wal\"", told: .emptied),
        Loss(name: "cut short", command: "truncate -s 6000 \"$0\"", told: .overwritten),
        Loss(name: "overwritten by text", command: "seq 9999 > \"$0\"", told: .overwritten),
        Loss(
            name: "overwritten in the middle",
            command: "seq 9999 | dd of=\"$0\" bs=512 seek=9 conv=notrunc 2> /dev/null",
            told: .overwritten
        ),
        Loss(name: "overwritten by another review", command: "cat \"$1\" > \"$0\"", told: .overwritten),
        Loss(name: "replaced by text", command: "echo mine > \"$0.n\"; mv \"$0.n\" \"$0\"", told: .replaced),
        Loss(name: "replaced by another review", command: "mv \"$1\" \"$0\"", told: .replaced),
        Loss(name: "replaced by an empty file", command: "rm \"$0\"; : > \"$0\"", told: .replaced),
        Loss(name: "replaced by a folder", command: "rm \"$0\"; mkdir \"$0\"; : > \"$0/x\"", told: .replaced),
        Loss(name: "replaced by a dead link", command: "rm \"$0\"; ln -s nowhere \"$0\"", told: .replaced),
        Loss(name: "without rights", command: "chmod 000 \"$0\"", after: "chmod 600 \"$0\"", told: nil),
        Loss(name: "its folder removed", command: "rm -r \"${0%/*}\"", told: .removed),
        Loss(name: "its folder moved away", command: "mv \"${0%/*}\" \"${0%/*}.old\"", told: .removed),
        Loss(
            name: "changed by another program of the database",
            command: "sqlite3 \"$0\" \"UPDATE about SET value = '9' WHERE name = 'seed'\"",
            told: .overwritten
        ),
        Loss(
            name: "its tables dropped",
            command: "sqlite3 \"$0\" 'DROP TABLE verdicts; DROP TABLE journal'",
            told: .overwritten
        ),
    ]

    /// Entries that are there when it happens: more than a log of one commit has.
    private static let before = 300

    /// - Parameter isFolded: whether what was kept before is in the file, or in its log.
    private func lose(
        _ loss: Loss,
        isFolded: Bool,
        _ body: (_ store: ReviewStore, _ happen: () throws -> Void) throws -> Int
    ) throws {
        let folder = try TestFolder()
        try folder.makeFolder("round")
        let path = folder("round/r.review")
        let other = folder("other.review")
        let others = try ReviewStore.open([ReviewLocation(path: other)], seed: 6)
        try others.append([RandomEntries.verdicts(50, writer: 5)])
        try others.close()
        let store = try ReviewStore.open([ReviewLocation(path: path)], seed: 77)
        try store.append((1..<Self.before).map { RandomEntries.verdicts($0) }, place: RandomEntries.place)
        try store.append([RandomEntries.verdicts(Self.before)])
        if isFolded { store.fold() }
        let count = try body(store) {
            let run = try RunProgram("/bin/sh", ["-c", loss.command, path, other])
            #expect(run.status == 0, "\(run.errorText)")
        }
        try store.close()
        #expect(try RunProgram("/bin/sh", ["-c", loss.after, path, other]).status == 0)
        if loss.name == "moved away, and back later" {
            // What was judged meanwhile was in the file that was moved over; the program that had it open is gone.
            return
        }
        let found = try ReviewStore.read(ReviewLocation(path: path))
        #expect(found.entries.map(\.entry.id.turn) == (1...UInt32(count)).map { $0 })
        #expect(found.seed == 77)
        #expect(found.place == RandomEntries.place)
        let notices = store.takeNotices()
        if notices.isEmpty, !isFolded, loss.told == .overwritten {
            // The log had all that was written over.
        } else if let kind = loss.told {
            let event = ReviewLoss(path: path, kind: kind).text(path: path, entries: count).prefix { $0 != ":" }
            #expect(notices.count == 1 && notices.first?.hasPrefix(event) == true, "\(notices)")
        } else {
            #expect(notices == [])
        }
        // Another's verdicts are in a file of their own still.
        let asides = folder.entries(of: "round").filter { $0.contains(".replaced-") }
        if loss.name.hasSuffix("another review"), !notices.isEmpty {
            #expect(asides.count == 1)
            let kept = try ReviewStore.read(ReviewLocation(path: folder("round/" + (asides.first ?? ""))))
            #expect(kept.entries.map(\.entry.id.turn) == [50])
            #expect(kept.seed == 6)
        }
        #expect(Set(folder.entries(of: "round")).subtracting(asides + ["r.review.old"]) == ["r.review"])
        if loss.name == "replaced by text" {
            #expect(folder.text("round/r.review.replaced-1") == "mine\n")
        }
    }

    @Test(arguments: losses, [false, true])
    func `it is made again with the next thing kept`(_ loss: Loss, _ isFolded: Bool) throws {
        try lose(loss, isFolded: isFolded) { store, happen in
            try happen()
            try store.append([RandomEntries.verdicts(Self.before + 1)])
            #expect(try store.entries(after: 0).map(\.entry.id.turn) == (1...UInt32(Self.before + 1)).map { $0 })
            try store.append([RandomEntries.verdicts(Self.before + 2)])
            return Self.before + 2
        }
    }

    @Test(arguments: losses, [false, true]) func `it is made again when it is left`(_ loss: Loss, _ isFolded: Bool)
        throws
    {
        try lose(loss, isFolded: isFolded) { _, happen in
            try happen()
            return Self.before
        }
    }

    @Test(arguments: losses) func `what is read for an export is whole`(_ loss: Loss) throws {
        try lose(loss, isFolded: true) { store, happen in
            try happen()
            try store.makeWhole()
            #expect(try store.entries(after: 0).count == Self.before)
            return Self.before
        }
    }

    /// Two programs, each of which sees that the file was emptied.
    @Test func `two programs make one file again`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let one = try ReviewStore.open([ReviewLocation(path: path)], seed: 1)
        try one.append([RandomEntries.verdicts(1, writer: 1)])
        let other = try ReviewStore.open([ReviewLocation(path: path)], seed: 2)
        try other.append([RandomEntries.verdicts(1, writer: 2)])
        #expect(try RunProgram("/bin/sh", ["-c", ": > \"$0\"", path]).status == 0)
        try one.append([RandomEntries.verdicts(2, writer: 1)])
        try other.append([RandomEntries.verdicts(2, writer: 2)])
        try one.append([RandomEntries.verdicts(3, writer: 1)])
        try other.close()
        try one.close()
        let entries = try ReviewStore.read(ReviewLocation(path: path)).entries.map(\.entry.id)
        #expect(entries.filter { $0.writer == 1 }.map(\.turn) == [1, 2, 3])
        #expect(entries.filter { $0.writer == 2 }.map(\.turn) == [1, 2])
        #expect(folder.entries.filter { !$0.contains(".replaced-") } == ["r.review"])
    }
}
