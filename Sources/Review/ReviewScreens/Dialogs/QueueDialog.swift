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
        let area = box(
            width: min(canvas.size.columns - 4, 76),
            height: choices.count + 9,
            title: queue.title(in: state)
        )
        var y = choiceRows(queue, state, in: area, y: area.y) + 1
        if case .estimation = queue.choice {
            let blind =
                queue.isBlind
                ? queue.blindText
                : "open: such verdicts say nothing about agreement"
            words(blind, x: area.x, y: y, width: area.width, queue.isBlind ? .label : .warning)
        } else {
            words(
                "finds mistakes, but gives no error rate",
                x: area.x,
                y: y,
                width: area.width,
                .label
            )
        }
        y += 1
        let goal = words("goal ", x: area.x, y: y, width: area.width, .muted)
        let meaning = queue.meaning(in: state)
        words(queue.countText(in: state), x: area.x + goal, y: y, width: area.width - goal, .value)
        y += 1
        if let meaning { words(meaning, x: area.x + goal, y: y, width: area.width - goal, .muted) }
        y += 1
        if let density = queue.densityText(in: state, key(.toggleDensity)) {
            words(density, x: area.x, y: y, width: area.width, queue.isDense ? .label : .muted)
        }
        y += 1
        if let problem = queue.problem {
            words(problem, x: area.x, y: y, width: area.width, .error)
        } else {
            let goal = "\(key(.stepDown, .stepUp)) change the goal, \(key(.typeThreshold)) types it"
            let help = "\(key(.confirm)) begins, \(goal), \(key(.toggleBlind)) blind or open"
            words(help, x: area.x, y: y, width: area.width, .muted)
        }
    }
}
