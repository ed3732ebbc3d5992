import ArgumentParser
import ReviewAudit
import ReviewStore
import RoundFiles
import RoundModel

/// `redsieve merge`: several reviews of one round as one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Joins reviews of one round into one, without loss.",
        discussion: """
            The new review holds every entry of each review once. An item on which reviewers disagree goes to neither set \
            until somebody settles it: Q in the review, the last choice. merge refuses a review that another program has \
            changed; with --force it takes what is left of one such review or several, and counts the entries that are \
            lost.

            EXAMPLES:
              redsieve merge ann.review bob.review -o round-3.jsonl.review
              redsieve merge --force changed.review -o mended.review
            """
    )

    @Argument(help: "The reviews, two or more; with --force, one is enough.")
    var reviews: [String]

    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("The review to make.", valueName: "file")
    )
    var output: String

    @Flag(help: "Also joins reviews without a common item, and takes what is left of a changed one.")
    var force = false

    mutating func validate() throws {
        if reviews.count < 2, !force { throw ValidationError("name two reviews at least") }
        if Set(reviews).count < reviews.count { throw ValidationError("a review is named twice") }
    }

    mutating func run() throws {
        RoundPrivacy.keep(reviews)
        let result: ReviewMerge.Result
        do throws(ReviewStoreError) {
            try ReviewFileWork.requireMemory(reviews.map { ReviewLocation(path: ProgramPath.absolute($0)) })
            result = try ReviewMerge.join(
                reviews.map(ProgramPath.absolute),
                into: ProgramPath.absolute(output),
                isForced: force
            )
        } catch {
            let advice =
                if case .exists(let path) = error { "\(path) exists already; name a new file" } else { error.message }
            throw ProgramFailure(status: error.exitStatus, message: advice)
        }
        var lines = reviews.indices.map { at in
            let count = result.lost[at]
            let lost =
                switch count {
                case 0: ""
                case 1: "; 1 entry is lost: another program changed or removed it"
                default: "; \(entries(count)) are lost: another program changed or removed them"
                }
            return "  \(reviews[at]): \(entries(result.entries[at]))\(lost)"
        }
        lines.insert(
            "wrote \(output): \(entries(result.joined)), \(DecimalText.grouped(result.common)) in common",
            at: 0
        )
        lines.append(
            "  \(DecimalText.counted(result.overlap, "item")) judged by several reviewers, "
                + "\(DecimalText.grouped(result.disputed)) to settle"
        )
        lines += remarks(on: result).map { "  \($0)" }
        try StandardStreams.write(StandardStreams.safeLines(lines.joined(separator: "\n") + "\n"))
    }

    /// What did not go together, and by what rule it was settled.
    private func remarks(on result: ReviewMerge.Result) -> [String] {
        var lines: [String] = []
        if result.contradictions > 0 {
            let items = DecimalText.counted(result.contradictions, "item")
            lines.append(
                "\(items) on which one reviewer gave different verdicts in different reviews; the later verdict counts"
            )
        }
        if result.foreignDraws > 0 {
            let verdicts = DecimalText.counted(result.foreignDraws, "verdict")
            lines.append(
                "the samples were drawn with different seeds; the one with the most verdicts goes on, and \(verdicts) of the "
                    + "others count in no error rate"
            )
        }
        let journal = CertificateJournal(result.record)
        if let plan = journal.plan, journal.plans.count > 1 {
            let name = plan.reviewer.isEmpty ? "" : " of \(plan.reviewer)"
            lines.append(
                "\(journal.plans.count) plans for certificates; plan \(plan.number)\(name) was fixed last and counts, and each "
                    + "adds its own δ to the risk"
            )
        }
        if journal.isRehearsal { lines.append("a rehearsal: \(CertificateHistory.rehearsalText)") }
        return lines
    }

    private func entries(_ count: Int) -> String { "\(DecimalText.grouped(count)) entr\(count == 1 ? "y" : "ies")" }
}
