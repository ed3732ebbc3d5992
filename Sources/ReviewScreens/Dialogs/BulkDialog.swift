import ReviewSession
import RoundModel
import TerminalCanvas
import Verdicts

extension Painter {
    /// Draws which items are to be judged at once, and as what; the last line is what Enter confirms.
    mutating func bulkDialog(_ state: ReviewState, _ bulk: BulkDialog) {
        let scopes = BulkScope.allCases
        let area = box(
            width: min(canvas.size.columns - 4, 76),
            height: scopes.count + 9,
            title: "judge many at once"
        )
        for (row, scope) in scopes.enumerated() {
            let size = state.count(of: scope).map { DecimalText.counted($0, "item") } ?? "…"
            let title = Self.title(of: scope, state)
            choiceRow(row, title, size, in: area, y: area.y + row, isChosen: scope == bulk.scope)
        }
        var y = area.y + scopes.count + 1
        var x = area.x
        for (option, answer) in BulkDialog.answers.enumerated() {
            let isChosen = answer == bulk.answer
            let text = isChosen ? "[\(answer.title)]" : " \(answer.title) "
            let used = words(text, x: x, y: y, width: max(0, area.maxX - x), isChosen ? .chosen : .muted)
            dialogOption(option, x: x, y: y, width: used)
            x += used
        }
        y += 2
        if let problem = bulk.problem {
            words(problem, x: area.x, y: y, width: area.width, .error)
        } else if let count = state.count(of: bulk.scope), count > 0 {
            let what = "\(key(.confirm)): \(DecimalText.counted(count, "item")) \(Self.effect(of: bulk.answer, count))"
            words(what, x: area.x, y: y, width: area.width, .warning)
            words("one undo takes all of it back", x: area.x, y: y + 1, width: area.width, .muted)
        }
        let answers = key(
            .callUnsafe,
            .callSafe,
            .callHelpful,
            .callNotHelpful,
            .agree,
            .callUnsure,
            .flag
        )
        let help = "\(key(.next, .previous)) which items, \(answers) what is said of them"
        words(help, x: area.x, y: area.maxY - 1, width: area.width, .muted)
    }

    static func title(of scope: BulkScope, _ state: ReviewState) -> String {
        switch scope {
        case .marked: return "what is marked"
        case .list:
            let filtered = state.filter == nil ? "" : ", as filtered"
            let found = state.search?.isOnly == true ? ", found ones alone" : ""
            return "the list: \(state.list.tab.title)\(filtered)\(found)"
        case .filtered:
            guard let filter = state.filter else { return "what passes a filter" }
            return "all with \(SafeText.printable(String(filter.text.prefix(60))))"
        case .hits:
            guard let search = state.search else { return "what a search found" }
            return "all with \(SafeText.printable(String(search.pattern.title.prefix(40))))"
        }
    }

    static func effect(of answer: Answer, _ count: Int) -> String {
        let (verb, stay) = count == 1 ? ("is", "stays") : ("are", "stay")
        let their = count == 1 ? "its score" : "their scores"
        return switch answer {
        case .unsafe: "\(verb) called unsafe, and adversarial from then on"
        case .safe: "\(verb) called safe; \(their) of helpfulness decide"
        case .helpful: "\(verb) called safe and helpful, and accepted from then on"
        case .notHelpful: "\(verb) called not helpful, and discarded from then on"
        case .agree: "\(stay) in the rule's bucket, whatever θ does"
        case .unsure: "\(verb) noted as unsure; the rule stands"
        case .flag: "\(verb) flagged"
        case .unflag: "\(verb) flagged no more"
        case .skip, .note: "\(stay) as before"
        }
    }
}
