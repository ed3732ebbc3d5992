import ArgumentParser

/// What select has and the job of a plan has not: taken, so that it is said why.
struct SelectOnlyOptions: ParsableArguments {
    @Option(parsing: .upToNextOption, help: .hidden) var evaluation: [String] = []
    @Option(name: .customLong("evaluation-list"), parsing: .upToNextOption, help: .hidden)
    var evaluationLists: [String] = []
    @Option(parsing: .upToNextOption, help: .hidden) var seen: [String] = []
    @Option(help: .hidden) var near: String?
    @Flag(name: .customLong("ignore-split"), help: .hidden) var ignoresSplit = false
    @Flag(name: .customLong("drop-evaluation"), help: .hidden) var dropsEvaluation = false
    @Flag(name: .customLong("drop-seen"), help: .hidden) var dropsSeen = false
    @Option(name: .customLong("per-prompt"), help: .hidden) var perPrompt: String?
    @Option(name: .customLong("best-by"), help: .hidden) var bestBy: String?
    @Option(help: .hidden) var format: String?
    @Option(help: .hidden) var rejected: String?
    @Option(parsing: .unconditional, help: .hidden) var margin: String?
    @Option(name: .customLong("pairs-per-prompt"), help: .hidden) var pairsPerPrompt: String?
    @Option(name: .customLong("attack-template"), parsing: .unconditional, help: .hidden) var attackTemplate: String?
    @Option(help: .hidden) var card: String?
    @Flag(name: .customLong("dataset-info"), help: .hidden) var datasetInfo = false
    @Flag(name: .customLong("allow-empty"), help: .hidden) var allowEmpty = false

    /// The first of them that is given; nil for none.
    var given: String? {
        let lists = [("evaluation", evaluation), ("evaluation-list", evaluationLists), ("seen", seen)]
        let values = [
            ("near", near), ("per-prompt", perPrompt), ("best-by", bestBy), ("format", format), ("rejected", rejected),
            ("margin", margin), ("pairs-per-prompt", pairsPerPrompt), ("attack-template", attackTemplate),
            ("card", card),
        ]
        let flags = [
            ("ignore-split", ignoresSplit), ("drop-evaluation", dropsEvaluation), ("drop-seen", dropsSeen),
            ("dataset-info", datasetInfo), ("allow-empty", allowEmpty),
        ]
        let given =
            lists.filter { !$0.1.isEmpty }.map(\.0) + values.filter { $0.1 != nil }.map(\.0)
            + flags.filter(\.1).map(\.0)
        return given.first.map { "--\($0)" }
    }
}
