import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel

extension PlainTeller {
    /// What can be typed where one is, a line a command; with something to search for, all that is known of each.
    func help(_ state: ReviewState, about search: String?) -> [String] {
        let words = (search ?? "").lowercased().unicodeScalars.split(separator: " ").map(String.init)
        var lines = words.isEmpty ? Self.beginning : []
        for section in CommandSection.allCases where section != .dialogs {
            let entries = table.entries.filter { entry in
                guard entry.section == section, entry.isMeant(in: state) else { return false }
                // What needs a screen is told where somebody asks for it.
                if words.isEmpty, PlainRefusal.reason(for: entry.command) != nil { return false }
                let names = CommandTable.otherWords(for: entry.command)
                let text = "\(entry.command.rawValue) \(entry.title) \(entry.keyNames) \(section.rawValue) \(names)"
                    .lowercased()
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
            "A name may be shortened as long as it is clear; the letter or sign in brackets does the same. "
                + "help with a word tells more, as in help threshold."
        ]
    }

    /// What most people need, before all there is.
    private static let beginning = [
        "To begin: list, then the number of a row; next; unsafe, safe, helpful, not-helpful or unsure judges the item; undo. "
            + "filter category = fraud, search WORD, threshold safety 0.8; queue judges a sample; evidence tells what the "
            + "verdicts show; export FOLDER; quit. All commands:"
    ]

    private func help(_ entry: CommandEntry, isWhole: Bool) -> [String] {
        let argument = entry.note.argument.map { _ in " …" } ?? ""
        var line = "  \(entry.command.rawValue)\(argument): \(entry.title)"
        let keys = entry.keys.map(\.plainName).filter { $0.unicodeScalars.count == 1 && Int($0) == nil }
        if !keys.isEmpty { line += " (\(keys.joined(separator: " ")))" }
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
