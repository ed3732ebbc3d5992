import ArgumentParser
import Basics
import CLibrary
import CampaignFile
import CampaignReport
import Configuration
import ReviewAudit
import RoundCampaign
import RoundExport
import RoundFiles
import RoundModel
import RoundReport
import Verdicts

/// `redsieve report`: a round on one page for a colleague.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes one HTML file that shows a round, its thresholds and what its verdicts show.",
        discussion: """
            The file loads nothing and runs nothing: you can send it, print it and open it anywhere, by day and at \
            night. It begins with a sentence that says what the round comes to, and shows counts, plots, categories and \
            flows; where there is a review, who judged, how much is wrong and how far people agree, with intervals, and \
            the certificate. It holds no prompt and no response. Of a campaign.toml it shows the rounds side by side.

            EXAMPLES:
              redsieve report round-3.jsonl -o round-3.html
              redsieve report round-3.jsonl -o - | ssh host 'cat > round-3.html'
              redsieve report campaign.toml -o campaign.html
              redsieve report round-3.jsonl --theta-safety 0.7 --baseline 0.3,0.8,0.4 -o round-3.html --replace
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
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
    var alpha = Self.usualAlpha

    private static let usualAlpha = 0.05

    mutating func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a file") }
        if noReview, review != nil { throw ValidationError("--review and --no-review exclude each other") }
        try ShareOption.check(alpha, "--alpha")
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        let file = OutputFile(
            path: output,
            replacing: replace
                ? .earlier(mark: RoundReport.mark, name: "report") : .nothing(hint: "--replace replaces it")
        )
        // A round may take minutes to read: what stands in the way of its report is told before.
        if output != "-" { try file.check() }
        if round.rounds.contains(where: CampaignListing.isNamedAsOne) { return try writeCampaign(configuration, file) }
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
            contents.take(audited.report, days: Self.days(of: kept.record))
            let drawn = try work.curves(of: audited.source, at: theta, alpha: alpha)
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
        try write(RoundReport.html(contents), file)
    }

    private func write(_ bytes: [UInt8], _ file: OutputFile) throws {
        if output == "-" { return try StandardStreams.write(bytes, to: STDOUT_FILENO) }
        try file.write(bytes)
        StandardStreams.message("wrote \(output): \(ByteText.size(bytes.count))")
    }

    /// The page of a campaign in place of a round's.
    private func writeCampaign(_ configuration: Configuration, _ file: OutputFile) throws {
        if review != nil || noReview || baseline != nil || !round.fields.isEmpty || !round.lowerIsBetter.isEmpty {
            throw ProgramFailure(
                status: 64,
                message:
                    "--review, --no-review, --baseline, --field and --lower-is-better are about one round; a campaign.toml "
                    + "names them for each"
            )
        }
        var listed = try CampaignWork.settings(round.rounds)
        if alpha != Self.usualAlpha { listed.alpha = alpha }
        let work = CampaignWork(
            CampaignRounds(settings: listed, given: thresholds.defaults, configuration: configuration)
        )
        let read = try work.read(CampaignQuestion(listed))
        try write(CampaignPage.html(read.figures, program: BuildName.text, made: DayText.day(time(nil))), file)
        for (_, reason) in read.figures.failures.sorted(by: { $0.key < $1.key }) { StandardStreams.message(reason) }
        if read.status != 0 { throw read.failure }
    }

    private func certificate(_ status: CertificateStatus?, _ record: ReviewRecord) -> [String] {
        let journal = CertificateJournal(record)
        guard journal.plan != nil || journal.obstacle != nil else { return [] }
        return CertificateText.audit(status, record).split(separator: "\n").map(String.init)
    }
}
