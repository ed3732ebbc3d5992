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
        return [.stop(.exportCounts), .work(job)]
    }

    mutating func cancelExport() -> [Effect] {
        export.cancel()
        return [.stop(.export)]
    }

    mutating func take(_ update: ExportUpdate) {
        switch export.take(update) {
        case .previewed(let preview)?:
            changeExport { if preview.settings == $0.settings { $0.preview = preview } }
        case .counted(let counts)?:
            changeExport { if counts.isOf($0.settings) { $0.counts = counts } }
        case .ended(let said, let record)?:
            if let record { journal(.export(record)) }
            if dialog is LeaveExportDialog { close() }
            message = said
        case nil: break
        }
    }

    /// What the dialog would write, as it is set now.
    mutating func missingPreview() -> (any Job)? {
        guard let open = openedExport, open.preview?.settings != open.settings else { return nil }
        return export.wantedPreview(open.settings, exportContext)
    }

    /// What the sets would come to, as the dialog is set now.
    mutating func missingExportCounts() -> (any Job)? {
        guard let open = openedExport, open.counts?.isOf(open.settings) != true else { return nil }
        return export.wantedCounts(ExportCounts.Choice(open.settings), exportContext)
    }

    /// The export that is being set up, in whichever of its dialogs.
    var openedExport: ExportDialog? {
        dialog as? ExportDialog ?? (dialog as? TrainingDialog)?.export
    }

    private mutating func changeExport(_ change: (inout ExportDialog) -> Void) {
        if var open = dialog as? ExportDialog {
            change(&open)
            dialog = open
        } else if var open = dialog as? TrainingDialog {
            change(&open.export)
            dialog = open
        }
    }
}
