import RoundExport
import RoundFiles
import RoundModel
import TestSupport
import Testing

struct ExportPlanTests {
    private func plan(_ round: LoadedRound, _ directory: String, replace: Bool = false) -> ExportPlan {
        let counts = round.columns.tally(zeroZeroTwo, baseline: zeroZeroTwo).counts
        return ExportPlan(
            for: round,
            counts: counts,
            ExportRequest(thresholds: zeroZeroTwo, directory: directory, replace: replace)
        )
    }

    @Test func `what will be written is what is written`() throws {
        let folder = try TestFolder()
        let rows = [
            row("p", "a", -1, 0), row("p", "b", -1, 0), row("q", "a", 1, 3), row("q", "a", 1, 3), row("r", "a", 0, 0),
            "{",
        ]
        let round = try loadRound(rows.joined(separator: "\n"), in: folder)
        let plan = plan(round, folder("out/"))
        #expect(plan.place == folder("out"))
        #expect(plan.standing == .free)
        #expect(folder.entries == ["round.jsonl"], "a plan makes nothing")
        #expect(
            plan.files.map(\.content) == [
                "the distinct prompts of 2 rows", "the distinct pairs of 2 rows", "1 row", "1 row",
                "what is in the folder, for people and loaders", "how the sets came about, and a digest of each file",
            ]
        )
        let result = try RoundExporter.export(
            round,
            ExportRequest(thresholds: zeroZeroTwo, directory: plan.directory)
        )
        #expect(result.place == plan.place)
        #expect(result.files.map(\.name) == plan.files.map(\.name))
        for (file, planned) in zip(result.files, plan.files) {
            switch planned.lines {
            case .exactly(let lines): #expect(file.lines == lines)
            case .distinctPromptsAmong(let rows), .distinctPairsAmong(let rows): #expect(file.rows == rows)
            case .leftOut: #expect(file.name == "excluded.jsonl")
            case .description: #expect(file.isDescription)
            case .record: #expect(file.name == "manifest.json")
            }
        }
        #expect(self.plan(round, folder("out")).standing == .refused(.exists(path: folder("out"))))
        #expect(self.plan(round, folder("out"), replace: true).standing == .replaces)
    }

    @Test func `a refusal is known beforehand`() throws {
        let folder = try TestFolder()
        let round = try loadRound(row("p", "a", -1, 0), in: folder)
        let missing = plan(round, folder("no/out"))
        #expect(missing.place == nil)
        #expect(missing.standing == .refused(.noParent(path: folder("no"))))
        for replace in [false, true] {
            let standing = plan(round, folder.path, replace: replace).standing
            #expect(standing == .refused(.notAnExport(path: folder.path)))
        }
    }
}
