import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

extension PlainTeller {
    /// What can be typed where one is, a line a command; with something to search for, all that is known of each.
    func help(_ state: ReviewState, about search: String?) -> [String] {
        let words = (search ?? "").lowercased().unicodeScalars.split(separator: " ").map(String.init)
        var lines: [String] = []
        for section in CommandSection.allCases where section != .dialogs {
            let entries = table.entries.filter { entry in
                guard entry.section == section, entry.isMeant(in: state) else { return false }
                let text = "\(entry.command.rawValue) \(entry.title) \(entry.keyNames) \(section.rawValue)".lowercased()
                return words.allSatisfy { text.contains($0) }
            }
            guard !entries.isEmpty else { continue }
            lines.append("\(section.rawValue):")
            for entry in entries { lines += help(entry, isWhole: !words.isEmpty) }
        }
        let own = PlainWord.allCases.filter { word in
            words.allSatisfy { "\(word.rawValue) \(word.does)".lowercased().contains($0) }
        }
        if !own.isEmpty { lines += ["Telling:"] + own.map { "  \($0.rawValue): \($0.does)" } }
        guard words.isEmpty else { return lines.isEmpty ? ["no command has this in its name, title or keys"] : lines }
        return lines + [
            "A name may be shortened as long as it is clear, and a key works like its command. "
                + "help with a word tells more, as in help threshold."
        ]
    }

    private func help(_ entry: CommandEntry, isWhole: Bool) -> [String] {
        let argument = entry.note.argument.map { _ in " …" } ?? ""
        var line = "  \(entry.command.rawValue)\(argument): \(entry.title)"
        let keys = entry.keys.map(\.plainName)
        if !keys.isEmpty { line += " (\(keys.joined(separator: " "))\(keys.count == 1 ? "" : "")" + ")" }
        guard isWhole else { return [line] }
        var more = "    \(entry.note.does)"
        if let argument = entry.note.argument { more += " Takes \(argument.name), such as \(argument.example)." }
        if let reason = PlainRefusal.reason(for: entry.command) {
            more += " Refused here: \(reason)."
        } else if let refusal = entry.note.refusal {
            more += " Refused \(refusal)."
        }
        return [line, more]
    }

    /// What the verdicts show; the same sentences, or figures, as those of `audit`.
    func evidence(_ state: ReviewState) -> [String] {
        guard state.evidence.report != nil else {
            return ["failed: \(state.evidence.problem ?? "the evidence cannot be shown")"]
        }
        guard let open = state.dialog as? EvidenceDialog else { return [] }
        let more = "\(Command.showEvidence.rawValue) figures tells all figures with their methods"
        return open.lines(in: state).map(\.plain) + (open.showsFigures ? [] : ["", more])
    }
}
