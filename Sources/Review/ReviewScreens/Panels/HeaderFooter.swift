import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

extension Painter {
    /// Draws the program, the round, and how far reading has come.
    mutating func header(_ state: ReviewState, in rect: Rect) {
        var x = rect.x + 1
        x += words("redsieve", x: x, y: rect.y, width: rect.width, theme[.title].adding(.bold)) + 2
        let load = loadText(state)
        let facts = roundFacts(state)
        let name = SafeText(Array(state.round.name.utf8), fitting: rect.width, asciiOnly: !symbols.isUnicode)
        let mouse = mouseText(
            state,
            isBusy: load != helpText(state),
            room: rect.maxX - x - name.width - width(facts) - 1 - width(load) - 2
        )
        let menu =
            load == helpText(state) ? menuText(room: rect.maxX - x - name.width - width(facts + mouse + load) - 3) : ""
        let right = mouse + menu + load
        let rightWidth = width(right) + 2
        let nameRoom = max(8, rect.maxX - x - rightWidth - width(facts) - 1)
        x += foreign(Array(state.round.name.utf8), x: x, y: rect.y, width: nameRoom, theme[.value])
        words(facts, x: x, y: rect.y, width: max(0, rect.maxX - rightWidth - x), .label)
        wordsRight(
            right,
            maxX: rect.maxX - 1,
            y: rect.y,
            width: rect.width - 12,
            state.round.loading == .complete && state.find.search?.isOnly != true && state.find.filter == nil
                && keepingText(state) == nil
                ? .muted : .warning
        )
        let start = rect.maxX - 1 - min(width(right), rect.width - 12)
        keySpot(.toggleMouse, x: start, y: rect.y, width: width(mouse))
        keySpot(.menu, x: start + width(mouse), y: rect.y, width: width(menu))
        if load == helpText(state) { keySpot(.help, x: start + width(mouse + menu), y: rect.y, width: width(load)) }
    }

    /// Where the menu is to be found, where there is room for it.
    private func menuText(room: Int) -> String {
        guard let key = table.key(of: .menu) else { return "" }
        let text = "\(key.name) menu · "
        return width(text) <= room ? text : ""
    }

    /// Whose the mouse is; nothing where there is none, and where it is redsieve's while there is other news or no room.
    private func mouseText(_ state: ReviewState, isBusy: Bool, room: Int) -> String {
        guard state.mouse.isPossible else { return "" }
        let key = table.key(of: .toggleMouse).map { "\($0.name) " } ?? ""
        if state.mouse.isTaken {
            let text = "\(key)mouse on · "
            return isBusy || width(text) > room ? "" : text
        }
        return "\(key)mouse off · "
    }

    private func roundFacts(_ state: ReviewState) -> String {
        let drawn = DecimalText.counted(state.round.count, "item") + (state.grid == nil ? "" : " drawn")
        var facts = " · \(drawn)"
        if let grid = state.grid { facts = " · grid of \(DecimalText.counted(grid.items, "item")) · \(drawn)" }
        if let items = state.find.shownItems, state.find.isShowingTyped || state.find.filter?.isComplete == true {
            facts = " · \(DecimalText.grouped(items.count)) of \(drawn)"
        }
        if let invalid = state.grid?.invalid ?? state.round.report?.invalidRows.count, invalid > 0 {
            facts += " · \(DecimalText.grouped(invalid)) invalid"
        }
        if let turned = state.round.report?.fields.lowerIsBetter, !turned.isEmpty {
            facts += " · \(turned.map(\.rawValue).sorted().joined(separator: ", ")) negated"
        }
        return facts
    }

    private func loadText(_ state: ReviewState) -> String {
        switch state.round.loading {
        case .complete:
            return keepingText(state) ?? bulkText(state) ?? sortText(state) ?? contentText(state) ?? narrowedText(state)
                ?? helpText(state)
        case .failed: return "incomplete: reading failed"
        case .reading where state.round.making != nil:
            return state.round.making.map { SafeText.printable($0.text) } ?? ""
        case .reading(let meter):
            var parts = ["reading"]
            if let total = meter.bytesTotal, total > 0 {
                parts.append("\(min(100, 100 * meter.bytesRead / total)) %")
            } else if meter.bytesRead > 0 {
                parts.append(ByteText.size(meter.bytesRead))
            }
            if let rate = meter.rate { parts.append("\(ByteText.size(Int(rate)))/s") }
            if let left = meter.secondsLeft, left >= 1 { parts.append("\(Int(left.rounded(.up))) s left") }
            return parts.joined(separator: " · ")
        }
    }

    /// Where help is to be found; more of it for who is here for the first time.
    private func helpText(_ state: ReviewState) -> String {
        guard let key = table.key(of: .help) else { return "" }
        return state.aids.isFirst ? "New here? Press \(key.name) for help" : "\(key.name) help"
    }

    /// What is not on the disk; nil where all is, or will be in a moment.
    private func keepingText(_ state: ReviewState) -> String? {
        guard case .failing = state.verdicts.file, !state.verdicts.waiting.isEmpty else { return nil }
        return "\(DecimalText.counted(state.verdicts.waiting.count, "change")) not kept"
    }

    private func bulkText(_ state: ReviewState) -> String? {
        if state.verdicts.isTakingOver { return "applying many verdicts" }
        guard let bulk = state.bulk.pending else { return nil }
        return
            "judging \(DecimalText.counted(bulk.count, "item")) · \(progress(.bulk, bulk.fraction, state)) (\(key(.back)) stops)"
    }

    private func sortText(_ state: ReviewState) -> String? {
        guard let name = state.sorting.pending else { return nil }
        return "sorting by \(SafeText.printable(name)) · \(progress(.sort, state.sorting.fraction, state)) "
            + "(\(key(.back)) stops)"
    }

    private func contentText(_ state: ReviewState) -> String? {
        guard let fraction = state.round.content.fraction, state.round.content.keys == nil else { return nil }
        if state.dialog is EvidenceDialog || state.dialog is CurvesDialog {
            return "reading all texts · \(progress(.contents, fraction, state))"
        }
        return state.queueing.pending == nil && !state.certificate.isWanted
            ? nil : "drawing the sample · \(progress(.contents, fraction, state)) (\(key(.back)) stops)"
    }

    /// What filter and search are in force; nil for neither.
    private func narrowedText(_ state: ReviewState) -> String? {
        let parts = [filterText(state), searchText(state)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// The filter in force, by its name where it has one, and how far it is; nil for none.
    private func filterText(_ state: ReviewState) -> String? {
        guard let filter = state.find.filter, !state.find.isShowingTyped else { return nil }
        let room = max(16, canvas.size.columns / 3)
        let whole = SafeText.printable(state.filterName.map { "\"\($0)\"" } ?? filter.text)
        let text = whole.count > room ? whole.prefix(room - 1) + "…" : whole[...]
        if filter.problem != nil { return "filter failed: \(text)" }
        guard !filter.isComplete else { return "filter \(text)" }
        let count = DecimalText.grouped(filter.items?.count ?? 0)
        return "filter \(text) · \(progress(.filter, filter.fraction, state)) · \(count) so far"
    }

    /// How far a search is, or what it found; nil where nothing is searched for.
    private func searchText(_ state: ReviewState) -> String? {
        guard let search = state.find.search else { return nil }
        let count = DecimalText.grouped(search.hits.count)
        let pattern = SafeText.printable(String(search.pattern.title.prefix(24)))
        if search.isRunning { return "\(pattern) · \(progress(.search, search.fraction, state)) · \(count) found" }
        return search.isOnly ? "only \(count) with \(pattern)" : "\(pattern) · \(count) found"
    }

    /// Draws the message, or the progress of an export.
    mutating func message(_ state: ReviewState, in rect: Rect, hints: Rect) {
        if let run = state.export.run {
            let done = progress(.export, run.fraction, state)
            let folder = SafeText.printable(run.settings.directory)
            let text = "exporting to \(folder): \(run.stage), \(done) (\(key(.back)) cancels)"
            return message(Message(.notice, text), in: rect, hints: hints)
        }
        let reading = state.message == nil ? state.crosshairReading : nil
        message(reading.map { Message(.notice, crosshairText($0, state)) } ?? state.message, in: rect, hints: hints)
    }
}
