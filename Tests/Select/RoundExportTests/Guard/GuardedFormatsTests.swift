import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing
import TrainingGuard

/// The guard in every format, with every choice of responses.
struct GuardedFormatsTests {
    private static let animals = [
        "lion", "wren", "newt", "crab", "moth", "seal", "toad", "yak", "goat", "slug", "hare", "kiwi",
    ]

    @Test(arguments: ExportFormat.allCases, PerPrompt.allCases)
    func `a set holds what it would hold if no row of the round leaked`(_ format: ExportFormat, _ which: PerPrompt)
        throws
    {
        var random = SeededGenerator(seed: UInt64(format.rawValue.utf8.count))
        let listed = Set(Self.animals.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        var (all, kept) = ([String](), [String]())
        for _ in 0..<150 {
            let animal = Self.animals[Int.random(in: 0..<Self.animals.count, using: &random)]
            let (safety, help) = (Int.random(in: -2...2, using: &random), Int.random(in: 0...5, using: &random))
            let response = "r\(Int.random(in: 0..<5, using: &random))"
            let line = row("about a \(animal)", response, Double(safety), Double(help))
            all.append(line)
            if !listed.contains(animal) { kept.append(line) }
        }
        let folder = try TestFolder()
        let prompts = listed.sorted().map { "About a \($0)?" }.joined(separator: "\n")
        let evaluation = try PromptList.evaluation(RoundRequest(paths: [folder.write(prompts, to: "test.txt")]))
        func request(_ name: String, _ guarding: GuardRequest?) -> ExportRequest {
            var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder(name), format: format)
            request.training.perPrompt = which
            request.training.rejected = .weaker
            request.training.pairsPerPrompt = 3
            request.allowsEmpty = true
            request.guarding = guarding
            return request
        }
        let guarding = GuardRequest(evaluation: evaluation, dropsEvaluation: true)
        let round = try loadRound(all.joined(separator: "\n"), in: folder)
        let guarded = try RoundExporter.export(round, request("guarded", guarding))
        let rest = try loadRound(kept.joined(separator: "\n"), in: folder, named: "rest.jsonl")
        _ = try RoundExporter.export(rest, request("free", nil))
        for set in ["adversarial", "accepted"] {
            #expect(folder.bytes("guarded/\(set).jsonl") == folder.bytes("free/\(set).jsonl"), "\(set)")
        }
        #expect(folder.lines("guarded/accepted.jsonl").count > 3)
        #expect(guarded.guarded?.evaluation?.total == listed.count)
        // What is told before is what comes of it.
        let counted = try ExportLines.count(in: round, request("counted", guarding))
        // What was found once is not looked for again, and says the same.
        let known = KnownLeaks(of: round)
        #expect(try RoundLeaks.find(in: round, guarding, known: known)?.items.count == all.count - kept.count)
        for _ in 0..<2 {
            let again = try ExportLines.count(in: round, request("counted", guarding), known: known)
            #expect(
                (again.adversarial, again.accepted, again.rejected) == (
                    counted.adversarial, counted.accepted, counted.rejected
                )
            )
            #expect(again.guarded == counted.guarded)
        }
        #expect(counted.adversarial == folder.lines("guarded/adversarial.jsonl").count)
        #expect(counted.accepted + counted.rejected == folder.lines("guarded/accepted.jsonl").count)
        #expect(counted.refusal == nil)
        guard
            case .leaks(let report)? = try ExportLines.count(
                in: round,
                request("counted", GuardRequest(evaluation: evaluation))
            )
            .refusal
        else {
            Issue.record("nothing leaks")
            return
        }
        #expect(report.evaluation?.total == listed.count)
        #expect(try RoundLeaks.find(in: round, guarding)?.items.count == all.count - kept.count)
    }

    @Test(arguments: ExportFormat.allCases, 0..<4)
    func `what a load saw of leaks makes the export that a look at the round makes`(
        _ format: ExportFormat,
        _ seed: UInt64
    )
        throws
    {
        var random = SeededGenerator(seed: seed)
        func about(_ kinds: Range<Int>) -> String {
            let animal = Self.animals[Int.random(in: kinds, using: &random)]
            return ["about a \(animal)", "About a \(animal)?", "about a \(animal) and its den"].randomElement(
                using: &random
            ) ?? ""
        }
        let folder = try TestFolder()
        // A parent for most rows of the first shard, and no such field in the second one.
        let shards = try (0..<2).map { shard in
            let rows = (0..<200).map { _ in
                let place = Int.random(in: 2..<12, using: &random)
                let isChild = shard == 0 && place < 6 && Bool.random(using: &random)
                let parent = isChild ? #","parent":"\#(about(0..<12))""# : ""
                let scores = (Int.random(in: -2...2, using: &random), Int.random(in: 0...5, using: &random))
                let response = "r\(Int.random(in: 0..<5, using: &random))"
                return row(about(place..<place + 1), response, Double(scores.0), Double(scores.1), more: parent)
            }
            return try folder.write(rows.joined(separator: "\n"), to: "shard-\(shard).jsonl")
        }
        let prompts = Self.animals[..<4].map { "About a \($0)?" }.joined(separator: "\n")
        let before =
            row("about a goat", "r", 0, 0, more: #","parent":"about a lion""#) + "\n" + row("a slug", "r", 0, 0)
        let evaluation = try PromptList.evaluation(RoundRequest(paths: [folder.write(prompts, to: "test.txt")]))
        let seen = try PromptList.seen(
            RoundRequest(paths: [folder.write(before, to: "before.jsonl")]),
            evaluation: evaluation
        )
        let guarding = GuardRequest(
            evaluation: seed == 3 ? nil : evaluation,
            seen: seed == 2 ? nil : seen,
            dropsEvaluation: true,
            dropsSeen: seed == 1
        )
        func export(_ name: String, _ hashes: SelectionHashes?) throws {
            var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder(name), format: format)
            request.training.rejected = .weaker
            request.allowsEmpty = true
            request.guarding = guarding
            let round = try RoundLoader.load(RoundRequest(paths: shards), observer: hashes)
            _ = try RoundExporter.export(round, request, hashes: hashes)
        }
        var choices = TrainingChoices()
        choices.rejected = .weaker
        try export("later", nil)
        try export("alone", SelectionHashes(for: zeroZeroTwo, format: format, choices: choices))
        try export("load", SelectionHashes(for: zeroZeroTwo, format: format, choices: choices, guarding: guarding))
        #expect(folder.lines("later/accepted.jsonl").count > 3)
        for file in folder.entries(of: "later") {
            #expect(folder.bytes("load/\(file)") == folder.bytes("later/\(file)"), "\(file)")
            #expect(folder.bytes("alone/\(file)") == folder.bytes("later/\(file)"), "\(file)")
        }
        if seed < 3 { #expect(folder.lines("load/excluded.jsonl").count > 10) }
    }
}
