import ReviewSession
import RoundModel
import TerminalCanvas

extension BulkCountDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.bulkCountDialog(state, self) }
}

extension Painter {
    /// Asks for the number of the items before many are judged at once.
    mutating func bulkCountDialog(_ state: ReviewState, _ count: BulkCountDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let what: [DialogNote] = [("this \(count.answer.effect(on: count.count))", .warning)]
        let help = "\(DecimalText.grouped(count.count)) and \(key(.confirm)) judges them, \(key(.cancel)) goes back"
        let below: [DialogNote] = [(count.problem ?? help, count.problem == nil ? .muted : .error)]
        let (above, under) = (rows(of: what, width: width - 4), rows(of: below, width: width - 4))
        let area = box(width: width, height: above + under + 5, title: count.title(in: state))
        let y = notes(what, in: area) + 1
        let label = words("type the number ", x: area.x, y: y, width: area.width, .label)
        entry(count.entry, x: area.x + label, y: y, width: min(16, area.width - label))
        notes(below, in: Rect(x: area.x, y: y + 2, width: area.width, height: under))
    }
}
