import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

extension BulkDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.bulkDialog(state, self) }
}

extension Painter {
    /// Draws which items are to be judged at once, and as what; then what Enter does.
    mutating func bulkDialog(_ state: ReviewState, _ bulk: BulkDialog) {
        let scopes = BulkScope.allCases
        let width = min(canvas.size.columns - 4, 76)
        let notes = bulkNotes(state, bulk)
        let answerRows = self.answerRows(bulk, width: width - 4)
        // As much room whichever is chosen, so that no row moves away from under the cursor.
        let noteRows = scopes.map { rows(of: bulkNotes(state, bulk.about($0)), width: width - 4) }.max() ?? 0
        let height = scopes.count + answerRows.count + noteRows
        let gap = height + 4 <= canvas.size.rows ? 1 : 0
        let area = box(width: width, height: height + 2 * gap + 2, title: bulk.title(in: state))
        let top = Rect(x: area.x, y: area.y, width: area.width, height: scopes.count + 3)
        var y = choiceRows(bulk, state, in: top, y: area.y) + gap
        for row in answerRows {
            var x = area.x
            for answer in row {
                let isChosen = answer == bulk.answer
                let text = isChosen ? "[\(answer.title)]" : " \(answer.title) "
                let used = words(text, x: x, y: y, width: max(0, area.maxX - x), isChosen ? .chosen : .muted)
                dialogOption(BulkDialog.verdictField, BulkDialog.word(for: answer), x: x, y: y, width: used)
                x += used
            }
            y += 1
        }
        y += gap
        self.notes(notes, in: Rect(x: area.x, y: y, width: area.width, height: area.maxY - y))
    }

    /// The verdicts in as many rows as they need.
    private func answerRows(_ bulk: BulkDialog, width: Int) -> [[Answer]] {
        var rows: [[Answer]] = [[]]
        var used = 0
        for answer in BulkDialog.answers {
            let needed = self.width(answer.title) + 2
            if used + needed > width, !(rows.last ?? []).isEmpty {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(answer)
            used += needed
        }
        return rows
    }

    private func bulkNotes(_ state: ReviewState, _ bulk: BulkDialog) -> [DialogNote] {
        var notes: [DialogNote] = []
        if let problem = bulk.problem {
            notes.append((problem, .error))
        } else if let count = state.count(of: bulk.scope), count > 0, let answer = bulk.answer {
            notes.append(("\(key(.confirm)) \(answer.effect(on: count))", .warning))
            let typed = count > BulkDialog.mostUntyped ? "you type the number to confirm; " : ""
            notes.append(("\(typed)one undo takes all of it back", .muted))
        } else if bulk.answer == nil {
            notes.append(("no verdict is chosen yet", .muted))
        }
        let answers = key(.callUnsafe, .callSafe, .callHelpful, .callNotHelpful, .agree, .callUnsure, .flag)
        notes.append(("\(key(.next, .previous)) which items, \(answers) choose the verdict", .muted))
        return notes
    }
}
