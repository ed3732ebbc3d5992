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
        var request = settings.request(thresholds)
        var obstacle: String?
        do throws(ExportError) {
            request.card = try settings.choices.readCard()
        } catch {
            obstacle = Self.advice(error)
        }
        let plan = ExportPlan(for: round, counts: counts, request, isGuarded: settings.choices.guarding.isDropping)
        if case .refused(let error) = plan.standing { obstacle = Self.advice(error) }
        return ExportPreview(
            settings: settings,
            path: HomeFolder.shortening(plan.place ?? plan.directory, home: EnvironmentVariable.text("HOME")),
            replaces: plan.standing == .replaces,
            obstacle: obstacle,
            files: plan.files.map { ExportPreview.File(name: $0.name, content: $0.content) }
        )
    }

    func export(_ job: ExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {
        guard let round else { return }
        let thresholds = job.thresholds
        do throws(ExportError) {
            var request = job.settings.request(thresholds, from: job.origins)
            request.card = try job.settings.choices.readCard()
            report(.export(.progressed(fraction: 0, stage: "reading prompts")))
            request.guarding = try job.settings.choices.guarding.request(workshop.request, stop)
            let (verdicts, claim) = try verdicts(job.content, stop) { fraction in
                report(.export(.progressed(fraction: fraction, stage: "finding verdicts")))
            }
            defer { claim.end() }
            let result = try RoundExporter.export(
                round,
                request,
                verdicts: verdicts?.stating(at: thresholds),
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

    func count(_ job: ExportCountJob, _ stop: Cancellation) -> ExportCounts? {
        guard let round else { return nil }
        do throws(ExportError) {
            let settings = ExportSettings(directory: "", format: job.choice.format, choices: job.choice.choices)
            var request = settings.request(job.thresholds)
            request.guarding = try settings.choices.guarding.request(workshop.request, stop)
            let (verdicts, claim) = try verdicts(job.content, stop) { _ in }
            defer { claim.end() }
            let lines = try ExportLines.count(
                in: round,
                request,
                verdicts: verdicts,
                known: knownLeaks,
                cancellation: stop
            )
            return ExportCounts(
                job.choice,
                files: lines.contents,
                notes: lines.guarded?.notes(.screen) ?? [],
                certificate: CertificateStanding(verdicts, at: job.thresholds).text,
                obstacle: lines.refusal.map(Self.advice)
            )
        } catch {
            return error == .cancelled ? nil : ExportCounts(job.choice, obstacle: Self.advice(error))
        }
    }

    func leaks(_ job: LeakJob, _ stop: Cancellation) -> Leaks? {
        guard let round else { return nil }
        do throws(ExportError) {
            let found = try RoundLeaks.find(
                in: round,
                try job.settings.request(workshop.request, stop),
                known: knownLeaks,
                cancellation: stop
            )
            let reasons = (found?.reasons ?? []).map { reason in
                Leaks.Reason(
                    text: reason.leak.text,
                    place: "\(reason.leak.name), \(reason.listed.text)",
                    prompt: reason.text
                )
            }
            return Leaks(items: found?.items ?? [], places: found?.places ?? [], reasons: reasons)
        } catch {
            // The dialog says why, since its counts need the same files.
            return nil
        }
    }

    /// What people said, as the review's file has it, so that the export can be made again from it.
    private func verdicts(
        _ content: ContentKeys?,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(ExportError) -> (verdicts: ExportVerdicts?, claim: MemoryClaim) {
        let kept = try keptRecord()
        let claim = try Self.claim((kept?.record.items.count ?? 0) * ContentMemory.report)
        guard let round, let kept else { return (nil, claim) }
        let judged = try JudgedRound.matching(
            kept.record,
            seed: kept.seed,
            in: round,
            keys: content,
            cancellation: stop
        ) { done, total in
            progress(Double(done) / Double(max(1, total)))
        }
        return (ExportVerdicts(judged), claim)
    }

    /// An error in the words of the screen, where a key stands for a command's flag.
    private static func advice(_ error: ExportError) -> String {
        if case .exists(let path) = error { return "\(path) exists already; replace it, or name another folder" }
        if case .leaks(let report) = error {
            return "\(report.refusal); \"rows that leak one: left out\" leaves them out"
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
