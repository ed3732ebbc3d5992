import ReviewSession
import RoundExport
import RoundFiles
import RoundModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension EffectRunner {
    /// Looks up what an export would write, and what stands in its way.
    func preview(_ settings: ExportSettings, _ thresholds: Thresholds, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        let counts = round.columns.tally(thresholds, baseline: thresholds).counts
        let plan = ExportPlan(for: round, counts: counts, Self.request(settings, thresholds, suggested: false))
        var obstacle: String?
        if case .refused(let error) = plan.standing { obstacle = Self.advice(error) }
        report.post(
            .exportPreviewed(
                ExportPreview(
                    settings: settings,
                    path: plan.place ?? plan.directory,
                    replaces: plan.standing == .replaces,
                    obstacle: obstacle,
                    files: plan.files.map { ExportPreview.File(name: $0.name, content: $0.content) }
                )
            )
        )
    }

    func export(_ settings: ExportSettings, _ thresholds: Thresholds, suggested: Bool, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        let cancellation = Cancellation()
        let request = Self.request(settings, thresholds, suggested: suggested)
        exportLater(cancellation) {
            do throws(ExportError) {
                let result = try RoundExporter.export(round, request, cancellation: cancellation) { progress in
                    let fraction = progress.total > 0 ? Double(progress.rows) / Double(progress.total) : 1
                    let stage = progress.stage == .rows ? "writing rows" : "bringing it to the disk"
                    report.post(.exportProgressed(fraction: fraction, stage: stage))
                }
                report.post(.exported(message: Self.text(of: result)))
            } catch {
                report.post(.exportFailed(message: Self.advice(error)))
            }
        }
    }

    private static var home: String? { getenv("HOME").map { String(cString: $0) } }

    /// What is asked of the exporter, for the preview and for the export alike.
    private static func request(
        _ settings: ExportSettings,
        _ thresholds: Thresholds,
        suggested: Bool
    ) -> ExportRequest {
        ExportRequest(
            thresholds: thresholds,
            directory: HomeFolder.expanding(settings.directory, home: home),
            format: settings.format,
            replace: settings.replace,
            suggested: suggested
        )
    }

    /// An error in the words of the screen, where a key stands for a command's flag.
    private static func advice(_ error: ExportError) -> String {
        if case .exists(let path) = error { return "\(path) exists already; Ctrl-R replaces an earlier export" }
        return error.message
    }

    private static func text(of result: ExportResult) -> String {
        let files = result.files.filter { $0.name.hasSuffix(".jsonl") && $0.lines > 0 }.map { file in
            let of = file.repeats > 0 ? " of \(DecimalText.grouped(file.rows))" : ""
            return "\(DecimalText.grouped(file.lines))\(of) \(file.name.dropLast(".jsonl".count))"
        }
        return "\(result.replaced ? "replaced" : "wrote") \(result.directory): \(files.joined(separator: ", "))"
    }
}
