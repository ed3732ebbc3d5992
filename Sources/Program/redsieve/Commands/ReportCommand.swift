import ArgumentParser
import Basics
import DensityPlot
import ItemFilter
import ReviewAudit
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel
import RoundReport
import Verdicts

/// `redsieve report`: a round on one page for a colleague.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes one HTML file that shows a round, its thresholds and what its verdicts show.",
        discussion: """
            The file loads nothing and runs nothing: you can send it and open it anywhere. It holds the plot, counts, \
            flows, invalid rows and, where there is a review, its figures with intervals and its certificate. It holds \
            no prompt and no response.

            EXAMPLES:
              redsieve report round-3.jsonl -o round-3.html
              redsieve report round-3.jsonl --theta-safety 0.7 --baseline 0.3,0.8,0.4 -o round-3.html --replace
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The file to write.", valueName: "file"),
        completion: .file(extensions: ["html"])
    )
    var output: String

    @Flag(help: "Replaces an earlier report.")
    var replace = false

    @Option(help: ArgumentHelp("The review (ROUND.review beside the round, if it exists).", valueName: "file"))
    var review: String?

    @Flag(name: .customLong("no-review"), help: "Reports scores only; ignores verdicts.")
    var noReview = false

    @Option(
        help: ArgumentHelp("The thresholds that flows are counted from (the review's baseline).", valueName: "a,s,h"),
        transform: AuditCommand.thresholds
    )
    var baseline: Thresholds?

    @Option(help: ArgumentHelp("The probability that an interval misses.", valueName: "share"))
    var alpha = 0.05

    mutating func validate() throws {
        if output.isEmpty || output == "-" { throw ValidationError("--output needs the name of a file") }
        if noReview, review != nil { throw ValidationError("--review and --no-review exclude each other") }
        guard alpha > 0, alpha < 1 else { throw ValidationError("--alpha must lie between 0 and 1, both excluded") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        let file = OutputFile(
            path: output,
            replacing: replace
                ? .earlier(mark: RoundReport.mark, name: "report") : .nothing(hint: "--replace replaces it")
        )
        // A round may take minutes to read: what stands in the way of its report is told before.
        try file.check()
        let kept = noReview ? nil : try ReviewFileWork.openIfThere(review, for: round.rounds)
        let work = RoundWork()
        // The thresholds are a guess where not all are given; what is wrong then is not used.
        let sources = thresholds.sources(kept?.place, configuration)
        let hashes = SelectionHashes(for: sources.guess)
        let loaded = try work.load(round.request(with: configuration), hashes: hashes)
        let chosen = work.thresholds(sources, for: loaded).chosen
        work.tell(chosen, kept)
        let theta = chosen.thresholds
        var contents = try contents(of: loaded, at: chosen, kept, hashes, work)
        if let kept, !kept.record.items.isEmpty {
            let audited = try work.audit(kept, of: loaded, at: theta, alpha: alpha)
            contents.judged = Self.judged(audited.judged, at: theta)
            contents.audit = audited.report.lines
            let drawn = try work.curves(of: audited.judged, at: theta, alpha: alpha)
            (contents.sweeps, contents.curves, contents.diagrams) = (drawn.sweeps, drawn.curves, drawn.diagrams)
            let lost = LostVerdict.all(audited.judged.matched.missing, kept.record.items).count
            if lost > 0 {
                let text = "\(DecimalText.counted(lost, "verdict")) on items that this round does not have; none counts"
                contents.audit.append(AuditLine(kind: .fact, label: "not in the round", text: text))
            }
            contents.certificate = certificate(audited.certificate, kept.record)
        } else if let kept {
            contents.certificate = certificate(nil, kept.record)
        }
        let bytes = RoundReport.html(contents)
        try file.write(bytes)
        try StandardStreams.write(StandardStreams.safeLines("wrote \(output): \(ByteText.size(bytes.count))\n"))
    }

    /// What the scores and the round's bytes tell.
    private func contents(
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
        if let sets = summary.sets {
            contents.facts = [
                ("adversarial prompts", sets.adversarialPrompts), ("accepted pairs", sets.acceptedPairs),
                ("prompts in both", sets.promptsInBoth),
                ("prompts with several accepted responses", sets.promptsWithSeveralAccepted),
            ].map { .init($0, DecimalText.grouped($1)) }
        }
        contents.facets = try facets(of: loaded, at: theta, work)
        if let safety = summary.scores[.safety], let help = summary.scores[.helpfulness] {
            let viewport = Viewport(fitting: safety, help, lines: theta)
            let dots = ReportContents.dots
            contents.grid = DensityGrid(loaded.columns, viewport: viewport, columns: dots.columns, rows: dots.rows)
        }
        return contents
    }

    /// What the verdicts make of the buckets.
    private static func judged(_ round: JudgedRound, at theta: Thresholds) -> ReportContents.Judged {
        let (agree, override) = round.agreement(at: theta)
        return ReportContents.Judged(counts: round.counts(at: theta), items: agree + override, moved: override)
    }

    /// The fields with few values, the most frequent values first.
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
        return found.map { field in
            ReportContents.Facet(field: field.name, values: fields.facet(field, of: population, at: theta))
        }
    }

    private func certificate(_ status: CertificateStatus?, _ record: ReviewRecord) -> [String] {
        let journal = CertificateJournal(record)
        guard journal.plan != nil || journal.obstacle != nil else { return [] }
        return CertificateText.audit(status, record).split(separator: "\n").map(String.init)
    }
}
