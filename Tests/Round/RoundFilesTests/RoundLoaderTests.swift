import Basics
import Foundation
import RoundModel
import Synchronization
import TestSupport
import Testing

@testable import RoundFiles

@Suite struct RoundLoaderTests {
    @Test func `lower is better turns the score round once`() throws {
        let folder = try TestFolder()
        let path = try folder.write(
            "x.jsonl",
            [jsonRow("0.5", "1"), jsonRow("0", "2"), jsonRow("-2", "3")].joined(separator: "\n")
        )
        let round = try load(path, lowerIsBetter: [.safety])
        #expect(round.scores.map(\.safety) == [-0.5, 0, 2])
        #expect(round.scores[1].safety.sign == .plus)
        #expect(round.scores.map(\.helpfulness) == [1, 2, 3])
        #expect(round.report.fields.lowerIsBetter == [.safety])
    }

    @Test func `duplicate i ds are counted and nothing is lost`() throws {
        let folder = try TestFolder()
        let ids = [#""a""#, #""b""#, #""\u0061""#, "7", #""7""#, #""""#, #""""#, "null", "null", #""b""#, "{}"]
        let rows = ids.map { jsonRow(extra: #", "id": \#($0)"#) } + [jsonRow()]
        let round = try load(try folder.write("x.jsonl", rows.joined(separator: "\n")), settings: .tiny())
        #expect(round.columns.count == rows.count)
        #expect(round.report.duplicateIDs == 3)
    }

    @Test func `repeats are counted at any size`() {
        for count in [0, 1, 2, 1000, 100_000] {
            var values = (0..<count).map { UInt64($0 % (count / 3 + 1)) &* 0x9E37_79B9_7F4A_7C15 }
            values.append(contentsOf: [0, 0, .max])
            let expected = values.count - Set(values).count
            var ids = DealtIDs()
            for list in [values[..<(count / 2)], values[(count / 2)...], []] {
                let isTaken = ids.append(Array(list))
                #expect(isTaken)
            }
            let repeats = ids.countRepeats()
            #expect(repeats == expected)
        }
    }

    @Test func `snapshots grow and keep their order`() throws {
        let folder = try TestFolder()
        let rows = (0..<3000).map { $0 % 10 == 3 ? "bad" : jsonRow("\($0)") }
        let path = try folder.write("x.jsonl", rows.joined(separator: "\n"))
        let again = try folder.write("y.jsonl", rows.joined(separator: "\n"))
        var settings = LoadSettings.tiny(blockSize: 256)
        settings.snapshotInterval = .zero
        let seen = Mutex<[LoadedRound]>([])
        let round = try RoundLoader.load(RoundRequest(paths: [path, again]), settings: settings) { snapshot in
            seen.withLock { $0.append(snapshot) }
        }
        let snapshots = seen.withLock { $0 }
        let all = round.scores
        #expect(snapshots.count >= 2)
        #expect(snapshots.first?.columns.count ?? 0 > 0)
        for (earlier, later) in zip(snapshots, snapshots.dropFirst()) {
            #expect(earlier.columns.count <= later.columns.count)
            #expect(earlier.progress.bytesRead <= later.progress.bytesRead)
        }
        for snapshot in snapshots {
            #expect(!snapshot.progress.isComplete)
            #expect(snapshot.scores == Array(all.prefix(snapshot.columns.count)))
            #expect(
                snapshot.report.invalidRows.elementsEqual(
                    round.report.invalidRows.prefix(snapshot.report.invalidRows.count)
                )
            )
            let last = snapshot.columns.count - 1
            #expect(try snapshot.text(last) == round.text(last))
        }
        #expect(round.progress.isComplete)
        #expect(round.columns.count == 5400)
    }

    @Test func `load stops midway`() throws {
        let folder = try TestFolder()
        let path = try folder.write("x.jsonl", (0..<20_000).map { jsonRow("\($0)") }.joined(separator: "\n"))
        let cancellation = Cancellation()
        let snapshots = Mutex(0)
        #expect(throws: RoundFilesError.cancelled) {
            try RoundLoader.load(
                RoundRequest(paths: [path]),
                settings: .tiny(),
                cancellation: cancellation
            ) { _ in
                snapshots.withLock { $0 += 1 }
                cancellation.cancel()
            }
        }
        #expect(snapshots.withLock { $0 } == 1)
        #expect(RoundFilesError.cancelled.exitStatus == 130)
    }

    @Test(arguments: ["plain", "gzip"]) func `row too long is skipped and shown`(_ kind: String) throws {
        let folder = try TestFolder()
        let long = jsonRow(extra: #", "x": "\#(String(repeating: "y", count: 20_000))""#)
        let nearly = jsonRow(extra: #", "x": "\#(String(repeating: "y", count: 1000))""#)
        let rows = [jsonRow("1"), long, jsonRow("2"), nearly, long, long, jsonRow("3"), long]
        let text = Array(rows.joined(separator: "\n").utf8)
        let path =
            kind == "plain"
            ? try folder.write("x.jsonl", text)
            : try folder.write("x.jsonl.gz", try folder.filter(text, through: ["gzip"]))
        for blockSize in [64, 777, 2000] {
            let round = try load(path, settings: .tiny(blockSize: blockSize, rowLimit: 2000))
            #expect(round.scores.map(\.safety) == [1, 2, 0.5, 3])
            #expect(round.refused == [2, 5, 6, 8].map { Refused(line: $0, reason: .tooLong(limit: 2000)) })
            for row in round.report.invalidRows {
                #expect(row.place.length == long.utf8.count)
                #expect(try round.texts.invalidRowText(row, limit: 50) == Array(long.utf8.prefix(50)))
                #expect(try round.texts.invalidRowText(row, limit: 1 << 20) == Array(long.utf8))
            }
            #expect(try round.text(3).line == 7)
        }
    }

    @Test func `real answers load`() throws {
        let path = ["../shared/data/ko_rm_judge.jsonl", "../../shared/data/ko_rm_judge.jsonl"].first {
            FileManager.default.fileExists(atPath: $0)
        }
        guard let path else { return }
        let round = try load(path)
        #expect(round.columns.count == 400)
        #expect(round.report.invalidRows.isEmpty)
        let thresholds = Thresholds(adv: 0, safety: 0, help: 2)
        let buckets = round.scores.map { thresholds.bucket(safety: $0.safety, helpfulness: $0.helpfulness) }
        #expect(Bucket.allCases.map { bucket in buckets.count { $0 == bucket } } == [297, 77, 26])
    }
}
