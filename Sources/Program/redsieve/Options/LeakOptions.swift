import ArgumentParser
import RoundExport
import RoundFiles
import TrainingGuard

/// The prompts that a round is held against, and when a prompt is like one of them.
struct LeakOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Evaluation prompts, which are not to be trained on: files as a round may be, scores or not, or .txt with a "
                + "prompt on each line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var evaluation: [String] = []

    @Option(
        name: .customLong("evaluation-list"),
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Lists of their digests, as redsieve evaluation-list makes them, so that the prompts need not lie about.",
            valueName: "file"
        ),
        completion: .file()
    )
    var evaluationLists: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Exports or rounds of before: tells what was trained on already, and whose prompts descend from whom.",
            valueName: "file"
        ),
        completion: .file()
    )
    var seen: [String] = []

    @Option(
        help: ArgumentHelp(
            "How alike two prompts are that are near, above 0 and at most 1 (\(NearRule().jaccard)): the share of five-character "
                + "pieces that they have in common, or that one holds of the other.",
            valueName: "share"
        )
    )
    var near: Double?

    @Flag(
        name: .customLong("ignore-split"),
        help: "Takes no row for an evaluation prompt because its field split says test, eval or evaluation."
    )
    var ignoresSplit = false

    mutating func validate() throws {
        if let near, !(near > 0 && near <= 1) {
            throw ValidationError("--near must lie above 0 and be at most 1")
        }
        if near != nil, evaluation.isEmpty, seen.isEmpty, ignoresSplit {
            throw ValidationError("--near needs --evaluation FILE or --seen FILE")
        }
    }

    /// The first of them that is given; nil for none.
    var given: String? {
        let given = [
            (!evaluation.isEmpty, "--evaluation"), (!evaluationLists.isEmpty, "--evaluation-list"),
            (!seen.isEmpty, "--seen"), (near != nil, "--near"), (ignoresSplit, "--ignore-split"),
        ]
        return given.first { $0.0 }?.1
    }

    /// What a round is held against; the files are read. Nil for nothing.
    ///
    /// - Parameter round: what the fields of the round are called, which go for these files too.
    /// - Throws: why a file cannot be read.
    func request(
        _ round: RoundRequest,
        _ work: RoundWork,
        dropsEvaluation: Bool = false,
        dropsSeen: Bool = false
    ) throws(ProgramFailure) -> GuardRequest? {
        let lists = GuardLists(evaluation: evaluation, digests: evaluationLists, seen: seen)
        return try work.readingPrompts { () throws(ExportError) in
            try lists.guarding(
                round,
                near: near,
                ignoresSplit: ignoresSplit,
                dropsEvaluation: dropsEvaluation,
                dropsSeen: dropsSeen,
                cancellation: work.interruption.cancellation
            )
        }
    }
}
