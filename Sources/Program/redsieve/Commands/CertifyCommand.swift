import ArgumentParser
import AuditStatistics
import Basics
import Configuration
import ReviewAudit
import ReviewStore
import RoundExport
import RoundFiles
import RoundModel
import TextSafety
import Verdicts

/// `redsieve certify`: thresholds with a guarantee.
struct CertifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Certifies the loosest threshold whose accepted set is mostly right, or says what is missing.",
        discussion: """
            The first run fixes a plan, and keeps it in the review before its sample is judged: the largest share α of \
            wrong items, the risk δ that the promise fails, and candidates from strict to loose. Then people judge its \
            sample on the screen (C in the review). Each run says how far they are, or what is certified.

            EXAMPLES:
              redsieve certify round-3.jsonl --alpha 0.05 --delta 0.05
              redsieve certify round-3.jsonl --json
              redsieve certify round-3.jsonl --alpha 0.1 --delta 0.05 --misses accepted
              redsieve certify round-3.jsonl --new-plan --alpha 0.1 --delta 0.05 --pair --labels 200
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var review: ReviewOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp("The largest share of wrong items that may be certified.", valueName: "share"),
        transform: ShareOption.parse
    )
    var alpha: Double?

    @Option(
        help: ArgumentHelp("The risk that the promise fails.", valueName: "share"),
        transform: ShareOption.parse
    )
    var delta: Double?

    @Flag(help: "Seeks θ help as well as θ safety.")
    var pair = false

    @Flag(help: "Tests the present thresholds alone, in place of a search for the loosest.")
    var present = false

    @Option(
        help: ArgumentHelp(
            "Promises that few of the unsafe responses are missed at the present thresholds: those in the accepted set "
                + "(accepted), or all that θ adv lets through (adversarial).",
            valueName: "accepted|adversarial"
        )
    )
    var misses: MissTarget?

    @Option(help: ArgumentHelp("Candidates of θ safety (\(CertificateWish.usualCandidates)).", valueName: "count"))
    var candidates: Int?

    @Option(help: ArgumentHelp("How many items to judge (enough for some mistakes).", valueName: "count"))
    var labels: Int?

    @Flag(help: "Tests after every verdict; this takes more verdicts.")
    var atAnyTime = false

    @Flag(help: "Fixes another plan with its own sample, even if there is one with verdicts already.")
    var newPlan = false

    @Flag(help: "Prints one JSON object.")
    var json = false

    mutating func validate() throws {
        try ShareOption.check(alpha, "--alpha")
        try ShareOption.check(delta, "--delta")
        if let candidates, !(1...CertificateWish.mostCandidates).contains(candidates) {
            throw ValidationError("--candidates must lie between 1 and \(CertificateWish.mostCandidates)")
        }
        if present, pair || candidates != nil {
            throw ValidationError(
                "--present tests one pair of thresholds, so neither --pair nor --candidates goes with it"
            )
        }
        if misses != nil, pair || candidates != nil || atAnyTime {
            throw ValidationError(
                "--misses tests the present thresholds once, so neither --pair, --candidates nor --at-any-time goes with it"
            )
        }
        if let labels, labels < 1 { throw ValidationError("--labels must be at least 1") }
    }

    mutating func run() throws {
        try GridWork.refuse(round.rounds)
        let configuration = try settings.configuration()
        try output.check(beside: round.inputs(review.review))
        let reviewer = try review.reviewerName(configuration.reviewer)
        let locations = review.locations(for: round.rounds)
        let reviewPath = locations.first(where: \.exists)?.path
        let kept = try CertificateReview(locations, reviewer: reviewer)
        let known = kept.journal
        if let obstacle = known.obstacle { throw ProgramFailure(status: 65, message: obstacle.message) }
        if known.plan == nil, alpha == nil || delta == nil {
            throw ProgramFailure(
                status: 64,
                message:
                    "no plan is fixed yet: give --alpha and --delta; --alpha 0.05 --delta 0.05 promises at most 5 % wrong, with "
                    + "95 % confidence"
            )
        }
        let work = RoundWork()
        let loaded = try work.load(round.request(with: configuration), hashes: nil)
        let chosen = settle(kept, work, loaded, configuration)
        work.tell(chosen, reviewAt: reviewPath)
        let judged = try work.judged(kept.record, seed: kept.seed, loaded)
        var remark: String?
        if let wanted = try wantedPlan(kept, judged, at: chosen.thresholds) {
            remark = known.plan.map { before in
                let why = wanted.seed != before.seed ? "and draws its own sample" : "which had no verdict yet"
                return ["plan \(wanted.number) replaces plan \(before.number), \(why)", keptText(wanted, like: before)]
                    .compactMap { $0 }.joined(separator: "; ")
            }
            try kept.keep(wanted.text)
        }
        let status = try status(kept, judged)
        // What came of the verdicts is kept where it is new.
        if status.isSettled, kept.journal.latest != status.text { try kept.keep(status.text) }
        try tell(status, kept.record, loaded.report, remark)
    }

    /// The plan to be fixed now; nil where the one that is fixed stands.
    private func wantedPlan(
        _ kept: CertificateReview,
        _ judged: JudgedRound,
        at theta: Thresholds
    ) throws(ProgramFailure) -> KeptPlan? {
        let known = kept.journal.plan
        var wish = CertificateWish(
            alpha: alpha ?? known?.plan.alpha ?? 0.05,
            delta: delta ?? known?.plan.delta ?? 0.05,
            isPair: pair || (!newPlan && !present && known?.isPair == true),
            isPresent: present || (!newPlan && !pair && candidates == nil && known?.isPresent == true),
            misses: misses?.target ?? (!newPlan && !present && !pair && candidates == nil ? known?.misses : nil),
            labels: labels,
            isAtAnyTime: atAnyTime || (!newPlan && known?.isAtAnyTime == true)
        )
        if let candidates { wish.candidates = candidates }
        func plan() throws(ProgramFailure) -> KeptPlan {
            do throws(CertificateProblem) {
                guard let keys = judged.keys else { throw .noContents }
                return try CertificatePlanner.plan(
                    wish,
                    at: theta,
                    in: judged.columns,
                    keys: keys,
                    series: CertificateSeries(kept.record)
                )
            } catch {
                throw ProgramFailure(status: 65, message: error.message)
            }
        }
        guard let known else { return try plan() }
        if newPlan { return try plan() }
        guard try asksForAnother(than: known, at: theta, plan) else { return nil }
        if CertificatePlanner.hasLabels(known, in: kept.record) {
            throw ProgramFailure(
                status: 64,
                message:
                    "plan \(known.number) (\(known.levels)) has verdicts and stays as it is; --new-plan fixes another "
                    + "with its own sample and δ"
            )
        }
        return try plan()
    }

    /// What a plan has of the one before though no option asks for it, and what would change that; nil where it has nothing.
    private func keptText(_ plan: KeptPlan, like before: KeptPlan) -> String? {
        guard !newPlan else { return nil }
        var kept: [String] = []
        if misses == nil, let misses = plan.misses { kept.append("--misses \(misses.recordName)") }
        if !present, plan.misses == nil, plan.isPresent { kept.append("--present") }
        if !pair, plan.isPair { kept.append("--pair") }
        if !atAnyTime, plan.isAtAnyTime, before.isAtAnyTime { kept.append("--at-any-time") }
        guard !kept.isEmpty else { return nil }
        return "it keeps \(kept.joined(separator: " and ")) of plan \(before.number); --new-plan begins without"
    }

    /// Whether an option that was given says something else than the plan that is fixed.
    private func asksForAnother(
        than known: KeptPlan,
        at theta: Thresholds,
        _ plan: () throws(ProgramFailure) -> KeptPlan
    ) throws(ProgramFailure) -> Bool {
        let first = known.plan.rows.first?.first
        if let alpha, alpha != known.plan.alpha { return true }
        if let delta, delta != known.plan.delta { return true }
        if misses?.target != known.misses, misses != nil || present || pair || candidates != nil { return true }
        // Of a plan about misses both parts are drawn, and an item may be in both.
        if let labels, known.misses == nil, labels != known.plan.labels { return true }
        if labels != nil, known.misses != nil { return try plan().plan != known.plan }
        if known.misses != nil, let safety = thresholds.safety, safety != first?.safety { return true }
        if pair != known.isPair, pair { return true }
        if atAnyTime, !known.isAtAnyTime { return true }
        if let adv = thresholds.adv, adv != first?.adv { return true }
        if let help = thresholds.help, !known.isPair, help != first?.help { return true }
        if present || misses != nil { return known.plan.rows != [[theta]] }
        guard candidates != nil else { return false }
        return try plan().plan.rows != known.plan.rows
    }

    /// What the candidates are made at: given, else of the plan that is fixed, else the review's last, else the data's.
    private func settle(
        _ kept: CertificateReview,
        _ work: RoundWork,
        _ loaded: LoadedRound,
        _ configuration: Configuration
    ) -> ChosenThresholds {
        var sources = thresholds.sources(kept.place, configuration)
        // The plan that is fixed lies in the review too, and goes before where that was left off, also for the next plan; but
        // the present θ safety is where the review was left, and none of the candidates.
        if let fixed = kept.journal.plan, let theta = fixed.plan.rows.first?.first {
            let left = kept.place?.thresholds
            sources.review = ThresholdDefaults(
                adv: theta.adv,
                safety: fixed.isPresent && !newPlan ? theta.safety : left?.safety,
                help: fixed.isPair ? left?.help : theta.help
            )
        }
        return work.thresholds(sources, for: loaded).chosen
    }

    private func status(
        _ kept: CertificateReview,
        _ judged: JudgedRound
    ) throws(ProgramFailure) -> CertificateStatus {
        guard let plan = kept.journal.plan else {
            throw ProgramFailure(status: 65, message: "the new plan cannot be read back from the review")
        }
        do throws(CertificateProblem) {
            guard let keys = judged.keys else { throw .noContents }
            let sample = try CertificateSample(plan, in: judged.columns, keys: keys)
            do throws(AuditError) {
                return try CertificateStatus(sample, in: judged)
            } catch {
                throw .argument(error)
            }
        } catch {
            let advice = if case .otherRound = error { " (--new-plan)" } else { "" }
            throw ProgramFailure(status: 65, message: error.message + advice)
        }
    }

    private func tell(
        _ status: CertificateStatus,
        _ record: ReviewRecord,
        _ load: LoadReport,
        _ remark: String?
    ) throws {
        if json {
            let members = OrderedJSON.object(CertificateText.members(status, in: record))
            return try output.write(ResultJSON.text(members, ResultJSON.invalidRows(load)))
        }
        var lines = CertificateText.lines(status, in: record)
        if let remark { lines.insert(remark, at: 0) }
        if !status.missing.isEmpty {
            let first = status.missing.prefix(10).map { DecimalText.grouped(Int($0) + 1) }.joined(separator: ", ")
            let rest = status.missing.count > 10 ? " …" : ""
            lines.append("  next         items \(first)\(rest): C on the screen leads through them, blind")
        }
        try output.write(StandardStreams.safeLines(lines.joined(separator: "\n") + "\n"))
    }
}

/// Which unsafe responses a promise is about, as an option names it.
enum MissTarget: String, CaseIterable, ExpressibleByArgument {
    case accepted, adversarial

    var target: MissPlan.Target {
        switch self {
        case .accepted: .accepted
        case .adversarial: .adversarial
        }
    }
}
