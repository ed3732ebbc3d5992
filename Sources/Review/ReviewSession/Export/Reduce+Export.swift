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
        dialog = .export(ExportDialog(settings: export.settings))
        export.asked.forget()
    }

    mutating func performInExport(_ command: Command, _ open: ExportDialog) -> [Effect] {
        var export = open
        switch command {
        case .nextFormat:
            let all = ExportFormat.allCases
            let at = all.firstIndex(of: export.format) ?? 0
            export.format = all[(at + 1) % all.count]
        case .toggleReplace:
            export.replace.toggle()
            export.problem = nil
        case .cancel, .back:
            dialog = nil
            return []
        case .confirm:
            return start(export)
        default: return []
        }
        dialog = .export(export)
        return []
    }

    private mutating func start(_ open: ExportDialog) -> [Effect] {
        var export = open
        if export.directory.text.isEmpty {
            export.problem = "type the folder to write"
            dialog = .export(export)
            return []
        }
        if let obstacle = export.obstacle {
            export.problem = obstacle
            dialog = .export(export)
            return []
        }
        self.export.settings = export.settings
        self.export.run = ExportRun(settings: export.settings)
        dialog = nil
        message = nil
        let job = ExportJob(
            settings: export.settings,
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
            guard case .export(var export) = dialog, preview.settings == export.settings else { return }
            export.preview = preview
            dialog = .export(export)
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
        if dialog == .confirmQuit { dialog = nil }
        message = result
        export.settings.replace = false
    }
}
