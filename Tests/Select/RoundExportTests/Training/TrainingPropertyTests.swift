import Basics
import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundExport
@testable import RoundFiles

/// Random rounds with many ties and copies, held against the plain way.
struct TrainingPropertyTests {
    private struct Case {
        let folder: TestFolder
        let round: LoadedRound
        let items: [RandomRound.Item]
        let thresholds: Thresholds

        init(_ seed: UInt64, _ random: inout SeededGenerator) throws {
            var made = RandomRound(rows: .random(in: 1...250, using: &random), hasParents: false, using: &random)
            made.number()
            folder = try TestFolder()
            round = try RoundLoader.load(RoundRequest(paths: [folder.write(made.bytes, to: "round.jsonl")]))
            items = made.items
            func value(_ low: Double, _ high: Double) -> Double { .random(in: low...high, using: &random) }
            thresholds = Thresholds(adv: value(-1.5, 1), safety: value(-2, 0.5), help: value(-4, 0.5))
        }

        func export(
            _ format: ExportFormat,
            _ choices: TrainingChoices,
            mask: UInt64 = .max
        ) throws -> ExportResult {
            var request = ExportRequest(thresholds: thresholds, directory: folder("out"), format: format, replace: true)
            request.training = choices
            request.allowsEmpty = true
            var run = ExportWork(
                round: round,
                request: request,
                destination: try Destination(folder("out")),
                cancellation: Cancellation(),
                progress: { _ in }
            )
            run.hash = TextHash(seed: 7, mask: mask)
            return try run.export()
        }
    }

    @Test(
        arguments: 0..<12,
        [(PerPrompt.all, BestBy.ranks), (.random, .ranks), (.best, .helpfulness), (.best, .safety), (.best, .ranks)]
    )
    func `of each prompt the exported response is the one that the rule names`(seed: UInt64, rule: (PerPrompt, BestBy))
        throws
    {
        var random = SeededGenerator(seed: 400 + seed)
        let made = try Case(seed, &random)
        var choices = TrainingChoices()
        (choices.perPrompt, choices.bestBy, choices.seed) = (rule.0, rule.1, seed % 3)
        let plain = PlainTraining(made.items, made.thresholds, choices)
        let result = try made.export(.rows, choices, mask: seed % 4 == 3 ? 0x3F : .max)
        #expect(made.folder.lines("out/accepted.jsonl") == plain.accepted.map(\.line))
        #expect(result.prompts.sizes == plain.sizes)
        if rule.0 == .best { #expect(result.prompts.ties == plain.ties) }
        let sets = PlainSelection(made.items, made.thresholds)
        #expect(result.summary.sets == sets.sets, "what is chosen changes no count of what there is")
        #expect(made.folder.lines("out/adversarial.jsonl") == sets.lines(.adversarial))
        #expect(made.folder.lines("out/discarded.jsonl") == sets.lines(.discarded))
    }

    @Test(arguments: 0..<24)
    func `pairs are those with the largest lead of each prompt`(seed: UInt64) throws {
        var random = SeededGenerator(seed: 900 + seed)
        let made = try Case(seed, &random)
        var choices = TrainingChoices()
        choices.rejected = seed % 2 == 0 ? .unsafe : .weaker
        choices.pairsPerPrompt = [1, 1, 2, 5][Int(seed / 2) % 4]
        choices.margin = [nil, 0.5, 2][Int(seed) % 3]
        choices.perPrompt = PerPrompt.allCases[Int(seed) % 3]
        let plain = PlainTraining(made.items, made.thresholds, choices)
        let result = try made.export(.preference, choices, mask: seed % 5 == 4 ? 0xF : .max)
        let lines = try made.folder.objects("out/accepted.jsonl").map { line in
            ["prompt", "chosen", "rejected"].map { (line[$0] as? String).map { Array($0.utf8) } ?? [] }
        }
        #expect(lines == plain.pairs.map { [$0.chosen.prompt, $0.chosen.response, $0.rejected.response] })
        #expect(result.pairs?.pairs == plain.pairs.count)
        #expect(lines.allSatisfy { $0[1] != $0[2] })
    }

    @Test(arguments: 0..<12)
    func `labels tell accepted pairs from others, and no pair has both`(seed: UInt64) throws {
        var random = SeededGenerator(seed: 1_300 + seed)
        let made = try Case(seed, &random)
        var choices = TrainingChoices()
        choices.rejected = seed % 2 == 0 ? .unsafe : .weaker
        _ = try made.export(.unpaired, choices, mask: seed % 5 == 4 ? 0xF : .max)
        var accepted: Set<[[UInt8]]> = []
        var all: [[[UInt8]]: Int] = [:]
        var expected: [([[UInt8]], Bool)] = []
        for item in made.items where made.thresholds.bucket(item.scores, nil) == .accepted {
            accepted.insert([item.prompt, item.response])
        }
        for item in made.items {
            let pair = [item.prompt, item.response]
            let bucket = made.thresholds.bucket(item.scores, nil)
            let isRejected = bucket == .adversarial || bucket == .discarded && choices.rejected == .weaker
            guard bucket == .accepted || isRejected && !accepted.contains(pair) else { continue }
            all[pair, default: 0] += 1
            if all[pair] == 1 { expected.append((pair, bucket == .accepted)) }
        }
        let lines = try made.folder.objects("out/accepted.jsonl")
        #expect(lines.map { $0["label"] as? Bool } == expected.map(\.1))
        #expect(
            lines.map { line in ["prompt", "completion"].map { Array((line[$0] as? String ?? "").utf8) } }
                == expected.map(\.0)
        )
    }
}

extension RandomRound {
    /// Makes each row another one, so that it is known again.
    mutating func number() {
        var lines: [[UInt8]] = []
        for index in items.indices {
            var line = items[index].line
            let isReturned = line.last == UInt8(ascii: "\r")
            if isReturned { line.removeLast() }
            line.removeLast()
            line += Array(#","number":\#(index)}"#.utf8)
            items[index].line = line
            lines.append(line)
        }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        invalidLines = []
    }
}
