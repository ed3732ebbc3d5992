import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

struct RoundSummaryTextTests {
    private let rows = [
        row("p", "a", -1.5, 0), row("p", "b", -2, 0.25), row("q", "a", 1, 3), row("q", "b", 1, 3), row("r", "c", 0, 3),
    ]

    private func round(_ folder: TestFolder, change: (inout LoadReport) -> Void = { _ in }) throws -> LoadedRound {
        let round = try loadRound(rows.joined(separator: "\n"), in: folder)
        var report = round.report
        change(&report)
        return LoadedRound(columns: round.columns, texts: round.texts, report: report, progress: round.progress)
    }

    @Test func `everything there is to say`() throws {
        let folder = try TestFolder()
        let round = try round(folder) { report in
            let rows = (1...17).map {
                InvalidRow(
                    place: RowPlace(shard: $0 % 2, offset: 0, length: 3),
                    line: $0 * 100,
                    reason: $0 % 2 == 0 ? .null(.safety) : .notJSON(column: 1)
                )
            }
            report.invalidRows = InvalidRows(rows)
            report.shards = ["/a/part-1.jsonl", "/b/part-2.jsonl"]
            report.bytes = 870_400_000
            report.textScores = 1
            report.duplicateIDs = 12_345
            report.emptyTexts = 2
            report.fields.paths[.safety] = "scores.toxicity"
            report.fields.lowerIsBetter = [.safety]
        }
        let summary = try RoundSummary.count(
            round,
            at: Thresholds(adv: 0.5, safety: 0, help: 2),
            origins: [.adv: .suggested],
            parts: .sets
        )
        let expected = """
            round.jsonl
              5 items · 17 invalid · 870 MB · 2 shards
              fields  prompt, response, safety = scores.toxicity (lower is better, negated),
                      helpfulness

            Scores            min     5 %    25 %  median   75 %   95 %    max    mean
              safety       -2.000  -1.900  -1.500   0.000  1.000  1.000  1.000  -0.300
              helpfulness   0.000   0.050   0.250   3.000  3.000  3.000  3.000   1.850

            Thresholds       below  on it  above
              θ adv     0.5      3      0      2
              θ safety    0      2      1      2
              θ help      2      2      0      3

            Buckets          items   share
              A adversarial      3  60.0 %
              C accepted         2  40.0 %
              D discarded        0     0 %

            Sets (distinct)
              adversarial prompts         2  of 3 rows
              accepted pairs              2  of 2 rows, from 1 prompt
              prompts in both             0
              prompts with several pairs  1

            Invalid rows  17
              part-2.jsonl:100  not valid JSON at column 1
              part-1.jsonl:200  safety score is null
              part-2.jsonl:300  not valid JSON at column 1
              part-1.jsonl:400  safety score is null
              part-2.jsonl:500  not valid JSON at column 1
              … and 12 more

            Notes
              - The thresholds are suggested: they come from the quantiles of the scores,
                not from a person.
              - θ adv lies above θ safety: items between them are adversarial, since the
                first test wins.
              - 1 score was a string holding a number.
              - 12,345 items with an id seen before; rows are told apart by place, nothing
                is lost.
              - 2 items with an empty prompt or response; they are kept.

            """
        #expect(summary.text(width: 80) == expected)
    }

    @Test func `what was not asked for or is not there takes no room`() throws {
        let folder = try TestFolder()
        let text = RoundSummary(of: try round(folder), at: zeroZeroTwo).text()
        for word in ["Sets", "sha256", "Invalid rows", "Notes", "shards"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test(arguments: [(50, 1), (62, 3), (72, 3), (80, 5), (200, 5)])
    func `wider terminals show more quantiles`(width: Int, quantiles: Int) throws {
        let folder = try TestFolder()
        let text = RoundSummary(of: try round(folder), at: zeroZeroTwo).text(width: width)
        let titles = text.split(separator: "\n").first { $0.hasPrefix("Scores") } ?? ""
        #expect(["5 %", "25 %", "median", "75 %", "95 %"].count { titles.contains(" \($0)") } == quantiles)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }

    @Test func `thresholds that differ never look alike`() throws {
        let folder = try TestFolder()
        let text = RoundSummary(of: try round(folder), at: Thresholds(adv: 0.1, safety: 0.1.nextUp, help: 0)).text()
        #expect(text.contains(" 0.1 "))
        #expect(text.contains(" 0.10000000000000002 "))
    }
}
