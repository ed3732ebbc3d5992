import RoundModel
import Verdicts

/// What exports are to the rest of the review: what they do by themselves stands in `ExportState`.
extension ReviewState {
    mutating func openExport() {
        if let obstacle = export.obstacle(exportContext) { return refuse(obstacle) }
        open(ExportDialog(settings: export.settings))
        export.forgetPreviews()
    }

    /// Starts an export; there is one at a time.
    mutating func start(_ settings: ExportSettings) -> [Effect] {
        let job = export.start(settings, exportContext)
        close()
        message = nil
        return [.work(job)]
    }

    mutating func cancelExport() -> [Effect] {
        export.cancel()
        return [.stop(.export)]
    }

    mutating func take(_ update: ExportUpdate) {
        switch export.take(update) {
        case .previewed(let preview)?:
            guard var open = dialog as? ExportDialog, preview.settings == open.settings else { return }
            open.preview = preview
            dialog = open
        case .ended(let said, let record)?:
            if let record { journal(.export(record)) }
            if dialog is LeaveExportDialog { close() }
            message = said
        case nil: break
        }
    }

    /// What the dialog would write, as it is set now.
    mutating func missingPreview() -> (any Job)? {
        guard let open = dialog as? ExportDialog, open.preview?.settings != open.settings else { return nil }
        return export.wantedPreview(open.settings, exportContext)
    }
}
