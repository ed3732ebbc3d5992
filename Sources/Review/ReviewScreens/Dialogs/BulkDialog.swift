import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
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
        } else if let count = state.count(of: bulk.scope), count > 0, let answer = bulk.answer {
            let what = "\(key(.confirm)) \(Self.effect(of: answer, count))"
            words(what, x: area.x, y: y, width: area.width, .warning)
            let typed = count > BulkDialog.mostUntyped ? "the number is typed to confirm; " : ""
            words("\(typed)one undo takes all of it back", x: area.x, y: y + 1, width: area.width, .muted)
        } else if bulk.answer == nil {
            words("no verdict is chosen yet", x: area.x, y: y, width: area.width, .muted)
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
        let help = "\(key(.next, .previous)) which items, \(answers) choose the verdict"
        words(help, x: area.x, y: area.maxY - 1, width: area.width, .muted)
    }

    /// Asks for the number of the items before many are judged at once.
    mutating func bulkCountDialog(_ count: BulkCountDialog) {
        let area = box(width: min(canvas.size.columns - 4, 76), height: 7, title: "judge many at once")
        let what = Self.effect(of: count.answer, count.count)
        words("this \(what)", x: area.x, y: area.y, width: area.width, .warning)
        let label = words("type the number ", x: area.x, y: area.y + 2, width: area.width, .label)
        entry(count.entry, x: area.x + label, y: area.y + 2, width: min(16, area.width - label))
        let help = "\(DecimalText.grouped(count.count)) and \(key(.confirm)) judges them, \(key(.cancel)) goes back"
        let role: ThemeRole = count.problem == nil ? .muted : .error
        words(count.problem ?? help, x: area.x, y: area.y + 4, width: area.width, role)
    }

    static func title(of scope: BulkScope, _ state: ReviewState) -> String {
        switch scope {
        case .marked: return "what is marked"
        case .list:
            let filtered = state.find.filter == nil ? "" : ", as filtered"
            let found = state.find.search?.isOnly == true ? ", found ones alone" : ""
            return "the list: \(state.list.tab.title)\(filtered)\(found)"
        case .filtered:
            guard let filter = state.find.filter else { return "what passes a filter" }
            return "all with \(SafeText.printable(String(filter.text.prefix(60))))"
        case .hits:
            guard let search = state.find.search else { return "what a search found" }
            return "all with \(SafeText.printable(String(search.pattern.title.prefix(40))))"
        }
    }

    /// What a verdict does with so many items: `marks 811 items unsafe (adversarial)`.
    static func effect(of answer: Answer, _ count: Int) -> String {
        let items = DecimalText.counted(count, "item")
        return switch answer {
        case .unsafe: "marks \(items) unsafe (adversarial)"
        case .safe: "marks \(items) safe (helpfulness decides)"
        case .helpful: "marks \(items) safe and helpful (accepted)"
        case .notHelpful: "marks \(items) not helpful (discarded)"
        case .agree: "keeps \(items) in the bucket that the thresholds give, whatever θ does"
        case .unsure: "marks \(items) unsure (the thresholds decide)"
        case .flag: "flags \(items)"
        case .unflag: "takes the flag off \(items)"
        case .skip, .note: "leaves \(items) as before"
        }
    }
}
