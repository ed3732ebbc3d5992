import ReviewSession
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws the keys that help most where the user is now, in as many rows as there are. The one that leads to all others
    /// has its room in any case.
    mutating func keyHints(_ hints: [CommandHint], in rect: Rect) {
        var (x, y) = (rect.x + 1, rect.y)
        var help = hints.first { $0.keys == [.help] }
        for hint in hints {
            if hint.keys == help?.keys { help = nil }
            let isLast = y + 1 >= rect.maxY
            let room = rect.maxX - (isLast ? help.map { hintWidth($0) + 2 } ?? 0 : 0)
            if x + hintWidth(hint) > room {
                guard !isLast else { break }
                (x, y) = (rect.x + 1, y + 1)
                guard x + hintWidth(hint) <= rect.maxX - (help.map { hintWidth($0) + 2 } ?? 0) else { break }
            }
            x += self.hint(hint, x: x, y: y, in: rect) + 2
        }
        if let help, x + hintWidth(help) <= rect.maxX { _ = hint(help, x: x, y: y, in: rect) }
    }

    private func hintKeys(_ hint: CommandHint) -> String {
        hint.keys.compactMap { table.key(of: $0)?.name }.joined(separator: hint.separator)
    }

    private func hintWidth(_ hint: CommandHint) -> Int { width(hintKeys(hint)) + 1 + width(hint.title) }

    private mutating func hint(_ hint: CommandHint, x: Int, y: Int, in rect: Rect) -> Int {
        hintSpots(hint, x: x, y: y, width: hintWidth(hint))
        let keys = words(hintKeys(hint), x: x, y: y, width: rect.maxX - x, .key) + 1
        return keys + words(hint.title, x: x + keys, y: y, width: rect.maxX - x - keys, .muted)
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

    /// Draws a message. A refusal or failure that is too long for its row takes that of the key hints too: the reason
    /// stands at its end, and must not be what is cut.
    mutating func message(_ message: Message?, in rect: Rect, hints: Rect) {
        guard let message, !message.text.isEmpty else { return }
        let (text, role): (String, ThemeRole) =
            switch message.kind {
            case .done, .notice: (message.text, .message)
            // Marks tell what the colours do.
            case .refusal: ("! \(message.text)", .warning)
            case .failure: ("!! \(message.text)", .error)
            }
        let room = rect.width - 2
        let lines = SafeText(symbols.words(text)).wrapped(to: room)
        guard lines.count > 1, [.refusal, .failure].contains(message.kind) else {
            words(wholeParts(of: text, width: room), x: rect.x + 1, y: rect.y, width: room, role)
            return
        }
        canvas.fill(hints)
        self.spots.remove(in: hints)
        canvas.draw(lines[0], x: rect.x + 1, y: hints.y, width: room, style: theme[role])
        let rest = SafeText(glyphs: Array(lines.dropFirst().map(\.glyphs).joined(separator: [.blank])))
        canvas.draw(rest, x: rect.x + 1, y: rect.y, width: room, style: theme[role])
    }

    /// What says several things, with those at its end left out that do not fit whole; the first one stays in any case.
    private func wholeParts(of text: String, width: Int) -> String {
        guard self.width(text) > width else { return text }
        var parts = text.split(separator: " · ", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text }
        while parts.count > 1, self.width(parts.joined(separator: " · ") + " · …") > width { parts.removeLast() }
        return parts.joined(separator: " · ") + " · …"
    }
}
