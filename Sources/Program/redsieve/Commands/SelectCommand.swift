import ArgumentParser
import Basics
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

/// `redsieve select`: the selection without a screen.
struct SelectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: "Selects the sets of the next round and writes them into a folder.",
        discussion: """
            Writes adversarial.jsonl, accepted.jsonl, discarded.jsonl, invalid.jsonl, README.md and manifest.json. The \
            folder is written completely or not at all.

            EXAMPLES:
              redsieve select round-3.jsonl --theta-adv 0.3 --theta-safety 0.8 --theta-help 0.4 -o round-4
              redsieve select round-3.jsonl --review auto -o round-4
              redsieve select shards/ -o sets --format messages --per-prompt random --replace
              redsieve select round-3.jsonl --review auto -o pairs --format preference
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("The folder to write.", valueName: "dir"),
        completion: .directory
    )
    var output: String

    @Option(
        help: ArgumentHelp("How lines are written: \(NamedChoice<ExportFormat>.words).", valueName: "format"),
        completion: NamedChoice<ExportFormat>.completion,
        transform: { try NamedChoice.parse($0, "a format") }
    )
    var format: ExportFormat = .rows

    @OptionGroup(title: "Training sets") var training: TrainingOptions

    @Option(
        help: ArgumentHelp(
            "A review whose verdicts outrank the thresholds; auto means ROUND.review beside the round, if it exists. "
                + "Without this option, its thresholds count and its verdicts do not.",
            valueName: "file"
        )
    )
    var review: String?

    @Flag(name: .customLong("no-review"), help: "Ignores the review that lies beside the round.")
    var noReview = false

    @OptionGroup var guarding: GuardOptions

    @Flag(help: "Replaces an earlier export.")
    var replace = false

    mutating func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
        try training.check(format)
        if noReview, review != nil { throw ValidationError("--review and --no-review exclude each other") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        // A round may take minutes to read: what stands in the way of its export is told before.
        do throws(ExportError) {
            try RoundExporter.checkDestination(output, replace: replace)
        } catch {
            throw ProgramFailure(error)
        }
        let card = try training.readCard()
        let kept = noReview ? nil : try ReviewFileWork.find(review, for: round.rounds, thresholds.defaults)
        // Where nobody has given a verdict the rule alone counts.
        let journal = review == nil || kept?.count ?? 0 == 0 ? nil : kept
        let work = RoundWork()
        // The thresholds are a guess where not all are given; what is wrong then is not used.
        let sources = thresholds.sources(kept?.place, configuration)
        // Read before the round, which may take minutes: what is wrong with these files is told first.
        let prompts = try guarding.request(round.request(with: configuration), work)
        // Verdicts are found in a round that was read, and other rows count then.
        let hashes =
            journal == nil
            ? SelectionHashes(for: sources.guess, format: format, choices: training.choices, guarding: prompts) : nil
        let loaded = try work.load(round.request(with: configuration), hashes: hashes)
        work.tellFields(loaded)
        let chosen = work.thresholds(sources, for: loaded).chosen
        work.tell(chosen, kept, isCounted: journal != nil)
        var request = ExportRequest(
            thresholds: chosen.thresholds,
            directory: output,
            format: format,
            replace: replace,
            origins: chosen.origins,
            training: training.choices
        )
        request.allowsEmpty = training.allowEmpty
        request.card = card
        request.guarding = prompts
        let asked = request
        let progress = work.progress
        let cancellation = work.interruption.cancellation
        let result = try work.run { () throws(ExportError) in
            let verdicts = try journal.map { journal throws(ExportError) in
                let judged = try JudgedRound.matching(
                    journal.record,
                    seed: journal.seed,
                    in: loaded,
                    cancellation: cancellation
                ) { done, total in
                    progress.show("finding verdicts", Double(done) / Double(max(1, total)))
                }
                return ExportVerdicts(judged).stating(at: asked.thresholds)
            }
            return try RoundExporter.export(
                loaded,
                asked,
                hashes: hashes,
                verdicts: verdicts,
                cancellation: cancellation
            ) { done in
                if done.stage == .rows {
                    progress.show("writing", done.fraction, .rows(done.rows))
                } else {
                    progress.show("syncing", nil)
                }
            }
        }
        for note in CertificateText.exportNotes(result.summary) { StandardStreams.message("note: \(note)") }
        for note in (result.guarded?.notes() ?? []) + result.summary.notes + result.troubleNotes {
            StandardStreams.message("note: \(note)")
        }
        for note in TrainingText.notes(result, asked) { StandardStreams.message("note: \(note)") }
        try StandardStreams.write(StandardStreams.safeLines(ResultText.lines(result)))
    }
}
