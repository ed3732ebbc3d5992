import TerminalCanvas

extension Painter {
    /// Draws a frame with a title and a note in its upper edge.
    ///
    /// - Returns: the area inside.
    @discardableResult
    mutating func frame(_ rect: Rect, title: String, note: String = "", focused: Bool = false) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else { return Rect(x: rect.x, y: rect.y, width: 0, height: 0) }
        let border = theme[focused ? .focusBorder : .border]
        for x in (rect.x + 1)..<max(rect.x + 1, rect.maxX - 1) {
            put(symbols.horizontal, x: x, y: rect.y, border)
            put(symbols.horizontal, x: x, y: rect.maxY - 1, border)
        }
        for y in (rect.y + 1)..<max(rect.y + 1, rect.maxY - 1) {
            put(symbols.vertical, x: rect.x, y: y, border)
            put(symbols.vertical, x: rect.maxX - 1, y: y, border)
        }
        put(symbols.topLeft, x: rect.x, y: rect.y, border)
        put(symbols.topRight, x: rect.maxX - 1, y: rect.y, border)
        put(symbols.bottomLeft, x: rect.x, y: rect.maxY - 1, border)
        put(symbols.bottomRight, x: rect.maxX - 1, y: rect.maxY - 1, border)
        caption(rect, title: title, note: note, focused: focused)
        return rect.inset(left: 1, top: 1, right: 1, bottom: 1)
    }

    /// A rule with a title, for panels without a frame.
    mutating func rule(x: Int, y: Int, width: Int, title: String, note: String = "", focused: Bool = false) {
        let border = theme[focused ? .focusBorder : .border]
        for column in x..<max(x, x + width) { put(symbols.horizontal, x: column, y: y, border) }
        caption(Rect(x: x - 1, y: y, width: width + 2, height: 1), title: title, note: note, focused: focused)
    }

    private mutating func caption(_ rect: Rect, title: String, note: String, focused: Bool) {
        let room = rect.width - 6
        guard room > 0 else { return }
        var used = 0
        if !title.isEmpty {
            used = words(" \(title) ", x: rect.x + 2, y: rect.y, width: room, focused ? .title : .label)
        }
        let noteText = " \(note) "
        noteRect = nil
        if !note.isEmpty, used + 2 + width(noteText) <= room {
            noteRect = Rect(x: rect.maxX - 1 - width(noteText), y: rect.y, width: width(note), height: 1)
            wordsRight(noteText, maxX: rect.maxX - 2, y: rect.y, width: room, .muted)
        }
    }
}
