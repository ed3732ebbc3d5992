import Basics
import CLibrary
import DensityPlot
import ItemFilter
import ReviewAudit
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel
import RoundReport
import Verdicts

extension ReportCommand {
    /// What the scores and the round's bytes tell.
    func contents(
        of loaded: LoadedRound,
        at chosen: ChosenThresholds,
        _ kept: ReviewFileWork.Kept?,
        _ hashes: SelectionHashes?,
        _ work: RoundWork
    ) throws(ProgramFailure) -> ReportContents {
        let theta = chosen.thresholds
        let progress = work.progress
        let summary = try work.run { () throws(ExportError) in
            try RoundSummary.count(
                loaded,
                at: theta,
                origins: chosen.origins,
                hashes: hashes,
                cancellation: work.interruption.cancellation
            ) { bytes in
                progress.show("digesting", Double(bytes) / Double(max(1, loaded.report.bytes)), .bytes(bytes))
            }
        }
        let baseline = self.baseline ?? kept?.place?.baseline
        var contents = ReportContents(
            load: loaded.report,
            tally: loaded.columns.tally(theta, baseline: baseline ?? theta),
            hasBaseline: baseline != nil,
            origin: chosen.text + ".",
            scores: summary.scores,
            digest: summary.sha256 ?? "",
            program: BuildName.text
        )
        contents.made = DayText.day(time(nil))
        if let sets = summary.sets {
            contents.facts = [
                ("adversarial prompts", sets.adversarialPrompts), ("accepted pairs", sets.acceptedPairs),
                ("prompts in both", sets.promptsInBoth),
                ("prompts with several accepted responses", sets.promptsWithSeveralAccepted),
            ].map { .init($0, DecimalText.grouped($1)) }
        }
        contents.facets = try facets(of: loaded, at: theta, work)
        if let safety = summary.scores[.safety], let help = summary.scores[.helpfulness] {
            Self.draw(loaded.columns, Viewport(fitting: safety, help, lines: theta), at: theta, in: &contents)
        }
        return contents
    }

    /// What pictures show.
    private static func draw(
        _ columns: ScoreColumns,
        _ viewport: Viewport,
        at theta: Thresholds,
        in contents: inout ReportContents
    ) {
        let dots = ReportContents.dots
        contents.grid = DensityGrid(columns, viewport: viewport, columns: dots.columns, rows: dots.rows)
        func range(_ score: ScoreName) -> ScoreRange { score == .safety ? viewport.safety : viewport.helpfulness }
        contents.histograms = ScoreName.allCases.map { score in
            ScoreHistogram(columns, of: score, in: range(score), bins: ReportContents.bars, at: theta)
        }
        contents.moves = ThresholdName.allCases.map { name in
            ThresholdCounts(columns, of: name, in: range(name.score), steps: ReportContents.steps, at: theta)
        }
    }

    /// What the verdicts make of the buckets.
    static func judged(_ round: JudgedRound, at theta: Thresholds) -> ReportContents.Judged {
        let (agree, override) = round.agreement(at: theta)
        return ReportContents.Judged(counts: round.counts(at: theta), items: agree + override, moved: override)
    }

    /// When the verdicts that hold were given, in words.
    static func days(of record: ReviewRecord) -> String {
        let times = record.items.values.flatMap(\.answers).map(\.time)
        guard let first = times.min(), let last = times.max() else { return "" }
        return DayText.span(first / 1000, last / 1000)
    }

    /// The fields with few values, but for those in which all items are alike; category and style first, and of each field the most
    /// frequent values.
    private func facets(
        of loaded: LoadedRound,
        at theta: Thresholds,
        _ work: RoundWork
    ) throws(ProgramFailure) -> [ReportContents.Facet] {
        let fields = RoundFields(loaded)
        let (progress, cancellation) = (work.progress, work.interruption.cancellation)
        let found = try work.run { () throws(ExportError) in
            do throws(RoundFilesError) {
                return try fields.facetFields(cancellation: cancellation) { progress.show("reading fields", $0) }
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        let population = Population(loaded.columns)
        let kinds: [FilterField] = [.role(.category), .role(.style)]
        return (kinds.filter(found.contains) + found.filter { !kinds.contains($0) }).compactMap { field in
            let values = fields.facet(field, of: population, at: theta)
            // Ranges of numbers are for looking into, not for showing.
            guard values.allSatisfy({ $0.bin == nil }) else { return nil }
            return values.count > 1 ? ReportContents.Facet(field: field.name, values: values) : nil
        }
    }
}
