import Basics
import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundExport
@testable import RoundFiles

/// Random rounds (ties, duplicates, invalid rows, escapes, CRLF, BOM) at random thresholds (ties, crossed ones), held
/// against the plain selection.
struct ExportPropertyTests {
    private func thresholds(_ random: inout SeededGenerator) -> Thresholds {
        func value() -> Double {
            let onGrid = RandomRound.scores.randomElement(using: &random) ?? 0
            return Bool.random(using: &random) ? onGrid : onGrid + .random(in: -0.3...0.3, using: &random)
        }
        return Thresholds(adv: value(), safety: value(), help: value())
    }

    @Test(arguments: 0..<40)
    func `exports reconcile`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let made = RandomRound(rows: .random(in: 1...300, using: &random), hasParents: false, using: &random)
        let folder = try TestFolder()
        let round = try RoundLoader.load(RoundRequest(paths: [folder.write(made.bytes, to: "round.jsonl")]))
        let thresholds = thresholds(&random)
        let plain = PlainSelection(made.items, thresholds)

        let result = try RoundExporter.export(
            round,
            ExportRequest(thresholds: thresholds, directory: folder("out"))
        )

        #expect(result.summary.counts == plain.counts)
        #expect(result.summary.sets == plain.sets)
        #expect(folder.lines("out/adversarial.jsonl") == plain.lines(.adversarial))
        #expect(folder.lines("out/accepted.jsonl") == plain.lines(.accepted))
        #expect(folder.lines("out/discarded.jsonl") == plain.lines(.discarded))
        let invalid = try folder.objects("out/invalid.jsonl")
        #expect(invalid.map { $0["line"] as? Int } == made.invalidLines)

        // Every line of the default format is a line of the source, and every row is accounted for.
        let source = Set(folder.lines("round.jsonl").enumerated().map { $0 == 0 ? withoutMark($1) : $1 })
        for name in ["adversarial", "accepted", "discarded"] {
            #expect(folder.lines("out/\(name).jsonl").allSatisfy(source.contains))
        }
        let manifest = try folder.object("out/manifest.json")
        let buckets = try #require(manifest["buckets"] as? [String: Int])
        let described = try #require(manifest["round"] as? [String: Any])
        #expect(buckets.values.reduce(0, +) == described["items"] as? Int)
        #expect(described["items"] as? Int == made.items.count)
        #expect(described["invalid"] as? Int == made.invalidLines.count)
        let records = try #require(manifest["files"] as? [String: [String: Any]])
        for (name, record) in records where name.hasSuffix(".jsonl") {
            let (lines, rows) = (record["lines"] as? Int ?? -1, record["rows"] as? Int ?? -1)
            #expect(lines == folder.lines("out/\(name)").count)
            #expect(record["repeats"] as? Int == rows - lines)
            if let bucket = Bucket.allCases.first(where: { "\($0.name).jsonl" == name }) {
                #expect(rows == plain.counts[bucket])
            }
        }
    }

    private func withoutMark(_ line: [UInt8]) -> [UInt8] {
        line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
    }

    @Test(arguments: 0..<20)
    func `trainers formats hold the right texts`(seed: UInt64) throws {
        var random = SeededGenerator(seed: 1_000 + seed)
        let made = RandomRound(rows: .random(in: 1...200, using: &random), hasParents: true, using: &random)
        let folder = try TestFolder()
        let round = try RoundLoader.load(RoundRequest(paths: [folder.write(made.bytes, to: "round.jsonl")]))
        let thresholds = thresholds(&random)
        let plain = PlainSelection(made.items, thresholds)
        let hasParents = (plain.exported[.adversarial] ?? []).contains { $0.parent?.isEmpty == false }
        let template = try #require(AttackTemplate("{prompt}"))

        for format in [ExportFormat.promptCompletion, .messages] {
            let name = format.rawValue
            var request = ExportRequest(thresholds: thresholds, directory: folder(name), format: format)
            request.training.attackTemplate = template
            let result = try RoundExporter.export(round, request)
            // Pairs or prompts, never both in one file.
            let adversarial = plain.exported[.adversarial] ?? []
            let pairs = adversarial.compactMap { item -> [[UInt8]]? in
                item.parent.flatMap { $0.isEmpty ? nil : [$0, item.prompt] }
            }
            let expected = hasParents ? pairs : adversarial.map { [$0.prompt] }
            #expect(try texts("\(name)/adversarial.jsonl", format, folder) == expected)
            #expect(result.withoutParent == (hasParents ? adversarial.count - pairs.count : nil))
            #expect(
                try texts("\(name)/accepted.jsonl", format, folder)
                    == (plain.exported[.accepted] ?? []).map { [$0.prompt, $0.response] }
            )
            #expect(folder.lines("\(name)/discarded.jsonl") == plain.lines(.discarded))
        }
    }

    /// The texts of each line, after a parser that is not ours.
    private func texts(_ name: String, _ format: ExportFormat, _ folder: TestFolder) throws -> [[[UInt8]]] {
        try folder.objects(name).map { object in
            if format == .messages || object["prompt"] is [Any] {
                // A conversation that nobody answers is a prompt.
                let messages = (object["messages"] ?? object["prompt"]) as? [[String: String]] ?? []
                #expect((object["prompt"] != nil) == (messages.count == 1))
                #expect(messages.map { $0["role"] } == ["user", "assistant"].prefix(messages.count).map { $0 })
                return messages.map { Array(($0["content"] ?? "").utf8) }
            }
            return [object["prompt"], object["completion"]].compactMap { ($0 as? String).map { Array($0.utf8) } }
        }
    }

    /// With hashes of few bits all kinds of texts collide: slower, and the same to the byte.
    @Test(arguments: [UInt64.max, 0x3F, 0])
    func `colliding hashes change nothing`(mask: UInt64) throws {
        var random = SeededGenerator(seed: 77)
        let made = RandomRound(rows: 500, hasParents: false, using: &random)
        let folder = try TestFolder()
        let round = try RoundLoader.load(RoundRequest(paths: [folder.write(made.bytes, to: "round.jsonl")]))
        let thresholds = Thresholds(adv: 0, safety: -0.5, help: -1)
        let plain = PlainSelection(made.items, thresholds)
        let hash = TextHash(seed: 5, mask: mask)

        var maker = SelectionMaker(round: round, thresholds: thresholds, cancellation: Cancellation())
        maker.hash = hash
        #expect(try maker.make().sets == plain.sets)

        var run = ExportWork(
            round: round,
            request: ExportRequest(thresholds: thresholds, directory: folder("out")),
            destination: try Destination(folder("out")),
            cancellation: Cancellation(),
            progress: { _ in }
        )
        run.hash = hash
        let result = try run.export()
        #expect(result.summary.sets == plain.sets)
        #expect(folder.lines("out/adversarial.jsonl") == plain.lines(.adversarial))
        #expect(folder.lines("out/accepted.jsonl") == plain.lines(.accepted))
        #expect(folder.lines("out/discarded.jsonl") == plain.lines(.discarded))
        for file in result.files { #expect(file.sha256 == sha256(of: folder("out/\(file.name)"))) }
    }

    /// Texts that were hashed while the round was read, in blocks of a few rows, so that most repeats are of another block.
    @Test(arguments: [UInt64.max, 0x3F, 0xF << 40, 0], 0..<4)
    func `hashes of the load serve as well`(mask: UInt64, seed: UInt64) throws {
        var random = SeededGenerator(seed: 2_000 + seed)
        let isCSV = seed % 2 == 1
        let made = RandomRound(rows: 400, hasParents: false, using: &random)
        let folder = try TestFolder()
        let path = try folder.write(isCSV ? made.commaSeparated : made.bytes, to: isCSV ? "round.csv" : "round.jsonl")
        let thresholds = thresholds(&random)
        let plain = PlainSelection(made.items, thresholds)
        let hashes = SelectionHashes(for: thresholds, hash: TextHash(seed: 9, mask: mask))
        var settings = LoadSettings()
        settings.blockSize = [300, 3_000, 1 << 20][Int(seed) % 3]
        let round = try RoundLoader.load(RoundRequest(paths: [path]), settings: settings, observer: hashes)
        let request = ExportRequest(thresholds: thresholds, directory: folder("out"), format: .promptCompletion)

        var run = ExportWork(
            round: round,
            request: request,
            destination: try Destination(folder("out")),
            cancellation: Cancellation(),
            progress: { _ in },
            hashes: hashes
        )
        // If it comes to a second reading, that collides as well.
        run.hash = TextHash(seed: 10, mask: mask)
        let result = try run.export()
        #expect(result.summary.counts == plain.counts)
        #expect(result.summary.sets == plain.sets)
        #expect(
            try texts("out/adversarial.jsonl", .promptCompletion, folder)
                == (plain.exported[.adversarial] ?? []).map { [$0.prompt] }
        )
        #expect(
            try texts("out/accepted.jsonl", .promptCompletion, folder)
                == (plain.exported[.accepted] ?? []).map { [$0.prompt, $0.response] }
        )
        if !isCSV { #expect(folder.lines("out/discarded.jsonl") == plain.lines(.discarded)) }
        #expect(folder.lines("out/discarded.jsonl").count == plain.counts.discarded)
    }

    /// Hashes are of the thresholds that the load was given, and of one use.
    @Test func `hashes at other thresholds or used up are left alone`() throws {
        var random = SeededGenerator(seed: 88)
        let made = RandomRound(rows: 300, hasParents: false, using: &random)
        let folder = try TestFolder()
        let hashes = SelectionHashes(for: zeroZeroTwo)
        let path = try folder.write(made.bytes, to: "round.jsonl")
        let round = try RoundLoader.load(RoundRequest(paths: [path]), observer: hashes)
        let other = Thresholds(adv: 0.5, safety: -0.5, help: -1)
        for thresholds in [other, zeroZeroTwo, zeroZeroTwo] {
            let sets = try DistinctSets.count(in: round, at: thresholds, hashes: hashes)
            #expect(sets == PlainSelection(made.items, thresholds).sets)
        }
    }

    /// The collision stands behind megabytes of copies.
    @Test func `a late collision is seen`() throws {
        let folder = try TestFolder()
        let padding = String(repeating: "x", count: 10_000)
        let same = (0..<3_000).map { number in
            switch number % 3 {
            case 0: row("p", "a", 1, 3, more: #","padding":"\#(padding)""#)
            case 1: row("p", "a", -1, 0)
            default: row("p", "a", 0, 0)
            }
        }
        let last = [row("other", "a", 1, 3), row("other", "a", -1, 0)]
        let round = try loadRound((same + last).joined(separator: "\n"), in: folder)
        var run = ExportWork(
            round: round,
            request: ExportRequest(thresholds: zeroZeroTwo, directory: folder("out")),
            destination: try Destination(folder("out")),
            cancellation: Cancellation(),
            progress: { _ in }
        )
        run.hash = TextHash(seed: 5, mask: 0)
        let result = try run.export()
        #expect(folder.text("out/accepted.jsonl") == [same[0], last[0]].map { $0 + "\n" }.joined())
        #expect(folder.text("out/adversarial.jsonl") == [same[1], last[1]].map { $0 + "\n" }.joined())
        #expect(folder.lines("out/discarded.jsonl").count == 1_000)
        for file in result.files { #expect(file.sha256 == sha256(of: folder("out/\(file.name)"))) }
    }
}
