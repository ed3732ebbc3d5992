import ArgumentParser
import Basics
import ReviewAudit
import RoundExport
import RoundFiles
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
              redsieve audit round-3.jsonl --by category --by meta.source
              redsieve audit round-5b.jsonl --opinion strict_score=0.5
              redsieve audit round-3.jsonl --against round-2.jsonl --within 0.02
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("The review (ROUND.review beside the round).", valueName: "file"))
    var review: String?

    @Option(help: ArgumentHelp("The probability that an interval misses.", valueName: "share"))
    var alpha = 0.05

    @Option(
        help: ArgumentHelp("Other thresholds to report as well; may be given several times.", valueName: "a,s,h"),
        transform: Self.thresholds
    )
    var at: [Thresholds] = []

    @Option(
        help: ArgumentHelp(
            "An earlier round to compare with, at the same thresholds; may be given several times for its files.",
            valueName: "round"
        ),
        completion: .file()
    )
    var against: [String] = []

    @Option(
        name: .customLong("against-review"),
        help: ArgumentHelp("The earlier round's review (ROUND.review beside it, if it exists).", valueName: "file")
    )
    var againstReview: String?

    @Option(
        help: ArgumentHelp("Counts the items that change bucket if a threshold is off by so much.", valueName: "margin")
    )
    var within: Double?

    @Option(
        help: ArgumentHelp(
            "Tells the errors by a field with few values; may be given several times (category and style, where the "
                + "round has them).",
            valueName: "field"
        )
    )
    var by: [String] = []

    @Option(
        help: ArgumentHelp(
            "Tells how far a score that some items have besides (score --add) agrees with the reward model and with people: FIELD, or "
                + "FIELD=LINE if its line is not θ adv; may be given several times.",
            valueName: "field"
        ),
        transform: OpinionOption.parse
    )
    var opinion: [OpinionOption] = []

    @Flag(
        help: "Tells what each threshold would make of its set, with bands that hold for all values at once."
    )
    var sweep = false

    @Flag(help: "Tells how well each score tells safe from unsafe, or helpful from not: ROC, precision and recall.")
    var curves = false

    @Flag(help: "Tells what the values of each score mean: the share of unsafe, or not helpful, responses at each.")
    var calibration = false

    @Flag(help: "Prints one JSON object.")
    var json = false

    mutating func validate() throws {
        try ShareOption.check(alpha, "--alpha")
        if let within, !(within > 0 && within.isFinite) { throw ValidationError("--within must be above 0") }
        if against.isEmpty, againstReview != nil { throw ValidationError("--against-review needs --against ROUND") }
    }

    mutating func run() throws {
        try GridWork.refuse(round.rounds)
        let configuration = try settings.configuration()
        try output.check(beside: round.inputs(review, againstReview) + against)
        let review = try ReviewFileWork.open(review, for: round.rounds)
        let record = review.record
        let work = RoundWork()
        let loaded = try work.load(round.request(with: configuration), hashes: nil)
        let sources = thresholds.sources(review.place, configuration)
        let chosen = work.thresholds(sources, for: loaded).chosen
        work.tell(chosen, review)
        let theta = chosen.thresholds
        let result = try work.audit(review, of: loaded, at: theta, others: at, by: by, alpha: alpha)
        let (report, others, certificate) = (result.report, result.others, result.certificate)
        let lost = LostVerdict.all(result.judged.matched.missing, record.items)
        let stability =
            try within.map { margin throws(ProgramFailure) in try work.stability(of: loaded, at: theta, within: margin)
            } ?? []
        let asked: [(isAsked: Bool, part: AuditCurves.Part)] = [
            (sweep, .sweep), (curves, .curves), (calibration, .calibration),
        ]
        let parts = Set(asked.filter(\.isAsked).map(\.part))
        let drawn = try work.curves(of: result.source, at: theta, alpha: alpha, parts)
        let opinions = try opinion.map { option throws(ProgramFailure) in
            (
                field: option.field,
                opinion: try work.opinion(option, of: result.source, in: loaded, at: theta, alpha: alpha)
            )
        }
        let comparison = try against.isEmpty ? nil : compare(report, loaded, configuration, work)
        if json {
            var members = AuditJSON.members(report, others: others, missing: lost)
            if let certificate {
                let parts = CertificateText.members(certificate, in: record)
                members.append(.init("certificate", .object(parts)))
            }
            if !stability.isEmpty { members.append(.init("stability", ComparisonJSON.json(stability))) }
            if sweep { members.append(.init("sweep", SweepJSON.json(drawn.sweeps))) }
            if curves { members.append(.init("curves", CurveJSON.json(drawn.curves))) }
            if calibration { members.append(.init("calibration", CurveJSON.json(drawn.diagrams))) }
            if !opinions.isEmpty { members.append(.init("opinions", OpinionJSON.json(opinions))) }
            if let comparison {
                members.append(.init("against", ComparisonJSON.json(comparison, against: against)))
            }
            try output.write(ResultJSON.text(.object(members), ResultJSON.invalidRows(loaded.report)))
        } else {
            let text =
                AuditText.text(report, others: others, missing: lost)
                + AuditText.text(stability) + AuditText.text(drawn) + AuditText.text(comparison, against: against)
                + opinions.map { "\n" + $0.opinion.lines($0.field).map { $0.plain + "\n" }.joined() }.joined()
                + CertificateText.audit(certificate, record)
            try output.write(StandardStreams.safeLines(text))
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
