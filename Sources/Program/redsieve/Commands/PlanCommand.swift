import ArgumentParser
import Basics
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

            EXAMPLES:
              redsieve plan round-7/*.jsonl -o plan
              redsieve plan 's3a://rounds/7/*.jsonl' --like first-rows.jsonl -o plan
              redsieve plan round-7.jsonl --theta-adv 0.3 --theta-safety 0.8 --theta-help 0.4 -o plan
            """
    )

    @Argument(
        help: ArgumentHelp("Files of one round in JSON Lines, folders of them, or addresses.", valueName: "file"),
        completion: .file()
    )
    var files: [String]

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
        help: ArgumentHelp("A score (safety or helpfulness) that is better when lower.", valueName: "score"),
        completion: .list(ScoreName.allCases.map(\.rawValue)),
        transform: RoundOptions.score
    )
    var lowerIsBetter: [ScoreName] = []

    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("About how many rows the sample has (100000).", valueName: "n"))
    var sample: Int?

    @Option(help: ArgumentHelp("What the sample is drawn with (a random number).", valueName: "n"))
    var seed: UInt64?

    @Flag(help: "Has the sets hold the discarded rows too.")
    var discarded = false

    mutating func validate() throws {
        if files.isEmpty { throw ValidationError("name the files of the round") }
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
        if let sample, !(1...10_000_000).contains(sample) {
            throw ValidationError("--sample takes a number from 1 to 10000000")
        }
    }

    mutating func run() throws {
        let configuration = try settings.configuration()
        let isRemote = files.contains(where: PlannedFile.isAddress)
        if isRemote, !files.allSatisfy(PlannedFile.isAddress) {
            throw ValidationError("a round lies either here or at addresses, not at both")
        }
        var named: [FieldRole: String] = [:]
        for field in fields { named[field.role] = field.path }
        var planned: [PlannedFile]
        let keys: [FieldRole: [String]]
        if isRemote {
            planned = files.map(PlannedFile.init(address:))
            keys = try example.map { try first([$0], named, configuration.aliases).keys } ?? PlannedFile.keys(named)
            if let missing = FieldRole.allCases.first(where: { $0.isNeeded && keys[$0] == nil }) {
                throw ProgramFailure(
                    status: 64,
                    message: "what lies at an address is not opened here: name a file with rows of the round with --like, or the "
                        + "field of the \(missing.noun) with --field \(missing.rawValue)=..."
                )
            }
        } else {
            let found = try first(files, named, configuration.aliases)
            planned = found.files.map { PlannedFile(path: ProgramPath.absolute($0.path), bytes: $0.bytes) }
            keys = try example.map { try first([$0], named, configuration.aliases).keys } ?? found.keys
        }
        var plan = RoundPlan(
            files: planned,
            fields: keys,
            lowerIsBetter: ScoreName.allCases.filter(lowerIsBetter.contains),
            seed: seed ?? UInt64.random(in: 0...UInt64.max),
            thresholds: PlannedThresholds(thresholds.defaults.filled(from: configuration.thresholds)),
            grid: GridSettings(sample: sample ?? GridSettings().sample)
        )
        plan.discarded = discarded ? true : nil
        try PlanFolder.make(output, plan)
        let told = FieldRole.allCases.compactMap { role in keys[role].map { "\(role.rawValue)=\($0.joined(separator: "."))" } }
        StandardStreams.message("fields: \(told.joined(separator: ", "))")
        let size = planned.compactMap(\.bytes).reduce(0, +)
        try StandardStreams.write(
            StandardStreams.safeLines(
                "wrote \(output): \(DecimalText.counted(planned.count, isRemote ? "address" : "file"))"
                    + (isRemote ? "" : ", \(ByteText.size(size))") + "; \(output)/README.md says how to go on\n"
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
            return try FirstFields(RoundRequest(paths: paths, fields: named, aliases: aliases))
        } catch {
            if case .files(let error) = error { throw ProgramFailure(error) }
            throw ProgramFailure(status: 65, message: error.message)
        }
    }
}
