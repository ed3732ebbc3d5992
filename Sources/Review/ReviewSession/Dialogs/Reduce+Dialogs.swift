import RoundModel

extension ReviewState {
    mutating func edit(_ edit: TextEdit) {
        switch dialog {
        case .threshold(let name, var entry, _):
            let fits = entry.apply(edit)
            dialog = .threshold(name, entry, problem: fits ? nil : TextEntry.overflow)
        case .export(var export):
            let fits = export.directory.apply(edit)
            export.problem = fits ? nil : TextEntry.overflow
            dialog = .export(export)
        case .search(var search):
            search.problem = search.entry.apply(edit) ? nil : TextEntry.overflow
            dialog = .search(search)
        case .filter(let filter):
            editFilter(filter, edit)
        case .filterName(var name):
            name.problem = name.entry.apply(edit) ? nil : TextEntry.overflow
            dialog = .filterName(name)
        case .note(var note):
            if !note.entry.apply(edit) { message = Message(.refusal, TextEntry.overflow) }
            dialog = .note(note)
        case .bulkCount(var count):
            count.problem = count.entry.apply(edit) ? nil : TextEntry.overflow
            dialog = .bulkCount(count)
        case .help(var help):
            if !help.entry.apply(edit) { message = Message(.refusal, TextEntry.overflow) }
            help.scroll = 0
            dialog = .help(help)
        case .palette(var palette):
            palette.problem = palette.entry.apply(edit) ? nil : TextEntry.overflow
            palette.row = 0
            dialog = .palette(palette)
        default: break
        }
    }

    mutating func performInDialog(_ key: Command) -> [Effect] {
        let command = dialog?.kind.isPanel == true ? key.inPanel : key
        switch dialog {
        case .threshold(let name, let entry, _):
            performInThresholdEntry(command, name, entry)
        case .export(let export):
            return performInExport(command, export)
        case .search(let search):
            return performInSearch(command, search)
        case .filter(let filter):
            performInFilter(command, filter)
        case .filterName(let name):
            return performInFilterName(command, name)
        case .facets(let facets):
            performInFacets(command, facets)
        case .help(let help):
            performInHelp(command, help)
        case .palette:
            if [.cancel, .back].contains(command) { dialog = nil }
        case .theme(let theme):
            performInThemes(command, theme)
        case .confirmQuit:
            switch command {
            case .confirm, .quit:
                return [.stop(.export), .quit(status: 0, message: "the export was cancelled; nothing was written")]
            case .cancel, .back: dialog = nil
            default: break
            }
        case .confirmLoss:
            switch command {
            case .confirm, .quit: return [.quit(status: 74, message: "left with verdicts that are not on the disk")]
            case .cancel, .back: dialog = nil
            default: break
            }
        case .note(let note):
            performInNote(command, note)
        case .proof(let scroll):
            performInProof(command, scroll)
        case .bulk(let bulk):
            performInBulk(command, bulk)
        case .bulkCount(let count):
            performInBulkCount(command, count)
        case .queue(let queue):
            performInQueueDialog(command, queue)
        case .certificate(let certificate):
            performInCertificate(command, certificate)
        case nil: break
        }
        return []
    }

    /// Keeps what a dialog is scrolled down by within its text.
    mutating func clampDialog() {
        guard let end = panes.dialogEnd else { return }
        switch dialog {
        case .proof(let scroll): dialog = .proof(scroll: min(max(0, scroll), end))
        case .help(var help):
            help.scroll = min(max(0, help.scroll), end)
            dialog = .help(help)
        case .certificate(var open):
            open.scroll = min(max(0, open.scroll), end)
            dialog = .certificate(open)
        default: break
        }
    }

    /// What a dialog is scrolled down by after a command; nil where that is none that scrolls.
    func scrolled(_ scroll: Int, by command: Command) -> Int? {
        let page = max(1, panes.dialogRows - 1)
        let end = panes.dialogEnd ?? 0
        let next: Int
        switch command {
        case .next, .nextRow: next = scroll + 1
        case .previous, .previousRow: next = scroll - 1
        case .pageDown, .scrollDown, .nextPage: next = scroll + page
        case .pageUp, .scrollUp, .previousPage: next = scroll - page
        case .first: next = 0
        case .last: next = end
        default: return nil
        }
        return min(max(0, next), end)
    }

    private mutating func performInThresholdEntry(_ command: Command, _ name: ThresholdName, _ entry: TextEntry) {
        switch command {
        case .confirm:
            message = nil
            if let problem = setThreshold(name, typed: entry.text) {
                dialog = .threshold(name, entry, problem: problem)
            } else {
                dialog = nil
            }
        case .cancel, .back: dialog = nil
        default: break
        }
    }
}
