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
        let (report, others, unmatched, certificate) = try audit(record, store.seed, loaded, theta, work)
        let lost = LostVerdict.all(unmatched, record.items)
        let plans = CertificateJournal(record)
        if json {
            var members = AuditJSON.members(report, others: others, missing: lost)
            if let certificate {
                let parts = CertificateText.members(certificate, plans: plans.plans.count)
                members.append(.init("certificate", .object(parts)))
            }
            let all = OrderedJSON.object(members).description(.pretty)
            try StandardStreams.write(StandardStreams.safeJSON(all) + "\n")
        } else {
            let text =
                AuditText.text(report, others: others, missing: lost)
                + CertificateText.audit(certificate, plans)
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
    ) throws(ProgramFailure) -> (AuditReport, [AuditReport], [ItemDigest], CertificateStatus?) {
        let (keys, match) = try work.contents(of: loaded, for: record)
        let items = SharedMap(match.items)
        let labelled = AuditReport.labelled(record.items, items: items, seed: seed)
        let cancellation = work.interruption.cancellation
        let prompts = try work.run { () throws(ExportError) in
            do throws(RoundFilesError) {
                return try RoundContent.promptKeys(of: labelled, in: loaded, cancellation: cancellation)
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        do throws(AuditError) {
            func report(_ theta: Thresholds) throws(AuditError) -> AuditReport {
                try AuditReport(
                    record.items,
                    items: items,
                    in: loaded.columns,
                    keys: keys,
                    seed: seed,
                    at: theta,
                    prompts: prompts,
                    alpha: alpha
                )
            }
            var others: [AuditReport] = []
            for theta in at { others.append(try report(theta)) }
            let certificate = CertificateStatus(of: record, items: match.items, in: loaded.columns, keys: keys)
            return (try report(theta), others, match.missing, certificate)
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
