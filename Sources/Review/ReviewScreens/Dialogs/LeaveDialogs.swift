import ReviewSession
import TerminalCanvas
import TextSafety

extension LeaveExportDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) {
        let area = painter.box(width: min(painter.canvas.size.columns - 4, 58), height: 6, title: title(in: state))
        for (row, line) in text(in: state).enumerated() {
            painter.words(line, x: area.x, y: area.y + row, width: area.width, .label)
        }
        painter.yesOrNo("leave", "stay", x: area.x, y: area.y + 3, width: area.width)
    }
}

extension LeaveVerdictsDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) {
        let area = painter.box(width: min(painter.canvas.size.columns - 4, 72), height: 8, title: title(in: state))
        let words = text(in: state)
        painter.words(words.first ?? "", x: area.x, y: area.y, width: area.width, .label)
        let role: ThemeRole = why == nil ? .label : .error
        painter.paragraph(words.last ?? "", in: Rect(x: area.x, y: area.y + 1, width: area.width, height: 2), role)
        painter.yesOrNo("leave and lose them", "stay", x: area.x, y: area.y + 4, width: area.width)
    }
}
