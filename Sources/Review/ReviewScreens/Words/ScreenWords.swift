public import ReviewSession
public import RoundModel
import Verdicts

/// The screen's words, for what is told without it: one name for one thing, wherever it is said.
public enum ScreenWords {
    /// What the plan of a certificate's form comes to, and what fixing it does.
    public static func notes(on form: CertificateForm, _ state: ReviewState) -> [String] {
        Painter.formNotes(state, form).map(\.text)
    }

    /// How far a score lies from a threshold, and on which side: `0.19 under θ adv`.
    public static func distance(of score: Double, to threshold: Double, _ name: ThresholdName) -> String {
        ReadingLines.distanceText(score, to: threshold, name)
    }

    /// The first words of an item's prompt, from outside; empty where it was not read.
    public static func beginning(of item: UInt32, _ state: ReviewState) -> [UInt8] {
        guard case .item(let text) = state.texts[item] else { return [] }
        return text.prompt.isEmpty ? Array("(empty prompt)".utf8) : text.prompt
    }

    /// What people said about an item, a line each; the reviewer's own words alone where nothing else may be known.
    public static func verdicts(on item: UInt32, _ state: ReviewState) -> [String] {
        let lines = state.isBlind ? VerdictLines.own(item, state) : VerdictLines.all(item, state)
        return lines.compactMap { line in
            guard case .words(let parts) = line else { return nil }
            return parts.map(\.text).joined()
        }
    }
}

extension CommandTable {
    /// What somebody may have meant by a name that is none: what the palette offers for its letters, the best first.
    ///
    /// - Complexity: O(entries × letters).
    public func near(_ name: String, in host: some DialogHost) -> [CommandEntry] {
        var seen: Set<Command> = []
        return PaletteRows.rows(for: name, in: host, self).map(\.entry).filter { seen.insert($0.command).inserted }
    }
}
