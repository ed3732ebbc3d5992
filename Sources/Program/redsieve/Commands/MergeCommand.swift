import ArgumentParser
import ReviewStore
import RoundFiles
import RoundModel

/// `redsieve merge`: several reviews of one round as one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Joins reviews of one round into one, without loss.",
        discussion: """
            Every entry of each review is in the new one, once. Where reviewers disagree an item goes to neither set until \
            it is settled: Q in the review, the last choice. A review that something else than redsieve has changed is \
            refused; with --force what is left of it goes into the new one, be it one review or several, and entries that \
            are lost are counted.

            EXAMPLES:
              redsieve merge ann.review bob.review -o round-3.jsonl.review
              redsieve merge --force changed.review -o mended.review
            """
    )

    @Argument(help: "The reviews, two or more; with --force one will do.")
    var reviews: [String]

    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The review to make.", valueName: "file"))
    var output: String

    @Flag(help: "Joins reviews that have no item in common as well, and what is left of one that was changed.")
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
                case 1: "; 1 entry is lost: something else changed or removed it"
                default: "; \(entries(count)) are lost: something else changed or removed them"
                }
            return "  \(reviews[at]): \(entries(result.entries[at]))\(lost)"
        }
        lines.insert(
            "wrote \(output): \(entries(result.joined)), \(DecimalText.grouped(result.common)) in common",
            at: 0
        )
        lines.append(
            "  \(DecimalText.counted(result.overlap, "item")) answered by several reviewers, "
                + "\(DecimalText.grouped(result.disputed)) to settle"
        )
        try StandardStreams.write(StandardStreams.safeLines(lines.joined(separator: "\n") + "\n"))
    }

    private func entries(_ count: Int) -> String { "\(DecimalText.grouped(count)) entr\(count == 1 ? "y" : "ies")" }
}
