import ArgumentParser
import Basics
import Configuration
import HTTPClient
import RewardServers
import RewardsFile
import RoundFiles
import RoundModel
import RoundScoring

/// `redsieve score`: Eval, the step before a round is reviewed.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Scores the rows of a round by reward-model servers.",
        discussion: """
            Each row gets a field for each score, behind its own bytes and in the order of the source. A row that a server \
            refuses goes to ROUND.failed.jsonl with the reason, and the command ends with 75. What is scored is on the disk \
            before it counts: the same command said again goes on where it was. ROUND.scoring.json tells where the scores \
            came from.

            Servers are vLLM, text-embeddings-inference, OpenRLHF, SGLang, Hugging Face endpoints, and any that chats (guards, \
            judges) or takes JSON. What a server is it is asked; an address is that of the server, without the path of its \
            requests. What an address does not say stands in a file for --rewards: templates, keys, guard words, batches.

            EXAMPLES:
              redsieve score answers.jsonl --safety http://gpu:8000 --check
              redsieve score answers.jsonl -o round-5.jsonl \\
                --safety http://gpu:8000 --helpfulness http://gpu:8001
              redsieve score --rewards-template > rewards.toml
              redsieve score answers/ --rewards rewards.toml -o round-5.jsonl --watch
              redsieve score -o round-5.jsonl --rewards rewards.toml --retry-failed
              redsieve score round-5.jsonl -o round-5b.jsonl \\
                --add strict=http://gpu:8002 --near 0.05
            """
    )

    @Argument(
        help: ArgumentHelp("Files or folders with prompts and responses, or - for standard input.", valueName: "rows"),
        completion: .file()
    )
    var files: [String] = []

    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("The round to make.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @OptionGroup var servers: ScoreOptions

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            "Which field holds the prompt or the response, such as prompt=question.",
            valueName: "role=path"
        ),
        transform: FieldAssignment.parse
    )
    var fields: [FieldAssignment] = []

    @OptionGroup var addition: AdditionOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var configuration: SettingsOptions

    @Flag(help: "Asks the servers, scores a few rows, prints what was found, and writes nothing.")
    var check = false

    @Flag(help: "Opens the review, in which items appear as they are scored; leaving it stops the run.")
    var watch = false

    @Flag(name: .customLong("rewards-template"), help: "Prints a file for --rewards with all settings, and ends.")
    var printsTemplate = false

    @Flag(name: .customLong("start-again"), help: "Forgets what an earlier run of the same output has scored.")
    var startsAgain = false

    @Flag(
        name: .customLong("accept-change"),
        help: "Goes on with an earlier run although servers or settings are others."
    )
    var acceptsChange = false

    @Flag(
        name: .customLong("rescore"),
        help: "Scores rows that have a score already; the old value stays as FIELD_before."
    )
    var rescores = false

    @Flag(
        name: .customLong("retry-failed"),
        help: "Scores the failed rows of the round that --output names once more, and puts them where they belong."
    )
    var retriesFailed = false

    mutating func validate() throws {
        if printsTemplate { return }
        if retriesFailed, !files.isEmpty {
            throw ValidationError("--retry-failed takes the rows that failed, and no files beside them")
        }
        if watch, check || retriesFailed || addition.added != nil {
            throw ValidationError(
                "--watch is for a run that makes a round; it excludes --check, --retry-failed and --add"
            )
        }
        if check, retriesFailed { throw ValidationError("--check and --retry-failed exclude each other") }
        if files.isEmpty, !retriesFailed { throw ValidationError("name the files whose rows are to be scored") }
        if !check, output?.isEmpty ?? true { throw ValidationError("--output needs the name of a file") }
        if addition.added != nil {
            if retriesFailed {
                throw ValidationError(
                    "--add on the round tries rows again that lack the score; --retry-failed is not for it"
                )
            }
            return
        }
        if !watch, thresholds.adv != nil || thresholds.safety != nil || thresholds.help != nil {
            throw ValidationError("thresholds matter only with --watch and --add")
        }
        if !watch, addition.review != nil { throw ValidationError("--review matters only with --watch and --add") }
        for assignment in fields where assignment.role != .prompt && assignment.role != .response {
            throw ValidationError("--field \(assignment.role.rawValue)=…: score reads prompt and response alone")
        }
    }

    mutating func run() throws {
        if printsTemplate { return try StandardStreams.write(RewardsTemplate.text) }
        let settings =
            try addition.added.map { added in
                try servers.completed([try addition.server(added, among: try servers.described())])
            } ?? servers.servers()
        let request = RoundRequest(
            paths: retriesFailed ? [output ?? ""] : files,
            fields: Dictionary(fields.map { ($0.role, $0.path) }, uniquingKeysWith: { first, _ in first })
        )
        let work = try work(settings, request)
        if check {
            let checks = try work.check()
            try StandardStreams.write(StandardStreams.safeLines(ScoringText.table(settings, checks)))
            if checks.contains(where: { $0.level == .wrong }) { ProgramExit.leave(69) }
            return
        }
        guard let output else { return }
        let (startsAgain, acceptsChange, rescores) = (startsAgain, acceptsChange, rescores)
        let change: (inout ScoringRequest) -> Void = { request in
            request.startsAgain = startsAgain
            request.acceptsChange = acceptsChange
            request.rescores = rescores
        }
        if !retriesFailed, let result = try work.ended(output, change) { return try tell(result, output) }
        if watch { return try watch(work, settings, into: output, change) }
        if retriesFailed {
            let retried = try work.retry(output, change)
            try StandardStreams.write(StandardStreams.safeLines(ScoringText.retried(retried, output: output)))
            if retried.failed > 0 { ProgramExit.leave(75) }
            return
        }
        try tell(try work.score(into: output, change), output)
    }

    private func tell(_ result: ScoringResult, _ output: String) throws {
        try StandardStreams.write(StandardStreams.safeLines(ScoringText.result(result, output: output)))
        if result.failed > 0 { ProgramExit.leave(75) }
    }

    /// What does it; with the rows that get a score besides those that they have.
    private func work(_ settings: [ServerSettings], _ request: RoundRequest) throws -> ScoreWork {
        guard addition.added != nil else {
            return ScoreWork(settings: settings, rows: request, interruption: watch ? nil : Interruption())
        }
        let configuration = try configuration.configuration()
        var request = request
        request.aliases = configuration.aliases
        let reading = RoundWork()
        let added = try ScoreAddition(addition, thresholds, of: request, configuration, by: reading)
        // What was read is behind us: a signal means the run from now on.
        reading.interruption.hold()
        return ScoreWork(settings: settings, rows: request, addition: added, interruption: reading.interruption)
    }

    /// Scores while the review is open, and says afterwards what came of it.
    private func watch(
        _ work: ScoreWork,
        _ settings: [ServerSettings],
        into output: String,
        _ change: (inout ScoringRequest) -> Void
    ) throws {
        var round = RoundRequest(paths: [], fields: work.rows.fields)
        for server in settings {
            guard let score = ScoreName(rawValue: server.name) else { continue }
            round.fields[score.role] = server.field
            if let isHigher = server.higherIsBetter {
                round.lowerIsBetter = (round.lowerIsBetter ?? []).union(isHigher ? [] : [score])
            }
        }
        var arguments = [output]
        for (name, value) in [("adv", thresholds.adv), ("safety", thresholds.safety), ("help", thresholds.help)] {
            if let value { arguments += ["--theta-\(name)", "\(value)"] }
        }
        if let review = addition.review { arguments += ["--review", review] }
        if let config = configuration.config { arguments += ["--config", config] }
        let run = try work.watched(into: output, as: round, change)
        let status = try ReviewCommand.parse(arguments).review(watching: run)
        switch run.result {
        case .success(let result)?: try tell(result, output)
        case .failure(let error)?: throw ProgramFailure(error)
        case nil: break
        }
        if status != 0 { ProgramExit.leave(status) }
    }
}
