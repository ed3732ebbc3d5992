import ArgumentParser
import ReviewApp
import RoundExport
import RoundFiles
import RoundModel

/// `redsieve select`: the selection without a screen.
struct SelectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: "Selects the sets of the next round and writes them into a folder.",
        discussion: """
            Writes adversarial.jsonl, accepted.jsonl, discarded.jsonl, invalid.jsonl and manifest.json. The folder is \
            there complete or not at all.

            EXAMPLES:
              redsieve select round-3.jsonl --theta-adv 0.3 --theta-safety 0.8 --theta-help 0.4 --out round-4
              redsieve select shards/ --out sets --format messages --replace
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
    var out: String

    @Option(
        help: ArgumentHelp("How lines are written: rows, prompt-completion or messages.", valueName: "format"),
        completion: .list(ExportFormat.allCases.map(\.rawValue)),
        transform: Self.format
    )
    var format: ExportFormat = .rows

    @Option(help: ArgumentHelp("A review whose verdicts outrank the rule.", valueName: "file"))
    var review: String?

    @Flag(help: "Replaces an earlier export.")
    var replace = false

    mutating func validate() throws {
        if out.isEmpty { throw ValidationError("--out needs the name of a folder") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        // A round may take minutes to read: what stands in the way of its export is told before.
        do throws(ExportError) {
            try RoundExporter.checkDestination(out, replace: replace)
        } catch {
            throw ProgramFailure(error)
        }
        let journal = try review.flatMap { path throws(ProgramFailure) in try ReviewFileWork.read(path) }
        let work = RoundWork()
        // The thresholds are a guess where not all are given; what is wrong then is not used.
        let hashes = SelectionHashes(expecting: thresholds.defaults(configuration))
        let loaded = try work.load(round.request(with: configuration), hashes: hashes)
        work.tellFields(loaded)
        let (thresholds, suggested, _) = work.thresholds(thresholds.defaults(configuration), for: loaded)
        let request = ExportRequest(
            thresholds: thresholds,
            directory: out,
            format: format,
            replace: replace,
            suggested: suggested
        )
        let progress = work.progress
        let cancellation = work.interruption.cancellation
        let result = try work.run { () throws(ExportError) in
            let verdicts = try journal.map { journal throws(ExportError) in
                try ExportVerdicts.matching(
                    journal.record,
                    seed: journal.seed,
                    in: loaded,
                    cancellation: cancellation
                ) { done, total in
                    progress.show("finding verdicts", Double(done) / Double(max(1, total)))
                }.stating(at: request.thresholds, in: loaded.columns)
            }
            return try RoundExporter.export(
                loaded,
                request,
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
        try StandardStreams.write(StandardStreams.safeLines(ResultText.lines(result)))
    }

    private static func format(_ text: String) throws -> ExportFormat {
        guard let format = ExportFormat(rawValue: text) else {
            let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(text)\" is no format; the formats are \(known)")
        }
        return format
    }
}
