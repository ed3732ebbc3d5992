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
}
