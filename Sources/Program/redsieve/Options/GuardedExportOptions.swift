import ArgumentParser
import RoundExport
import RoundFiles

/// The prompts that an export was held against, to do it again.
struct GuardedExportOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The evaluation prompts that were kept out of it.", valueName: "file"),
        completion: .file()
    )
    var evaluation: [String] = []

    @Option(
        name: .customLong("evaluation-list"),
        parsing: .upToNextOption,
        help: ArgumentHelp("The lists of digests that were.", valueName: "file"),
        completion: .file()
    )
    var evaluationLists: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The exports or rounds of before that it was held against.", valueName: "file"),
        completion: .file()
    )
    var seen: [String] = []

    /// What the manifest says was kept out, with the files that it was read from.
    ///
    /// - Returns: nil where nothing was, and where the files are not those of the export, one line each.
    /// - Throws: why files cannot be read, or which are missing.
    func request(
        _ manifest: Manifest,
        _ directory: String,
        _ round: RoundRequest,
        _ work: RoundWork
    ) throws(ProgramFailure) -> (guarding: GuardRequest?, strange: [String]) {
        guard let record = manifest.guarded else { return (nil, []) }
        func need(_ option: String, _ what: String) -> ProgramFailure {
            ProgramFailure(status: 64, message: "\(directory) was held against \(what); name them with \(option)")
        }
        if record.evaluation?.sha256 != nil, evaluation.isEmpty, evaluationLists.isEmpty {
            throw need("--evaluation", "evaluation prompts")
        }
        if record.seen != nil, seen.isEmpty { throw need("--seen", "prompts of before") }
        guard let rule = record.near.rule else {
            throw ProgramFailure(
                status: 65,
                message: "\(directory): its guard measures nearness in another way; use the redsieve that wrote it"
            )
        }
        var own = round
        own.fields = round.earlier.first ?? [:]
        let files = GuardLists(evaluation: evaluation, digests: evaluationLists, seen: seen)
        let lists = try work.readingPrompts { () throws(ExportError) in
            try files.read(own, rule, cancellation: work.interruption.cancellation)
        }
        var strange: [String] = []
        if lists.evaluation?.sha256 != record.evaluation?.sha256 {
            strange.append("the evaluation prompts are not those that the export was held against")
        }
        if lists.seen?.sha256 != record.seen?.sha256 {
            strange.append("the prompts of before are not those that the export was held against")
        }
        let request = GuardRequest(
            rule: rule,
            evaluation: lists.evaluation,
            seen: lists.seen,
            usesSplit: record.evaluation?.splitRows != nil,
            dropsEvaluation: record.evaluation?.dropped ?? false,
            dropsSeen: record.seen?.dropped ?? false
        )
        return (request, strange)
    }
}
