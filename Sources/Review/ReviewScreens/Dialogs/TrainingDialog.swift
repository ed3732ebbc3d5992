import ReviewSession
import TerminalCanvas

extension TrainingDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.trainingDialog(state, self) }
}

extension Painter {
    /// Draws what goes into the training sets, and below it what that comes to.
    mutating func trainingDialog(_ state: ReviewState, _ open: TrainingDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let notes = trainingNotes(state, open)
        let noteRows = rows(of: notes, width: width - 4)
        let count = open.rows(in: state).count
        let gap = count + noteRows + 3 <= canvas.size.rows ? 1 : 0
        let area = box(width: width, height: count + gap + noteRows + 2, title: open.title(in: state))
        // Where there is little room, some rows stay in sight whatever there is to say.
        let shown = min(count, max(4, area.height - gap - noteRows))
        _ = choiceRows(open, state, in: Rect(x: area.x, y: area.y, width: area.width, height: shown + 3), y: area.y)
        let y = area.y + shown + gap
        self.notes(notes, in: Rect(x: area.x, y: y, width: area.width, height: max(0, area.maxY - y)))
    }

    private func trainingNotes(_ state: ReviewState, _ open: TrainingDialog) -> [DialogNote] {
        let role: ThemeRole = open.export.obstacle == nil ? .value : .error
        let told = open.text(in: state).map { (text: $0, role: role) }
        let keys =
            "\(key(.stepDown, .stepUp)) change it, \(key(.typeThreshold)) types it, \(key(.cancel)) goes back to the export"
        return told + [(text: keys, role: .muted)]
    }
}
