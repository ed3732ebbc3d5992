import ReviewSession
import RoundModel
import TerminalCanvas

extension BulkCountDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.bulkCountDialog(state, self) }
}

extension Painter {
    /// Asks for the number of the items before many are judged at once.
    mutating func bulkCountDialog(_ state: ReviewState, _ count: BulkCountDialog) {
        let area = box(width: min(canvas.size.columns - 4, 76), height: 7, title: count.title(in: state))
        let what = count.answer.effect(on: count.count)
        words("this \(what)", x: area.x, y: area.y, width: area.width, .warning)
        let label = words("type the number ", x: area.x, y: area.y + 2, width: area.width, .label)
        entry(count.entry, x: area.x + label, y: area.y + 2, width: min(16, area.width - label))
        let help = "\(DecimalText.grouped(count.count)) and \(key(.confirm)) judges them, \(key(.cancel)) goes back"
        let role: ThemeRole = count.problem == nil ? .muted : .error
        words(count.problem ?? help, x: area.x, y: area.y + 4, width: area.width, role)
    }
}
