public import ReviewSession
public import RoundModel
public import Verdicts

/// The screen's words, for what is told without it: one name for one thing, wherever it is said.
public enum ScreenWords {
    /// What a queue goes over: `a sample of C accepted`.
    public static func title(of choice: QueueChoice, _ state: ReviewState) -> String {
        Painter.title(of: choice, state)
    }

    /// What a goal buys where each mistake is one too many; empty where that is nothing in particular.
    public static func meaning(ofGoal goal: Int) -> String { Painter.goalText(goal) }

    /// The items that a verdict on many is about: `the list: accepted`.
    public static func title(of scope: BulkScope, _ state: ReviewState) -> String { Painter.title(of: scope, state) }

    /// What becomes of so many items: `are flagged`.
    public static func effect(of answer: Answer, on count: Int) -> String { Painter.effect(of: answer, count) }

    /// A row of a certificate's form, and what it is set to.
    public static func name(of row: CertificateForm.Row) -> String { Painter.name(of: row) }
    public static func value(of row: CertificateForm.Row, _ form: CertificateForm) -> String {
        Painter.value(of: row, form)
    }

    /// What the plan of a certificate's form comes to, and what fixing it does.
    public static func notes(on form: CertificateForm, _ state: ReviewState) -> [String] {
        Painter.formNotes(state, form).map(\.text)
    }

    /// What confirming does next with the present plan; nil while that is not known.
    public static func certificateStep(_ state: ReviewState) -> String? { Painter.certificateStep(state) }

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
    public func near(_ name: String, in state: ReviewState) -> [CommandEntry] {
        var seen: Set<Command> = []
        return PaletteRows.rows(for: name, in: state, self).map(\.entry).filter { seen.insert($0.command).inserted }
    }
}
