import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

extension BulkDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.bulkDialog(state, self) }
}

extension Painter {
    /// Draws which items are to be judged at once, and as what; the last line is what Enter confirms.
    mutating func bulkDialog(_ state: ReviewState, _ bulk: BulkDialog) {
        let scopes = BulkScope.allCases
        let area = box(
            width: min(canvas.size.columns - 4, 76),
            height: scopes.count + 9,
            title: bulk.title(in: state)
        )
        var y = choiceRows(bulk, state, in: area, y: area.y) + 1
        var x = area.x
        for answer in BulkDialog.answers {
            let isChosen = answer == bulk.answer
            let text = isChosen ? "[\(answer.title)]" : " \(answer.title) "
            let used = words(text, x: x, y: y, width: max(0, area.maxX - x), isChosen ? .chosen : .muted)
            dialogOption(BulkDialog.verdictField, BulkDialog.word(for: answer), x: x, y: y, width: used)
            x += used
        }
        y += 2
        if let problem = bulk.problem {
            words(problem, x: area.x, y: y, width: area.width, .error)
        } else if let count = state.count(of: bulk.scope), count > 0, let answer = bulk.answer {
            let what = "\(key(.confirm)) \(answer.effect(on: count))"
            words(what, x: area.x, y: y, width: area.width, .warning)
            let typed = count > BulkDialog.mostUntyped ? "you type the number to confirm; " : ""
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
}
