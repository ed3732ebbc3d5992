import ReviewSession
import TerminalCanvas

extension FilterNameDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.filterNameDialog(state, self) }
}

extension Painter {
    /// Where a filter gets its name.
    mutating func filterNameDialog(_ state: ReviewState, _ name: FilterNameDialog) {
        let area = box(width: min(canvas.size.columns - 4, 76), height: 6, title: name.title(in: state))
        let text = state.find.filter?.text ?? ""
        foreign(Array(text.utf8), x: area.x, y: area.y, width: area.width, theme[.muted])
        let label = words("name ", x: area.x, y: area.y + 1, width: area.width, .label)
        entry(name.entry, x: area.x + label, y: area.y + 1, width: area.width - label)
        words(
            name.problem ?? "\(key(.confirm)) keeps it with the review; an empty name removes it",
            x: area.x,
            y: area.y + 3,
            width: area.width,
            name.problem == nil ? .muted : .error
        )
    }
}
