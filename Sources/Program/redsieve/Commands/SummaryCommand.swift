import ArgumentParser
import Basics
import Configuration
import RoundExport
import RoundFiles
import RoundFilter
import RoundGrid
import RoundModel
import TextSafety

/// `redsieve summary`: what is in a round and what the thresholds make of it.
struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Says what a round holds and what the thresholds make of it.",
        discussion: """
            EXAMPLES:
              redsieve summary round-3.jsonl
              redsieve summary shards/ --json --theta-adv -1.5 -o summary.json
              redsieve summary round-3.jsonl --filter 'category = fraud and safety < 0.3'
              redsieve summary round-3.jsonl --by category --by style --json
              redsieve summary round-3.jsonl --filter leaks --evaluation seeds-test.jsonl
              redsieve summary grid-7
              zstd -dc round.jsonl.zst | redsieve summary -
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "Also counts the items that match a filter, which is written as for f on the screen.",
            valueName: "expr"
        )
    )
    var filter: String?

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Also counts items by the values of a field, or by ranges of its numbers; given twice, by pairs of values of two "
                + "fields. With --filter, counts the items that match.",
            valueName: "field"
        )
    )
    var by: [String] = []

    @OptionGroup(title: "What leaks in a filter asks for") var leaks: LeakOptions

    @Option(
        help: ArgumentHelp(
            "The review that thresholds come from, and what has:note, judged and moved in a filter ask for (ROUND.review "
                + "beside the round, if it exists).",
            valueName: "file"
        )
    )
    var review: String?

    @Flag(name: .customLong("no-review"), help: "Ignores the review that lies beside the round.")
    var noReview = false

    @Flag(help: "Prints one JSON object.")
    var json = false

    @Flag(name: .customLong("no-sha256"), help: "Leaves out the digest of the round's bytes.")
    var noDigest = false

    @Flag(
        name: .customLong("no-sets"),
        help: "Leaves out the distinct prompts and pairs, so that no text needs to be compared."
    )
    var noSets = false

    mutating func validate() throws {
        if noReview, review != nil { throw ValidationError("--review and --no-review exclude each other") }
        if let name = leaks.given, filter == nil {
            throw ValidationError("\(name) is for leaks in a filter: summary --filter leaks \(name) ...")
        }
        if by.count > 2 { throw ValidationError("--by counts by one field or two, not by \(by.count)") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        try output.check(beside: round.inputs(review))
        if round.rounds.count == 1, RoundGrid.isGrid(round.rounds[0]) {
            return try summarise(grid: round.rounds[0], configuration)
        }
        let kept = noReview ? nil : try ReviewFileWork.find(review, for: round.rounds, thresholds.defaults)
        let work = RoundWork()
        // The thresholds are a guess where not all are given; what is wrong then is not used.
        let sources = thresholds.sources(kept?.place, configuration)
        let hashes = noSets ? nil : SelectionHashes(for: sources.guess)
        var request = round.request(with: configuration)
        // Without sets and digest no text is read twice.
        request.keepsTexts = !noSets || !noDigest
        let loaded = try work.load(request, hashes: hashes, tellsNotes: json)
        let (chosen, scores) = work.thresholds(sources, for: loaded)
        let fields = RoundFields(loaded)
        let filtered = try filter.map { text throws(ProgramFailure) in
            try work.filterCounts(
                text,
                fields,
                at: chosen.thresholds,
                kept,
                leaks: (leaks, round.request(with: configuration))
            )
        }
        let values =
            by.isEmpty
            ? nil
            : try work.valueCounts(
                by: by,
                fields,
                of: filtered?.items ?? Population(loaded.columns),
                at: chosen.thresholds
            )
        work.tell(chosen, kept)
        var parts = RoundSummary.Parts.all
        if noDigest { parts.remove(.sha256) }
        if noSets { parts.remove(.sets) }
        var summary = try work.run { [parts, progress = work.progress] () throws(ExportError) in
            try RoundSummary.count(
                loaded,
                at: chosen.thresholds,
                origins: chosen.origins,
                parts: parts,
                scores: scores,
                hashes: hashes,
                cancellation: work.interruption.cancellation
            ) { bytes in
                progress.show("digesting", Double(bytes) / Double(max(1, loaded.report.bytes)), .bytes(bytes))
            }
        }
        summary.filter = filtered?.counts
        summary.values = values
        if json {
            try output.write(ResultJSON.text(summary.json, ResultJSON.invalidRows(loaded.report)))
        } else {
            try output.write(StandardStreams.safeLines(summary.text(width: 100)) + "\n")
        }
    }

    /// Says what a grid holds; it has counts and no rows.
    private func summarise(grid path: String, _ configuration: Configuration) throws {
        if filter != nil || !by.isEmpty {
            throw ValidationError(
                "a grid has counts alone, and --filter and --by need rows; its sample has some: \(path)/sample.jsonl"
            )
        }
        let grid = try GridWork.open(path)
        let kept = noReview ? nil : try ReviewFileWork.find(review, for: [path], thresholds.defaults)
        let chosen = thresholds.sources(kept?.place, configuration).choose(in: grid.counts)
        StandardStreams.message("thresholds: \(chosen.text)")
        let name = RoundNames.name(of: [path])
        let summary = GridSummary(grid, name: name, at: chosen.thresholds, origins: chosen.origins)
        if json {
            try output.write(ResultJSON.text(summary.json))
        } else {
            try output.write(StandardStreams.safeLines(summary.text) + "\n")
        }
    }
}
