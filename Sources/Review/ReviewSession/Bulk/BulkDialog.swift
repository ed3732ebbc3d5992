import RoundModel
public import Verdicts

/// The dialog that judges many items at once.
public struct BulkDialog: Dialog {
    public static let id: DialogID = "bulk"
    public static let opener: Command? = .judgeMany
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding([
            .stepUp: .turn(verdictField, by: 1), .stepDown: .turn(verdictField, by: -1), .flag: .perform(.flag),
            .agree: choosing(.agree), .callUnsafe: choosing(.unsafe), .callSafe: choosing(.safe),
            .callHelpful: choosing(.helpful), .callNotHelpful: choosing(.notHelpful), .callUnsure: choosing(.unsure),
        ])
    /// The field of the verdict.
    public static let verdictField = "verdict"

    /// Which items.
    public internal(set) var scope: BulkScope
    /// What is said of them; nil until somebody chose it.
    public internal(set) var answer: Answer?
    /// Why the last attempt was refused.
    public internal(set) var problem: String?

    /// What can be said of many items at once, in the order of the dialog.
    public static let answers: [Answer] = [.unsafe, .safe, .helpful, .notHelpful, .agree, .unsure, .flag, .unflag]

    /// More items than these are judged only once their number was typed.
    public static let mostUntyped = 50

    public init(scope: BulkScope, answer: Answer? = nil) {
        self.scope = scope
        self.answer = answer
    }

    /// What is typed for a verdict.
    public static func word(for answer: Answer) -> String { answer == .notHelpful ? "not-helpful" : answer.rawValue }

    private static func choosing(_ answer: Answer) -> DialogAction { .set(verdictField, to: word(for: answer)) }

    /// The same about other items.
    public func about(_ scope: BulkScope) -> BulkDialog {
        var other = self
        other.scope = scope
        return other
    }

    public func title(in review: ReviewState) -> String { "judge many at once" }

    public func rows(in review: ReviewState) -> [DialogRow] {
        BulkScope.allCases.map { scope in
            DialogRow(
                scope.title(in: review),
                detail: review.count(of: scope).map { DecimalText.counted($0, "item") } ?? "…"
            )
        }
    }

    public func chosenRow(in review: ReviewState) -> Int? { BulkScope.allCases.firstIndex(of: scope) }

    public func fields(in review: ReviewState) -> [DialogField] {
        let words = Self.answers.map(Self.word)
        return [DialogField(Self.verdictField, value: answer.map(Self.word), choices: words)]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "do it"),
            CommandHint(keys: [.next, .previous], title: "which items", separator: " "),
            CommandHint(
                keys: [.callUnsafe, .callHelpful, .callNotHelpful, .callSafe],
                title: "verdict",
                separator: " "
            ),
            CommandHint(.cancel, "close"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        scope = BulkScope.allCases[row]
        problem = nil
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        answer = Self.answers.first { Self.word(for: $0) == value } ?? answer
        problem = nil
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.confirm(self)
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        var open = self
        open.answer = answer == .flag ? .unflag : .flag
        open.problem = nil
        review.dialog = open
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        let typed = [word, value].compactMap(\.self).joined(separator: "-")
        guard Self.answers.contains(where: { Self.word(for: $0) == typed }) else {
            return usualAnswer(word, value, in: review)
        }
        return .actions([.set(Self.verdictField, to: typed)])
    }
}
