import Basics
import ReviewSession
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension FileSite {
    func exportRows(_ job: RowsExportJob, _ stop: Cancellation, _ report: @escaping Job.Report) {
        guard let round else { return }
        let path = HomeFolder.expanding(job.path, home: EnvironmentVariable.text("HOME"))
        let items = job.query.items(in: job.population)
        let total = items.count
        do throws(ExportError) {
            let result = try RowsExport.write(
                items,
                of: round,
                to: OutputFile(path: path, replacing: .nothing(hint: "name another file")),
                cancellation: stop
            ) { rows in
                report(.export(.progressed(fraction: Double(rows) / Double(max(1, total)), stage: "writing rows")))
            }
            let record = JournalEntry.ExportRecord(
                directory: path,
                thresholds: job.query.thresholds,
                manifest: result.sha256
            )
            let text = "wrote \(DecimalText.counted(result.lines, "row")) to \(path) (\(ByteText.size(result.bytes)))"
            report(.export(.done(message: text, workshop.keeper == nil ? nil : record)))
        } catch {
            report(.export(.failed(message: error.message)))
        }
    }
}
