import ReviewSession
import TerminalCanvas
import TextSafety

extension SearchDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.searchDialog(state, self) }
}

extension Painter {
    /// Where a search is typed, and what it will look at.
    mutating func searchDialog(_ state: ReviewState, _ search: SearchDialog) {
        let width = min(canvas.size.columns - 4, 66)
        let below = searchNotes(search)
        let rows = rows(of: below, width: width - 4)
        let area = box(width: width, height: rows + 4, title: search.title(in: state))
        let label = words(
            search.isExpression ? "expression " : "text ",
            x: area.x,
            y: area.y,
            width: area.width,
            .label
        )
        entry(search.entry, x: area.x + label, y: area.y, width: area.width - label)
        notes(below, in: Rect(x: area.x, y: area.y + 2, width: area.width, height: area.height - 2))
    }

    private func searchNotes(_ search: SearchDialog) -> [DialogNote] {
        if let problem = search.problem { return [(problem, .error)] }
        let texts = [
            "in all prompts and responses, as they read (escapes resolved)",
            "lower case finds both cases; a capital letter makes it exact",
            search.entry.scalars.isEmpty
                ? "an empty line ends a search"
                : "\(key(.confirm)) searches, \(key(.searchExpression)) takes it as "
                    + (search.isExpression ? "plain text" : "a regular expression"),
        ]
        return texts.map { ($0, .muted) }
    }
}
