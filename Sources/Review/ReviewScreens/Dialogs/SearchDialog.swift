import ReviewSession
import TerminalCanvas
import TextSafety

extension SearchDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.searchDialog(state, self) }
}

extension Painter {
    /// Where a search is typed, and what it will look at.
    mutating func searchDialog(_ state: ReviewState, _ search: SearchDialog) {
        let area = box(width: 66, height: 7, title: search.title(in: state))
        let label = words(
            search.isExpression ? "expression " : "text ",
            x: area.x,
            y: area.y,
            width: area.width,
            .label
        )
        entry(search.entry, x: area.x + label, y: area.y, width: area.width - label)
        if let problem = search.problem {
            let lines = SafeText(symbols.words(problem)).wrapped(to: area.width)
            for (row, line) in lines.prefix(3).enumerated() {
                canvas.draw(line, x: area.x, y: area.y + 2 + row, width: area.width, style: theme[.error])
            }
            return
        }
        let notes = [
            "in all prompts and responses, as they read (escapes resolved)",
            "lower case finds both cases; a capital letter makes it exact",
            search.entry.scalars.isEmpty
                ? "an empty line ends a search"
                : "\(key(.confirm)) searches, \(key(.searchExpression)) takes it as "
                    + (search.isExpression ? "plain text" : "a regular expression"),
        ]
        for (row, note) in notes.enumerated() {
            words(note, x: area.x, y: area.y + 2 + row, width: area.width, .muted)
        }
    }
}
