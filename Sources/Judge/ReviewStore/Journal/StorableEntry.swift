internal import RoundModel
internal import Verdicts

extension JournalEntry {
    /// The entry as the file can hold it: SQLite's texts end at a NUL, which none of ours needs.
    var storable: JournalEntry {
        var entry = self
        entry.reviewer = reviewer.withoutNUL
        switch event {
        case .verdicts(let verdicts) where verdicts.contains { $0.note?.utf8.contains(0) == true }:
            entry.event = .verdicts(
                verdicts.map { verdict in
                    var verdict = verdict
                    verdict.note = verdict.note?.withoutNUL
                    return verdict
                }
            )
        case .export(var record):
            record.directory = record.directory.withoutNUL
            record.manifest = record.manifest.withoutNUL
            entry.event = .export(record)
        case .certificate(let text): entry.event = .certificate(text.withoutNUL)
        default: break
        }
        return entry
    }

    /// True where a number in it is none, which the file would give back as nothing at all.
    var hasNaN: Bool {
        switch event {
        case .verdicts(let verdicts): verdicts.contains(where: \.hasNaN)
        case .thresholds(let from, let to), .baseline(let from, let to): from.hasNaN || to.hasNaN
        case .export(let record): record.thresholds.hasNaN
        case .undo, .redo, .certificate: false
        }
    }
}

extension Verdict {
    fileprivate var hasNaN: Bool {
        scores.safety.isNaN || scores.helpfulness.isNaN || thresholds.hasNaN || draw?.number.isNaN == true
            || seconds?.isNaN == true
    }
}

extension Thresholds {
    fileprivate var hasNaN: Bool { adv.isNaN || safety.isNaN || help.isNaN }
}

extension String {
    fileprivate var withoutNUL: String {
        utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
    }
}
