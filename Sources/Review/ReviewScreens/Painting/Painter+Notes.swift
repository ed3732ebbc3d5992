import TerminalCanvas
import TextSafety

/// What a dialog says below its rows, a piece each, in the order of what matters.
typealias DialogNote = (text: String, role: ThemeRole)

extension Painter {
    /// The rows that some notes take up in a width.
    func rows(of notes: [DialogNote], width: Int) -> Int { broken(notes, width).count }

    /// Draws notes one below the other, each broken where it is too long; what there is no room for is said to be missing.
    ///
    /// - Returns: the row below them.
    @discardableResult
    mutating func notes(_ notes: [DialogNote], in rect: Rect) -> Int {
        let lines = broken(notes, rect.width)
        let shown = lines.count <= rect.height ? lines.count : max(0, rect.height - 1)
        for (row, line) in lines.prefix(shown).enumerated() {
            canvas.draw(line.text, x: rect.x, y: rect.y + row, width: rect.width, style: theme[line.role])
        }
        guard shown < lines.count, rect.height > 0 else { return rect.y + shown }
        let left = lines.count - shown
        let text = "\(left) more \(left == 1 ? "line" : "lines"): they need a larger terminal"
        words(text, x: rect.x, y: rect.y + shown, width: rect.width, .warning)
        return rect.maxY
    }

    private func broken(_ notes: [DialogNote], _ width: Int) -> [(text: SafeText, role: ThemeRole)] {
        notes.flatMap { note in
            SafeText(symbols.words(SafeText.printable(note.text))).wrapped(to: max(1, width)).map { ($0, note.role) }
        }
    }
}
