import Foundation
import ReviewStore
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Programs that share a review, or are ended in the middle of it.
struct SeveralProgramsTests {
    private static var writer: String { BuiltProduct.path("review-writer") }

    private static func ids(_ path: String) throws -> [EntryID] {
        try ReviewStore.read(ReviewLocation(path: path)).entries(after: 0).map(\.entry.id)
    }

    @Test func `two programs at once lose and double nothing`() throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let command =
            "\"$0\" \"$1\" 1 5000 >/dev/null & first=$!; \"$0\" \"$1\" 2 5000 >/dev/null; s=$?; wait $first && exit $s"
        let run = try RunProgram("/bin/sh", ["-c", command, Self.writer, path])
        #expect(run.status == 0)
        let ids = try Self.ids(path)
        #expect(ids.count == 10_000)
        for writer in [1, 2] as [UInt64] {
            #expect(ids.filter { $0.writer == writer }.map(\.turn) == Array(1...5_000))
        }
        // They did write at the same time.
        #expect(zip(ids, ids.dropFirst()).contains { $0.writer == 2 && $1.writer == 1 })
    }

    /// What a program said was kept is there after it was killed, at whatever moment.
    @Test(arguments: 0..<25) func `what was kept outlives a kill`(_ number: Int) throws {
        let folder = try TestFolder()
        let path = folder("r.review")
        let out = try folder.write("", to: "out")
        let command = """
            "$0" "$1" 1 100000 >"$2" & writer=$!
            while [ "$(wc -l <"$2")" -lt \(number * 7) ]; do kill -0 $writer || exit 1; done
            kill -9 $writer; wait $writer 2>/dev/null; exit 0
            """
        #expect(try RunProgram("/bin/sh", ["-c", command, Self.writer, path, out]).status == 0)
        let text = try String(contentsOfFile: out, encoding: .utf8)
        let said = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(said >= number * 7)
        guard FileManager.default.fileExists(atPath: path) else { return }
        if said > 0 {
            let turns = try Self.ids(path).map(\.turn)
            #expect(turns.count >= said)
            #expect(turns == (0..<turns.count).map { UInt32($0 + 1) })
        }
        let check = try RunProgram("sqlite3", [path, "PRAGMA integrity_check"])
        #expect(check.outputText == "ok\n")
    }
}
