import ArgumentParser
import Basics
import Configuration
import RoundExport
import RoundFiles
import RoundGrid
import RoundModel

/// `redsieve plan`: what a cluster is to do with a round that does not fit this machine.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plans a selection that Spark or DuckDB makes where the round lies.",
        discussion: """
            Writes a folder with plan.json, redsieve_job.py and a README with the commands. The job counts a grid, or makes the \
            sets. Files with an address (s3a://...) are not opened here: --like names a file with some rows of the round, or \
            --field all four fields.

            With --select and the grid that the job made, the plan is for the sets: it has the thresholds and the verdicts of the \
            review beside the grid, and is for the very files that the grid was counted from.

            EXAMPLES:
              redsieve plan round-7/*.jsonl -o plan
              redsieve plan --select grid-7 -o plan-2
              redsieve plan 's3a://rounds/7/*.jsonl' --like first-rows.jsonl -o plan
              redsieve plan round-7.jsonl --theta-adv 0.3 --theta-safety 0.8 --theta-help 0.4 -o plan
            """
    )

    @Argument(
        help: ArgumentHelp("Files of one round in JSON Lines, folders of them, or addresses.", valueName: "file"),
        completion: .file()
    )
    var files: [String] = []

    @Option(
        name: .customLong("select"),
        help: ArgumentHelp("A grid of the round: plan its sets.", valueName: "grid"),
        completion: .directory
    )
    var grid: String?

    @Option(
        help: ArgumentHelp(
            "With --select, the review whose thresholds and verdicts count (GRID.review beside the grid, if it exists).",
            valueName: "file"
        )
    )
    var review: String?

    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("The folder to make.", valueName: "dir"),
        completion: .directory
    )
    var output: String

    @Option(
        name: .customLong("like"),
        help: ArgumentHelp("A file with rows of the round, which tells its fields.", valueName: "file"),
        completion: .file()
    )
    var example: String?

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Which field plays a role, for instance safety=scores.safety_rm.", valueName: "role=path"),
        transform: FieldAssignment.parse
    )
    var fields: [FieldAssignment] = []

    @Option(
        name: .customLong("lower-is-better"),
        help: ArgumentHelp(
            "A score (safety or helpfulness) that is better when lower. Without this option the record that score leaves "
                + "beside the files decides; none takes both as they are.",
            valueName: "score"
        ),
        completion: .list(ScoreName.allCases.map(\.rawValue) + ["none"]),
        transform: RoundOptions.direction
    )
    var lowerIsBetter: [RoundOptions.Direction] = []

    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("About how many rows the sample has (100000).", valueName: "n"))
    var sample: Int?

    @Option(help: ArgumentHelp("What the sample is drawn with (a random number).", valueName: "n"))
    var seed: UInt64?

    @Flag(help: "Has the sets hold the discarded rows too.")
    var discarded = false

    @OptionGroup(visibility: .hidden) var foreign: SelectOnlyOptions

    mutating func validate() throws {
        if let name = foreign.given {
            throw ValidationError(
                "\(name) is no option of plan: its job writes whole rows, every accepted response, and holds them against "
                    + "no other prompts; redsieve select does that with the sets that the job has written"
            )
        }
        if files.isEmpty, grid == nil { throw ValidationError("name the files of the round, or a grid with --select") }
        if grid != nil {
            if !files.isEmpty { throw ValidationError("--select takes the files from the grid; name no others") }
            if example != nil || !fields.isEmpty || !lowerIsBetter.isEmpty || sample != nil || seed != nil {
                throw ValidationError("--select takes fields, seed and sample from the grid")
            }
        } else if review != nil {
            throw ValidationError("--review goes with --select")
        }
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
        if let sample, !(1...10_000_000).contains(sample) {
            throw ValidationError("--sample takes a number from 1 to 10000000")
        }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        if let grid { return try planSets(grid, configuration) }
        let isRemote = files.contains(where: PlannedFile.isAddress)
        if isRemote, !files.allSatisfy(PlannedFile.isAddress) {
            throw ValidationError("a round lies either here or at addresses, not at both")
        }
        var named: [FieldRole: String] = [:]
        for field in fields { named[field.role] = field.path }
        let told = try example.map { try first([$0], named, configuration.aliases) }
        var planned = files.map(PlannedFile.init(address:))
        var here = told
        if !isRemote {
            let found = try first(files, named, configuration.aliases)
            planned = found.files.map { PlannedFile(path: ProgramPath.absolute($0.path), bytes: $0.bytes) }
            here = told ?? found
        }
        let keys = here?.keys ?? PlannedFile.keys(named)
        if let missing = FieldRole.allCases.first(where: { $0.isNeeded && keys[$0] == nil }) {
            throw ProgramFailure(
                status: 64,
                message:
                    "what lies at an address is not opened here: name a file with rows of the round with --like, or the "
                    + "field of the \(missing.noun) with --field \(missing.rawValue)=..."
            )
        }
        let lower = RoundOptions.turned(lowerIsBetter) ?? here?.lowerIsBetter ?? []
        var plan = RoundPlan(
            files: planned,
            fields: keys,
            lowerIsBetter: ScoreName.allCases.filter(lower.contains),
            seed: seed ?? UInt64.random(in: 0...UInt64.max),
            thresholds: PlannedThresholds(thresholds.defaults.filled(from: configuration.thresholds)),
            grid: GridSettings(sample: sample ?? GridSettings().sample)
        )
        plan.discarded = discarded ? true : nil
        try PlanFolder.make(output, plan)
        let names = FieldRole.allCases.compactMap { role in
            keys[role].map { "\(role.rawValue)=\($0.joined(separator: "."))" }
        }
        StandardStreams.message("fields: \(names.joined(separator: ", "))")
        let size = planned.compactMap(\.bytes).reduce(0, +)
        try StandardStreams.write(
            StandardStreams.safeLines(
                "wrote \(output): \(DecimalText.counted(planned.count, "file"))"
                    + (isRemote ? " or patterns" : ", \(ByteText.size(size))")
                    + "; \(output)/README.md says how to go on\n"
            )
        )
    }

    /// Plans the sets of a round whose grid is here.
    private func planSets(_ path: String, _ configuration: Configuration) throws {
        let grid = try GridWork.open(path)
        let kept = try ReviewFileWork.find(review, for: [path], thresholds.defaults)
        let chosen = thresholds.sources(kept?.place, configuration).choose(in: grid.counts)
        guard let seed = UInt64(grid.record.seed) else {
            throw ProgramFailure(status: 65, message: "\(path): the seed of the grid is no number")
        }
        var plan = RoundPlan(
            files: grid.record.files,
            fields: grid.record.fields.values,
            lowerIsBetter: grid.record.lowerIsBetter,
            seed: seed,
            thresholds: PlannedThresholds(chosen.thresholds)
        )
        plan.gridFiles = grid.record.files
        plan.discarded = discarded ? true : nil
        if let record = kept?.record { plan.verdicts = PlannedVerdict.all(in: record) }
        try PlanFolder.make(output, plan)
        StandardStreams.message("thresholds: \(chosen.text)")
        StandardStreams.message("review: \(kept?.path ?? "none")")
        let counts = GridCounts(grid.counts, at: chosen.thresholds)
        try StandardStreams.write(
            StandardStreams.safeLines(
                "wrote \(output): by the thresholds alone, \(counts.adversarialPrompts.text) adversarial prompts and "
                    + "\(counts.acceptedPairs.text) accepted pairs; verdicts on "
                    + "\(DecimalText.counted(plan.verdicts?.count ?? 0, "item"))\n"
            )
        )
    }

    /// The files and fields that the first rows of some files tell.
    private func first(
        _ paths: [String],
        _ named: [FieldRole: String],
        _ aliases: [FieldRole: [String]]
    ) throws(ProgramFailure) -> FirstFields {
        do throws(FirstFields.Problem) {
            return try FirstFields(
                RoundRequest(
                    paths: paths,
                    fields: named,
                    aliases: aliases,
                    lowerIsBetter: RoundOptions.turned(lowerIsBetter)
                )
            )
        } catch {
            if case .files(let error) = error { throw ProgramFailure(error) }
            throw ProgramFailure(status: 65, message: error.message)
        }
    }
}
