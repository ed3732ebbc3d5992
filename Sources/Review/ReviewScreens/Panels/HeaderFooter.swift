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
        let right = mouse + load
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
        if load == helpText(state) { keySpot(.help, x: start + width(mouse), y: rect.y, width: width(load)) }
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
        var facts = " · \(DecimalText.counted(state.round.count, "item"))"
        if let items = state.find.filter?.items, state.find.filter?.isComplete == true {
            facts = " · \(DecimalText.grouped(items.count)) of \(DecimalText.counted(state.round.count, "item"))"
        }
        if let invalid = state.round.report?.invalidRows.count, invalid > 0 {
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
            return keepingText(state) ?? bulkText(state) ?? contentText(state) ?? narrowedText(state)
                ?? helpText(state)
        case .failed: return "incomplete: reading failed"
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

    private func contentText(_ state: ReviewState) -> String? {
        guard let fraction = state.round.content.fraction, state.round.content.keys == nil else { return nil }
        if state.dialog is EvidenceDialog { return "reading all texts · \(progress(.contents, fraction, state))" }
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
        guard let filter = state.find.filter else { return nil }
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

    /// Draws the keys that help most where the user is now. The one that leads to all others has its room in any case.
    mutating func keyHints(_ state: ReviewState, in rect: Rect) {
        var x = rect.x + 1
        let hints = KeyHints.hints(for: state)
        var help = hints.first { $0.keys == [.help] }
        for hint in hints {
            if hint.keys == help?.keys { help = nil }
            let room = rect.maxX - (help.map { hintWidth($0) + 2 } ?? 0)
            guard x + hintWidth(hint) <= room else { break }
            x += self.hint(hint, x: x, in: rect) + 2
        }
        if let help, x + hintWidth(help) <= rect.maxX { _ = hint(help, x: x, in: rect) }
    }

    private func hintKeys(_ hint: CommandHint) -> String {
        hint.keys.compactMap { table.key(of: $0)?.name }.joined(separator: hint.separator)
    }

    private func hintWidth(_ hint: CommandHint) -> Int { width(hintKeys(hint)) + 1 + width(hint.title) }

    private mutating func hint(_ hint: CommandHint, x: Int, in rect: Rect) -> Int {
        hintSpots(hint, x: x, y: rect.y, width: hintWidth(hint))
        let keys = words(hintKeys(hint), x: x, y: rect.y, width: rect.maxX - x, .key) + 1
        return keys + words(hint.title, x: x + keys, y: rect.y, width: rect.maxX - x - keys, .muted)
    }

    /// Each key of a hint is a button; the words are one where there is a single key.
    private mutating func hintSpots(_ hint: CommandHint, x: Int, y: Int, width: Int) {
        let named = hint.keys.compactMap { command in table.key(of: command).map { (command, self.width($0.name)) } }
        if named.count == 1 { return keySpot(named[0].0, x: x, y: y, width: width) }
        var at = x
        for (command, size) in named {
            keySpot(command, x: at, y: y, width: size)
            at += size + self.width(hint.separator)
        }
    }

    /// Draws the message, or the progress of an export. A refusal or failure that is too long for its row takes that
    /// of the key hints too: the reason stands at its end, and must not be what is cut.
    mutating func message(_ state: ReviewState, in rect: Rect, hints: Rect) {
        let (text, role) = messageText(state)
        guard !text.isEmpty else { return }
        let room = rect.width - 2
        let lines = SafeText(symbols.words(text)).wrapped(to: room)
        let isTrouble = state.export.run == nil && [.failure, .refusal].contains(state.message?.kind)
        guard lines.count > 1, isTrouble else {
            words(text, x: rect.x + 1, y: rect.y, width: room, role)
            return
        }
        canvas.fill(hints)
        self.spots.remove(in: hints)
        canvas.draw(lines[0], x: rect.x + 1, y: hints.y, width: room, style: theme[role])
        let rest = SafeText(glyphs: Array(lines.dropFirst().map(\.glyphs).joined(separator: [.blank])))
        canvas.draw(rest, x: rect.x + 1, y: rect.y, width: room, style: theme[role])
    }

    private func messageText(_ state: ReviewState) -> (String, ThemeRole) {
        if let run = state.export.run {
            let done = progress(.export, run.fraction, state)
            let folder = SafeText.printable(run.settings.directory)
            return ("exporting to \(folder): \(run.stage), \(done) (\(key(.back)) cancels)", .message)
        }
        guard let message = state.message else {
            return (state.crosshairReading.map { crosshairText($0, state) } ?? "", .message)
        }
        switch message.kind {
        case .done, .notice: return (message.text, .message)
        // Marks tell what the colours do.
        case .refusal: return ("! \(message.text)", .warning)
        case .failure: return ("!! \(message.text)", .error)
        }
    }
}
