import ArgumentParser
import Configuration
import Foundation
import ReviewAudit
import ReviewStore
import RoundExport
import RoundFiles
import RoundGrid
import RoundModel
import Verdicts

/// `redsieve verify`: is an export what its manifest says, and does it come out the same again?
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks an export against its manifest and, given its round, rebuilds it to compare.",
        discussion: """
            verify compares each file with its digest and its number of lines, and says first whether the export is the \
            set that its certificate certifies; where it is not, verify fails. Given the review, it tests the certificate \
            again from the verdicts. Given the round, it rebuilds all files and compares them byte for byte; where the \
            export used verdicts, it takes the review beside the round unless you name another.

            Of sets that a cluster made, it compares the lines with their checksums and, given the grid, the counts with those \
            of the grid.

            EXAMPLES:
              redsieve verify round-4
              redsieve verify round-4 --review round-3.jsonl.review
              redsieve verify round-4 --round round-3.jsonl --review round-3.jsonl.review
              redsieve verify round-4 --round round-3.jsonl --evaluation seeds-test.jsonl
              redsieve verify sets-7 --grid grid-7
            """
    )

    @Argument(help: "The folder of an export.")
    var directory: String

    @Option(
        name: .customLong("round"),
        parsing: .upToNextOption,
        help: ArgumentHelp("The round that it was made from.", valueName: "round")
    )
    var rounds: [String] = []

    @OptionGroup var guarding: GuardedExportOptions

    @OptionGroup var settings: SettingsOptions

    @Option(help: ArgumentHelp("The review whose verdicts it uses.", valueName: "file"))
    var review: String?

    @Option(
        name: .customLong("grid"),
        help: ArgumentHelp("The grid of a round whose sets a cluster made.", valueName: "grid"),
        completion: .directory
    )
    var grid: String?

    mutating func validate() throws {
        if grid != nil, !rounds.isEmpty || review != nil {
            throw ValidationError("--grid is for sets of a cluster; --round and --review are for exports")
        }
    }

    mutating func run() throws {
        if ClusterSets.isThere(directory) { return try verifySets() }
        if grid != nil {
            throw ProgramFailure(status: 65, message: "\(directory) has no sets of a cluster; --grid is for those")
        }
        let manifest = try ManifestFile.read(in: directory)
        let checked = DecimalText.counted(manifest.files.count, "file")
        if review != nil, rounds.isEmpty, manifest.certificate == nil {
            throw ProgramFailure(
                status: 64,
                message: "\(directory) has no certificate for a review to check; name its round as well, with --round"
            )
        }
        // What is certified stands first: a script may read no further.
        let certificate = try manifest.certificate.map { claimed throws(ProgramFailure) in
            try CertificateVerification(claimed, of: manifest, by: review ?? reviewBeside(manifest))
        }
        let doubts = certificate?.problems ?? []
        var differences = manifest.problems(in: directory)
        if doubts.isEmpty, differences.isEmpty, !rounds.isEmpty { differences = try replay(manifest) }
        guard doubts.isEmpty, differences.isEmpty else {
            for problem in doubts + differences { StandardStreams.message("\(directory): \(problem)") }
            let count = doubts.count + differences.count
            throw ProgramFailure(
                status: 65,
                message: doubts.isEmpty
                    ? "\(directory) differs from its manifest: \(DecimalText.counted(count, "difference"))"
                    : "\(directory) is not certified: \(DecimalText.counted(count, "problem"))"
            )
        }
        let rehearsal =
            manifest.selection.verdicts.rehearsal == true ? "a rehearsal: \(CertificateHistory.rehearsalText); " : ""
        let head = certificate.map { "\($0.head); " } ?? rehearsal
        let again = rounds.isEmpty ? "" : " and a rebuild"
        let confirmed = certificate?.confirmed ?? ""
        try StandardStreams.write(
            StandardStreams.safeLines("\(directory): \(head)\(checked) match the manifest\(again)\(confirmed)\n")
        )
    }

    /// Checks sets that the job made.
    private func verifySets() throws {
        let sets: ClusterSets
        do throws(GridProblem) {
            sets = try ClusterSets(folder: directory)
        } catch {
            throw ProgramFailure(status: 65, message: "\(directory): \(error.message)")
        }
        let counted = try grid.map { path throws(ProgramFailure) in try GridWork.open(path) }
        let problems = sets.problems(in: directory) + (counted.map(sets.problems(against:)) ?? [])
        guard problems.isEmpty else {
            for problem in problems { StandardStreams.message("\(directory): \(problem)") }
            throw ProgramFailure(
                status: 65,
                message: "\(directory) differs from its manifest\(grid == nil ? "" : " or the grid"): "
                    + DecimalText.counted(problems.count, "difference")
            )
        }
        let names = sets.outputs.keys.sorted().joined(separator: ", ")
        try StandardStreams.write(
            StandardStreams.safeLines(
                "\(directory): \(names) match the manifest\(grid == nil ? "" : ", and the counts those of the grid")\n"
            )
        )
    }

    /// The review that lies beside the round, where a round is named and the export used verdicts.
    private func reviewBeside(_ manifest: Manifest) -> String? {
        guard !rounds.isEmpty, manifest.selection.verdicts.entries != nil else { return nil }
        return ReviewOptions.locations(of: nil, for: rounds).first(where: \.exists)?.path
    }

    /// Where the scores came from by the manifest, against what the records beside the round say now.
    private func recordDifferences(_ made: RoundRecord, _ report: LoadReport) -> [String] {
        (made.scoring ?? []).compactMap { record in
            let there = report.scoreOrigins.filter { $0.name == record.file }
            if there.contains(where: { $0.sha256 == record.sha256 }) { return nil }
            return there.isEmpty
                ? "\(record.file), which says where the scores came from, is not beside the round"
                : "\(record.file) was changed after the export: the scores may have come from elsewhere"
        }
    }

    /// That the round is another than the export was made from, which explains all that differs; nil where it is not, or nobody
    /// can tell.
    private func otherRound(_ made: RoundRecord, rebuiltIn directory: String) throws -> String? {
        let found = try ManifestFile.read(in: directory).selection.round
        guard let before = made.sha256, let now = found.sha256, before != now else { return nil }
        func text(_ round: RoundRecord, _ hash: String) -> String {
            "\(round.name), \(DecimalText.counted(round.items, "item")), SHA-256 \(hash.prefix(12))…"
        }
        return
            "this is another round, or it was changed since: the export was made from \(text(made, before)); this is "
            + text(found, now)
    }

    /// Makes the export again beside it, and compares.
    private func replay(_ manifest: Manifest) throws -> [String] {
        var journal: (record: ReviewRecord, seed: UInt64)?
        let made = manifest.selection
        if let entries = made.verdicts.entries {
            guard let path = review ?? reviewBeside(manifest) else {
                throw ProgramFailure(status: 64, message: "\(directory) uses verdicts; name the review with --review")
            }
            if review == nil { StandardStreams.message("review: \(path)") }
            journal = try ReviewFileWork.read(path, limit: entries)
        }
        let work = RoundWork()
        // A manifest of before names the fields of the first shard alone: where another one calls them otherwise, they go by the
        // names of the configuration and the usual ones.
        var source = RoundRequest(
            paths: rounds,
            aliases: try settings.configuration().aliases,
            lowerIsBetter: Set(made.round.lowerIsBetter ?? []),
            nonFiniteAsNull: made.round.nonFiniteAsNull ?? false
        )
        source.earlier = (made.round.shardFields ?? [made.round.fields]).map(\.values)
        // Whoever made the export has allowed it whatever it needs.
        source.inflateLimit = 2 << 30
        var loaded = try work.load(source, hashes: nil)
        let recorded = recordDifferences(made.round, loaded.report)
        // What such a manifest says nothing of, it says nothing of when it is made again, either; and what differs is told once.
        var report = loaded.report
        if made.round.shardFields == nil { report.fields.shards = [] }
        report.scoreOrigins = (made.round.scoring ?? []).map { ScoreOrigin(name: $0.file, sha256: $0.sha256) }
        loaded = LoadedRound(
            columns: loaded.columns,
            texts: loaded.texts,
            report: report,
            progress: loaded.progress
        )
        let (guarded, strange) = try guarding.request(manifest, directory, source, work)
        if !strange.isEmpty { return recorded + strange }
        let temporary = try TemporaryFolder()
        defer { temporary.remove() }
        var request = ExportRequest(
            thresholds: made.thresholds.thresholds,
            directory: temporary.path + "/again",
            format: manifest.format,
            origins: made.thresholds.suggested == true ? [.adv: .suggested] : [:]
        )
        request.schema = manifest.schema
        request.training = manifest.training?.choices ?? TrainingChoices()
        request.allowsEmpty = true
        request.card = manifest.card
        request.guarding = guarded
        let asked = request
        let cancellation = work.interruption.cancellation
        let earlier = made.verdicts.statedError.flatMap { $0.isOfRows ? $0 : nil }
        if earlier != nil {
            StandardStreams.message(
                "\(directory): an earlier redsieve stated its error, by rows and not by lines; that is not checked"
            )
        }
        _ = try work.run { () throws(ExportError) in
            let verdicts = try journal.map { journal throws(ExportError) in
                var verdicts = ExportVerdicts(
                    try JudgedRound.matching(
                        journal.record,
                        seed: journal.seed,
                        in: loaded,
                        cancellation: cancellation
                    )
                )
                if let earlier {
                    verdicts.statedError = earlier
                } else {
                    verdicts = verdicts.stating(at: asked.thresholds)
                }
                return verdicts
            }
            do throws(ExportError) {
                return try RoundExporter.export(loaded, asked, verdicts: verdicts, cancellation: cancellation)
            } catch {
                guard case .leaks(let report) = error else { throw error }
                throw .source(
                    message:
                        "\(directory): made again, \(report.refusal); the manifest does not say that they were left out",
                    exitStatus: error.exitStatus
                )
            }
        }
        let others = (manifest.files.map(\.name).sorted() + [ExportFileName.manifest.rawValue]).filter { name in
            !FileManager.default.contentsEqual(atPath: "\(directory)/\(name)", andPath: "\(request.directory)/\(name)")
        }
        if others.contains(where: { $0 != ExportFileName.manifest.rawValue }),
            let other = try otherRound(made.round, rebuiltIn: request.directory)
        {
            return recorded + [other]
        }
        return recorded
            + others.map { "\($0) differs when rebuilt from this round\(review == nil ? "" : " and review")" }
    }
}
