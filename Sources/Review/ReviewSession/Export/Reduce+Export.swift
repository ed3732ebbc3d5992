import RoundModel
import Verdicts

extension ReviewState {
    mutating func openExport() {
        if export.run != nil { return refuse("an export is running; \(key(.back)) cancels it") }
        switch round.loading {
        case .reading: return refuse("the round is still being read: export when all of it is there")
        case .failed: return refuse("the round could not be read to its end, so its sets cannot be exported")
        case .complete: break
        }
        open(ExportDialog(settings: export.settings))
        export.asked.forget()
    }

    /// Starts an export; there is one at a time.
    mutating func start(_ settings: ExportSettings) -> [Effect] {
        export.settings = settings
        export.run = ExportRun(settings: settings)
        close()
        message = nil
        let job = ExportJob(
            settings: settings,
            thresholds: thresholds.now,
            origins: thresholds.origins,
            content: round.content.keys
        )
        return [.work(job)]
    }

    mutating func cancelExport() -> [Effect] {
        export.run?.isCancelling = true
        export.run?.stage = "cancelling"
        return [.stop(.export)]
    }

    mutating func take(_ update: ExportUpdate) {
        switch update {
        case .previewed(_, let preview):
            export.asked.take(preview.settings)
            guard var open = dialog as? ExportDialog, preview.settings == open.settings else { return }
            open.preview = preview
            dialog = open
        case .progressed(let fraction, let stage):
            guard export.run?.isCancelling == false else { return }
            export.run?.fraction = fraction
            export.run?.stage = stage
        case .done(let text, let record):
            if let record { journal(.export(record)) }
            endExport(Message(.done, text))
        case .failed(let text):
            endExport(Message(.failure, text))
        }
    }

    private mutating func endExport(_ result: Message) {
        export.run = nil
        // The folder is there now, or not: what was looked up before is stale.
        export.asked.forget()
        if dialog is LeaveExportDialog { close() }
        message = result
        export.settings.replace = false
    }
}
