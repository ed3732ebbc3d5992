import ArgumentParser
import Basics
import CLibrary
import CampaignFile
import Configuration
import RoundCampaign
import RoundModel

/// `redsieve campaign`: the rounds of a campaign side by side.
struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "Compares the rounds of a campaign: what became safer, where not, and what is left to learn from.",
        discussion: """
            On a terminal it opens a screen: the figure by round, the table, category by style, what changed, and the thresholds of \
            a round in others; Enter opens a round, q comes back, ? shows all keys. Into a pipe or a file it writes lines.

            A campaign is rounds in their order: a campaign.toml that lists them, or their files, which are then rounds of one \
            method, counted as a person would. Unsafe means a safety score below θ adv; what people found beside it comes from \
            each round's own blind sample.

            EXAMPLES:
              redsieve campaign round-1.jsonl round-2.jsonl round-3.jsonl
              redsieve campaign --template > campaign.toml
              redsieve campaign campaign.toml
              redsieve campaign campaign.toml --target-rate 0.05 --json
            """
    )

    @Argument(
        help: ArgumentHelp("A campaign.toml, or the files of rounds, each a round of its own.", valueName: "campaign"),
        completion: .file()
    )
    var rounds: [String] = []

    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: .customLong("target-rate"),
        help: ArgumentHelp("The share of unsafe items that a cell is broken above.", valueName: "share")
    )
    var target: Double?

    @Option(
        name: .customLong("last-rounds"),
        help: ArgumentHelp(
            "In how many of the newest rounds a cell must be broken to be still broken.",
            valueName: "rounds"
        )
    )
    var last: Int?

    @Option(help: ArgumentHelp("The probability that an interval misses.", valueName: "share"))
    var alpha: Double?

    @Option(
        name: .customLong("carry"),
        help: ArgumentHelp(
            "Tells what the thresholds of a round come to in all others, three ways; the round by its name.",
            valueName: "round"
        )
    )
    var carried: String?

    @Flag(help: "Prints lines of text, on a terminal too.")
    var text = false

    @Flag(help: "Prints one JSON object.")
    var json = false

    @Flag(help: "Prints a campaign.toml with every setting and ends.")
    var template = false

    @Flag(help: "Draws nothing: takes commands line by line and answers in words, for a screen reader or a pipe.")
    var plain = false

    @Option(
        help: ArgumentHelp("Who gives verdicts in the rounds that are opened (your login name).", valueName: "name")
    )
    var reviewer: String?

    @OptionGroup var play: ScriptOptions
    @OptionGroup var look: ThemeOptions
    @OptionGroup var logging: LogOptions

    mutating func validate() throws {
        let ways = [(text, "--text"), (json, "--json"), (plain, "--plain"), (play.path != nil, "--script")].filter(\.0)
        if ways.count > 1 { throw ValidationError("\(ways[0].1) and \(ways[1].1) exclude each other") }
        if rounds.isEmpty, !template { throw ValidationError("campaign needs a campaign.toml or the files of rounds") }
        for (name, share) in [("--target-rate", target), ("--alpha", alpha)] {
            if let share, !(share > 0 && share < 1) {
                throw ValidationError("\(name) must lie between 0 and 1, both excluded")
            }
        }
        if let last, last < 1 { throw ValidationError("--last-rounds must be 1 or more") }
        var seen: Set<String> = []
        for path in rounds where path == "-" || !seen.insert(path).inserted {
            let text = path == "-" ? "a campaign cannot read standard input" : "\(PathText.shown(path)) is named twice"
            throw ValidationError(text)
        }
    }

    mutating func run() throws {
        if template { return try output.write(CampaignTemplate.text) }
        let configuration = try settings.configuration()
        var listed = try CampaignWork.settings(rounds)
        listed.target = target ?? listed.target
        listed.last = last ?? listed.last
        listed.alpha = alpha ?? listed.alpha
        let place = try carried.map { name throws(ProgramFailure) in try Self.place(of: name, in: listed) }
        try output.check(beside: rounds + listed.rounds.flatMap { $0.files + ($0.review.map { [$0] } ?? []) })
        let rounds = CampaignRounds(settings: listed, given: thresholds.defaults, configuration: configuration)
        if isShown { return try show(rounds) }
        let work = CampaignWork(rounds)
        let read = try work.read(CampaignQuestion(listed))
        let carries = place.map { CarriedCampaign(from: $0, in: read.states, read.figures.question) }
        if json {
            try output.write(ResultJSON.text(CampaignJSON.json(read.figures, carries)))
        } else {
            try output.write(StandardStreams.safeLines(read.figures.text + Self.text(carries, read.figures)))
        }
        if read.status != 0 { throw read.failure }
    }

    /// True where it is looked at, and not printed.
    private var isShown: Bool {
        if plain || play.path != nil { return true }
        let isPrinted = text || json || carried != nil || output.output != nil
        return !isPrinted && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    }

    private func show(_ rounds: CampaignRounds) throws {
        let show = CampaignShow(
            rounds: rounds,
            themes: try look.themes(rounds.configuration),
            look: look,
            reviewer: try ReviewOptions.reviewerName(reviewer, rounds.configuration.reviewer),
            log: try logging.logger()
        )
        let script = try play.script()
        let status =
            if let script {
                try show.played(script, Interruption())
            } else {
                plain ? try show.inLines() : try show.onTerminal()
            }
        if status != 0 { ProgramExit.leave(status) }
    }

    private static func text(_ carries: CarriedCampaign?, _ figures: CampaignFigures) -> String {
        carries.map { "\n" + $0.lines(figures).joined(separator: "\n") + "\n" } ?? ""
    }

    /// A round by its name, or by its number where names do not tell.
    private static func place(of name: String, in settings: CampaignSettings) throws(ProgramFailure) -> Int {
        let names = settings.rounds.map(\.name)
        if let place = names.firstIndex(of: name) { return place }
        throw ProgramFailure(
            status: 64,
            message: "--carry: there is no round \"\(name)\"\(NearestName.hint(name, among: names)); "
                + "there are \(names.joined(separator: ", "))"
        )
    }
}
