import ReviewSession
import TerminalCanvas

extension FilterNameDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.filterNameDialog(state, self) }
}

extension Painter {
    /// Where a filter gets its name.
    mutating func filterNameDialog(_ state: ReviewState, _ name: FilterNameDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let help = name.problem ?? "\(key(.confirm)) keeps it with the review; an empty name removes it"
        let below: [DialogNote] = [(help, name.problem == nil ? .muted : .error)]
        let area = box(width: width, height: 5 + rows(of: below, width: width - 4), title: name.title(in: state))
        let text = state.find.filter?.text ?? ""
        foreign(Array(text.utf8), x: area.x, y: area.y, width: area.width, theme[.muted])
        let label = words("name ", x: area.x, y: area.y + 1, width: area.width, .label)
        entry(name.entry, x: area.x + label, y: area.y + 1, width: area.width - label)
        notes(below, in: Rect(x: area.x, y: area.y + 3, width: area.width, height: area.height - 3))
    }
}
