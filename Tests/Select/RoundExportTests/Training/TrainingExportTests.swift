import Foundation
import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Rounds that have little or too much of what training sets are made of.
struct TrainingExportTests {
    private func export(
        _ rows: [String],
        _ folder: TestFolder,
        _ format: ExportFormat = .preference,
        unsure: [Int] = [],
        _ change: (inout ExportRequest) -> Void = { _ in }
    ) throws -> ExportResult {
        let round = try loadRound(rows.joined(separator: "\n"), in: folder)
        var request = ExportRequest(thresholds: zeroZeroTwo, directory: folder("out"), format: format, replace: true)
        change(&request)
        let verdicts = unsure.isEmpty ? nil : ExportVerdicts(try JudgedRound.unsure(about: unsure, in: round))
        return try RoundExporter.export(round, request, verdicts: verdicts)
    }

    @Test func `one answer a prompt gives no pair, which is said and refused unless it is allowed`() throws {
        let folder = try TestFolder()
        let rows = [row("p", "a", 1, 3), row("q", "b", -1, 3), row("r", "c", 0, 3)]
        let error = #expect(throws: ExportError.self) { try export(rows, folder) }
        #expect(error?.exitStatus == 65)
        #expect(
            error?.message
                == "there are no pairs: 1 prompt has an accepted response, and none of them an adversarial response beside it"
        )
        #expect(folder.entries == ["round.jsonl"], "nothing is left")
        let result = try export(rows, folder) { $0.allowsEmpty = true }
        #expect(result.pairs?.rejectable.none == 1 && folder.bytes("out/accepted.jsonl").isEmpty)
        #expect(folder.text("out/README.md").contains("no set to load: `accepted.jsonl`"))
    }

    @Test func `a response is never paired with itself, whatever its copies score`() throws {
        let folder = try TestFolder()
        let rows = [row("p", "a", 1, 3), row("p", "a", -1, 3), row("p", "a", -2, 3)]
        let error = #expect(throws: ExportError.self) { try export(rows, folder) }
        #expect(
            error?.message
                == "there are no pairs: no chosen response has another text than an adversarial response to its prompt"
        )
        _ = try export(rows + [row("p", "b", -0.5, 3)], folder)
        #expect(folder.text("out/accepted.jsonl") == #"{"prompt":"p","chosen":"a","rejected":"b"}"# + "\n")
    }

    @Test func `a margin that nobody has is told with its number`() throws {
        let folder = try TestFolder()
        let error = #expect(throws: ExportError.self) {
            try export([row("p", "a", 1, 3), row("p", "b", -1, 3)], folder) { $0.training.margin = 2.5 }
        }
        #expect(error?.message.hasSuffix("and leads by 2.5") == true)
    }

    @Test func `where all scores are ties the first response is taken, and the ties are counted`() throws {
        let folder = try TestFolder()
        let rows = (0..<30).map { row("p\($0 % 3)", "r\($0)", 1, 3) }
        let result = try export(rows, folder, .rows) {
            $0.training.perPrompt = .best
            $0.training.bestBy = .ranks
        }
        #expect(folder.text("out/accepted.jsonl") == rows.prefix(3).map { $0 + "\n" }.joined())
        #expect(result.prompts.ties == 3 && result.prompts.sizes == [10: 3] && result.prompts.leftOut == 27)
    }

    @Test func `many copies of one prompt give one response and one pair`() throws {
        let folder = try TestFolder()
        let rows = (0..<20_000).map { row("p", "r\($0 % 900)", $0 % 2 == 0 ? 1 : -1, Double($0 % 11) + 3) }
        let result = try export(rows, folder) { $0.training.perPrompt = .random }
        #expect(result.prompts.prompts == 1 && result.prompts.largest == 450 && result.pairs?.pairs == 1)
        #expect(folder.lines("out/accepted.jsonl").count == 1)
    }

    @Test func `a random choice is the same in a round that is shuffled, and another by another seed`() throws {
        let folder = try TestFolder()
        var random = SeededGenerator(seed: 3)
        let rows = (0..<200).map { row("p\($0 % 20)", "r\($0)", 1, 3) }
        func chosen(_ rows: [String], _ seed: UInt64) throws -> Set<[UInt8]> {
            _ = try export(rows, folder, .rows) {
                $0.training.perPrompt = .random
                $0.training.seed = seed
            }
            return Set(folder.lines("out/accepted.jsonl"))
        }
        let first = try chosen(rows, 0)
        #expect(first.count == 20)
        #expect(try chosen(rows.shuffled(using: &random), 0) == first)
        #expect(try chosen(rows, 7) != first)
    }

    @Test func `an open verdict on either side keeps a row out of pairs and labels`() throws {
        let folder = try TestFolder()
        let rows = [
            row("p", "a", 1, 3), row("p", "b", -1, 3), row("q", "c", 1, 3), row("q", "d", -1, 3), row("s", "e", 1, 3),
            row("s", "f", -1, 3),
        ]
        // Somebody could not tell of the chosen side of p, and of the rejected side of q.
        let result = try export(rows, folder, unsure: [0, 3])
        #expect(folder.text("out/accepted.jsonl") == #"{"prompt":"s","chosen":"e","rejected":"f"}"# + "\n")
        #expect(result.pairs?.open == 2)
        _ = try export(rows, folder, .unpaired, unsure: [0, 3])
        #expect(try folder.objects("out/accepted.jsonl").map { $0["completion"] as? String } == ["b", "c", "e", "f"])
    }
}
