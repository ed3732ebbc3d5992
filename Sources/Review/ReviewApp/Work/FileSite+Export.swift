import Basics
import ReviewSession
import ReviewStore
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension FileSite {
    func preview(_ settings: ExportSettings, _ thresholds: Thresholds, _ judged: JudgedItems?) -> ExportPreview {
        guard let round else {
            let why = "nothing of the round has been read"
            return ExportPreview(
                settings: settings,
                path: settings.directory,
                replaces: false,
                obstacle: why,
                files: []
            )
        }
        let counts = Population(round.columns, judged: judged).tally(thresholds, baseline: thresholds).counts
        let plan = ExportPlan(for: round, counts: counts, Self.request(settings, thresholds, from: [:]))
        var obstacle: String?
        if case .refused(let error) = plan.standing { obstacle = Self.advice(error) }
        return ExportPreview(
            settings: settings,
            path: HomeFolder.shortening(plan.place ?? plan.directory, home: Self.home),
            replaces: plan.standing == .replaces,
            obstacle: obstacle,
            files: plan.files.map { ExportPreview.File(name: $0.name, content: $0.content) }
        )
    }

    func export(_ job: ExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {
        guard let round else { return }
        let thresholds = job.thresholds
        let request = Self.request(job.settings, thresholds, from: job.origins)
        do throws(ExportError) {
            // As the file has them, so that the export can be made again from it.
            let kept = try keptRecord()
            let claim = try Self.claim((kept?.record.items.count ?? 0) * ContentMemory.report)
            defer { claim.end() }
            let verdicts = try kept.map { kept throws(ExportError) in
                let judged = try JudgedRound.matching(
                    kept.record,
                    seed: kept.seed,
                    in: round,
                    keys: job.content,
                    cancellation: stop
                ) { done, total in
                    let fraction = Double(done) / Double(max(1, total))
                    report(.export(.progressed(fraction: fraction, stage: "finding verdicts")))
                }
                return ExportVerdicts(judged).stating(at: thresholds)
            }
            let result = try RoundExporter.export(
                round,
                request,
                verdicts: verdicts,
                cancellation: stop
            ) { progress in
                let fraction = progress.total > 0 ? Double(progress.rows) / Double(progress.total) : 1
                let stage = progress.stage == .rows ? "writing rows" : "writing it to the disk"
                report(.export(.progressed(fraction: fraction, stage: stage)))
            }
            let manifest = result.files.last.map(\.sha256) ?? ""
            let record = JournalEntry.ExportRecord(
                directory: result.place,
                thresholds: thresholds,
                manifest: manifest
            )
            report(.export(.done(message: Self.text(of: result), workshop.keeper == nil ? nil : record)))
        } catch {
            report(.export(.failed(message: Self.advice(error))))
        }
    }

    private static func claim(_ bytes: Int) throws(ExportError) -> MemoryClaim {
        do throws(RoundFilesError) {
            return try MemoryRoom.claim(bytes)
        } catch {
            throw .source(message: error.message, exitStatus: error.exitStatus)
        }
    }

    /// What is on the disk of the review; nil for a review that is not kept or has nothing yet.
    private func keptRecord() throws(ExportError) -> (record: ReviewRecord, seed: UInt64)? {
        guard let keeper = workshop.keeper else { return nil }
        do throws(ReviewStoreError) {
            return try keeper.record()
        } catch {
            throw .source(message: error.message, exitStatus: error.exitStatus)
        }
    }

    private static var home: String? { EnvironmentVariable.text("HOME") }

    /// What is asked of the exporter, for the preview and for the export alike.
    private static func request(
        _ settings: ExportSettings,
        _ thresholds: Thresholds,
        from origins: [ThresholdName: ThresholdOrigin]
    ) -> ExportRequest {
        var request = ExportRequest(
            thresholds: thresholds,
            directory: HomeFolder.expanding(settings.directory, home: home),
            format: settings.format,
            replace: settings.replace,
            origins: origins
        )
        // As select does: rows that the round itself keeps for evaluation are not trained on.
        request.guarding = GuardRequest()
        return request
    }

    /// An error in the words of the screen, where a key stands for a command's flag.
    private static func advice(_ error: ExportError) -> String {
        if case .exists(let path) = error { return "\(path) exists already; replace it, or name another folder" }
        if case .leaks(let report) = error {
            return "\(report.refusal); redsieve select --drop-evaluation leaves them out"
        }
        return error.message
    }

    private static func text(of result: ExportResult) -> String {
        let files = result.files.filter { $0.name.hasSuffix(".jsonl") && $0.lines > 0 }.map { file in
            let of = file.repeats > 0 ? " of \(DecimalText.grouped(file.rows))" : ""
            return "\(DecimalText.grouped(file.lines))\(of) \(file.name.dropLast(".jsonl".count))"
        }
        let notes = result.files.compactMap { file in
            file.troubles.clause.map { "\(file.name.dropLast(".jsonl".count)) has \($0)" }
        }
        let text = "\(result.replaced ? "replaced" : "wrote") \(result.directory): \(files.joined(separator: ", "))"
        return ([text] + notes).joined(separator: " · ")
    }
}
