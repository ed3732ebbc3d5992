import ArgumentParser
import Basics
import ReviewAudit
import RoundExport
import RoundModel
import TextSafety
import Verdicts

/// `redsieve audit`: what the verdicts on a round show.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Reports what the verdicts on a round show, with intervals.",
        discussion: """
            Error rates come from the samples alone (Q in the review), agreement from blind verdicts. Where there are \
            too few verdicts for a figure, it says how many items to check.

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
        help: ArgumentHelp("Other thresholds to report as well; may be given several times.", valueName: "a,s,h"),
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
        let review = try ReviewFileWork.open(review, for: round.rounds)
        let record = review.record
        let work = RoundWork()
        let loaded = try work.load(round.request(with: configuration), hashes: nil)
        let sources = thresholds.sources(review.place, configuration)
        let chosen = work.thresholds(sources, for: loaded).chosen
        work.tell(chosen, review)
        let theta = chosen.thresholds
        let result = try work.audit(review, of: loaded, at: theta, others: at, alpha: alpha)
        let (report, others, certificate) = (result.report, result.others, result.certificate)
        let lost = LostVerdict.all(result.judged.matched.missing, record.items)
        let plans = CertificateJournal(record)
        if json {
            var members = AuditJSON.members(report, others: others, missing: lost)
            if let certificate {
                let parts = CertificateText.members(certificate, plans: plans.plans.count)
                members.append(.init("certificate", .object(parts)))
            }
            let all = OrderedJSON.object(members).description(.pretty)
            try StandardStreams.write(SafeJSON.text(all) + "\n")
        } else {
            let text =
                AuditText.text(report, others: others, missing: lost)
                + CertificateText.audit(certificate, plans)
            try StandardStreams.write(StandardStreams.safeLines(text))
        }
    }

    /// Three numbers as `--at` and its like take them.
    static func thresholds(_ text: String) throws -> Thresholds {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 3, let adv = parts[0], let safety = parts[1], let help = parts[2],
            adv.isFinite, safety.isFinite, help.isFinite
        else { throw ValidationError("\"\(text)\" is not three numbers: ADV,SAFETY,HELP") }
        return Thresholds(adv: adv, safety: safety, help: help)
    }
}
