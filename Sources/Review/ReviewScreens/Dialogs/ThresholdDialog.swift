import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension ThresholdDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.thresholdDialog(state, self) }
}

extension Painter {
    fileprivate mutating func thresholdDialog(_ state: ReviewState, _ open: ThresholdDialog) {
        let (name, typed, problem) = (open.name, open.entry, open.problem)
        let area = box(width: min(canvas.size.columns - 4, 66), height: 8, title: "\(name.title)")
        words(
            "now \(state.exactText(state.thresholds.now[name], name))",
            x: area.x,
            y: area.y,
            width: area.width,
            .muted
        )
        if let scores = name.score == .safety ? state.round.safety : state.round.helpfulness {
            let range = "scores \(state.describe(scores.min, name)) to \(state.describe(scores.max, name))"
            words(range, x: area.x, y: area.y + 1, width: area.width, .muted)
        }
        let label = words("new value ", x: area.x, y: area.y + 2, width: area.width, .label)
        entry(typed, x: area.x + label, y: area.y + 2, width: area.width - label)
        if let problem {
            let lines = SafeText(symbols.words(problem)).wrapped(to: area.width)
            for (row, line) in lines.prefix(2).enumerated() {
                canvas.draw(line, x: area.x, y: area.y + 3 + row, width: area.width, style: theme[.error])
            }
        } else {
            if case .success(let value) = ThresholdText.parse(typed.text) {
                let warnings = [state.outsideText(value, name), state.emptiedText(value, name)].compactMap { $0 }
                paragraph(
                    warnings.joined(separator: "; "),
                    in: Rect(x: area.x, y: area.y + 3, width: area.width, height: 2),
                    .warning
                )
            }
            words(
                "\(key(.confirm)) applies it, \(key(.cancel)) keeps the old value",
                x: area.x,
                y: area.y + 5,
                width: area.width,
                .muted
            )
        }
    }
}
