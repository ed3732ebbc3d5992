import ArgumentParser
import AuditStatistics
import Configuration
import ReviewAudit
import ReviewStore
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

/// `redsieve audit`: what the verdicts on a round prove.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Tells what the verdicts on a round prove, with intervals.",
        discussion: """
            Rates come from the samples alone (Q in the review), agreement from answers that were given blind. Where \
            there are too few labels it says how many are missing.

            EXAMPLES:
              redsieve audit round-3.jsonl
              redsieve audit round-3.jsonl --theta-safety 0.7 --at 0.3,0.9,0.5 --json
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("The review (ROUND.review beside the round).", valueName: "file"))
    var review: String?

    @Option(help: ArgumentHelp("The probability that an interval misses.", valueName: "share"))
    var alpha = 0.05

    @Option(
        help: ArgumentHelp("Other thresholds to tell the buckets of; may be given several times.", valueName: "a,s,h"),
        transform: Self.thresholds
    )
    var at: [Thresholds] = []

    @Flag(help: "Prints one JSON object.")
    var json = false

    mutating func validate() throws {
        guard alpha > 0, alpha < 1 else { throw ValidationError("--alpha must lie between 0 and 1, both excluded") }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        let (store, entries, place) = try open()
        let work = RoundWork()
        let loaded = try work.load(round.request(with: configuration), hashes: nil)
        var record = ReviewRecord()
        for entry in entries { record.take(entry) }
        let theta = try settle(place, work, loaded, configuration)
        let (report, others, missing) = try audit(record, store.seed, loaded, theta, work)
        if json {
            try StandardStreams.write(
                StandardStreams.safeJSON(AuditJSON.json(report, others: others).description(.pretty)) + "\n"
            )
        } else {
            let text = AuditText.text(report, others: others, missing: missing)
            try StandardStreams.write(StandardStreams.safeLines(text))
        }
    }

    private func open() throws(ProgramFailure) -> (ReviewStore, [JournalEntry], ReviewPlace?) {
        let places = ReviewOptions.locations(of: review, for: round.rounds)
        do throws(ReviewStoreError) {
            guard let place = places.first(where: \.exists) ?? places.first else {
                throw .unreadable(path: round.rounds.first ?? "", problem: "there is no place for its review")
            }
            let store = try ReviewStore.read(place)
            return (store, try store.entries(after: 0).map(\.entry), try store.place())
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }

    /// Given on the command line, else the review's last, else the configured ones, else the data's.
    private func settle(
        _ place: ReviewPlace?,
        _ work: RoundWork,
        _ loaded: LoadedRound,
        _ configuration: Configuration
    ) throws(ProgramFailure) -> Thresholds {
        guard let last = place?.thresholds else {
            return work.thresholds(thresholds.defaults(configuration), for: loaded).thresholds
        }
        let given = thresholds.defaults
        return Thresholds(
            adv: given.adv ?? last.adv,
            safety: given.safety ?? last.safety,
            help: given.help ?? last.help
        )
    }

    private func audit(
        _ record: ReviewRecord,
        _ seed: UInt64,
        _ loaded: LoadedRound,
        _ theta: Thresholds,
        _ work: RoundWork
    ) throws(ProgramFailure) -> (AuditReport, [AuditReport], Int) {
        let progress = work.progress
        let cancellation = work.interruption.cancellation
        let (keys, match) = try work.run { () throws(ExportError) in
            do throws(RoundFilesError) {
                let keys = try RoundContent.keys(of: loaded, cancellation: cancellation) { done, total in
                    progress.show("reading texts", Double(done) / Double(max(1, total)))
                }
                let wanted = Set(record.items.filter { !$0.value.isEmpty }.keys)
                return (
                    keys, try RoundContent.match(wanted, in: loaded, keys: keys, cancellation: cancellation)
                )
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        do throws(AuditError) {
            func report(_ theta: Thresholds) throws(AuditError) -> AuditReport {
                try AuditReport(
                    record,
                    items: match.items,
                    in: loaded.columns,
                    keys: keys,
                    seed: seed,
                    at: theta,
                    alpha: alpha
                )
            }
            var others: [AuditReport] = []
            for theta in at { others.append(try report(theta)) }
            return (try report(theta), others, match.missing.count)
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
    }

    private static func thresholds(_ text: String) throws -> Thresholds {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 3, let adv = parts[0], let safety = parts[1], let help = parts[2],
            adv.isFinite, safety.isFinite, help.isFinite
        else { throw ValidationError("\"\(text)\" is not three numbers: --at ADV,SAFETY,HELP") }
        return Thresholds(adv: adv, safety: safety, help: help)
    }
}
