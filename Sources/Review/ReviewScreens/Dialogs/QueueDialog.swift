import ReviewSession
import RoundModel
import TerminalCanvas

extension QueueDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.queueDialog(state, self) }
}

extension Painter {
    /// Draws what can be judged item after item.
    mutating func queueDialog(_ state: ReviewState, _ queue: QueueDialog) {
        let choices = QueueChoice.allCases
        let width = min(canvas.size.columns - 4, 76)
        let notes = queueNotes(state, queue, queue.choice)
        // As much room for each choice, so that no row moves away from under the cursor.
        let rows = choices.map { self.rows(of: queueNotes(state, queue, $0), width: width - 4) }.max() ?? 0
        // Where there is little room, the blank row between goes first.
        let gap = choices.count + rows + 3 <= canvas.size.rows ? 1 : 0
        let area = box(width: width, height: choices.count + gap + rows + 2, title: queue.title(in: state))
        let shown = min(choices.count, area.height - 3)
        _ = choiceRows(queue, state, in: Rect(x: area.x, y: area.y, width: area.width, height: shown + 3), y: area.y)
        let y = area.y + shown + gap
        self.notes(notes, in: Rect(x: area.x, y: y, width: area.width, height: area.maxY - y))
    }

    /// What a queue is, its goal and what that shows, and the keys.
    private func queueNotes(_ state: ReviewState, _ open: QueueDialog, _ choice: QueueChoice) -> [DialogNote] {
        let queue = open.choosing(choice)
        var notes: [DialogNote] = []
        if let problem = queue.problem { notes.append((problem, .error)) }
        if case .estimation = queue.choice {
            let blind = queue.isBlind ? queue.blindText : "open: such verdicts say nothing about agreement"
            notes.append((blind, queue.isBlind ? .label : .warning))
        } else {
            notes.append(("finds mistakes, but gives no error rate", .label))
        }
        let meaning = queue.meaning(in: state)
        notes.append(("goal \(queue.countText(in: state))", .value))
        if let meaning { notes.append((meaning, .muted)) }
        if let density = queue.densityText(in: state, key(.toggleDensity)) {
            notes.append((density, queue.isDense ? .label : .muted))
        }
        if queue.problem == nil {
            let goal = "\(key(.stepDown, .stepUp)) change the goal, \(key(.typeThreshold)) types it"
            notes.append(("\(key(.confirm)) begins, \(goal), \(key(.toggleBlind)) blind or open", .muted))
        }
        return notes
    }
}
