import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

/// A dialog with a picture of its own; others are drawn from what they consist of.
protocol PaintedDialog<Host>: Dialog {
    func paint(_ painter: inout Painter, _ state: Host)

    /// The rows of its text, where it scrolls, and those that its box shows; nil while there are none.
    ///
    /// - Complexity: O(rows).
    func extent(_ painter: Painter, _ state: Host) -> (rows: Int, visible: Int)?
}

extension PaintedDialog {
    func extent(_ painter: Painter, _ state: Host) -> (rows: Int, visible: Int)? { nil }
}

extension Painter {
    /// Draws what lies over the screen, if anything.
    mutating func dialog<Host: DialogHost>(_ host: Host) {
        guard let open = host.dialog else { return }
        spots.cover()
        dialogID = open.id
        guard let painted = open as? any PaintedDialog<Host> else { return usualDialog(open, host) }
        painted.paint(&self, host)
    }

    /// A cleared box in the middle of the screen.
    ///
    /// - Parameter isAtTop: true to have it right below the header instead, so that the list stays in sight.
    /// - Returns: the area inside its frame and a blank column on each side.
    mutating func box(width: Int, height: Int, title: String, note: String = "", isAtTop: Bool = false) -> Rect {
        let size = canvas.size
        let rect = Rect(
            x: max(0, (size.columns - width) / 2),
            y: isAtTop ? 1 : max(0, (size.rows - height) / 2),
            width: min(width, size.columns),
            height: min(height, size.rows)
        )
        canvas.fill(rect)
        spots.remove(in: rect)
        // A line of words that a box lies on is of no use beside it: what would be left are some of its letters.
        for y in [0, size.rows - 2, size.rows - 1] where (rect.y..<rect.maxY).contains(y) {
            let line = Rect(x: 0, y: y, width: size.columns, height: 1)
            canvas.fill(line)
            spots.remove(in: line)
        }
        if let dialogID { spots.add(.dialog(dialogID), rect) }
        return frame(rect, title: title, note: note, focused: true).inset(left: 1, right: 1)
    }

    /// Lets clicks on the note in the frame of a box do what keys do that it names.
    ///
    /// - Parameter parts: the parts of the note as they stand in it, with what they stand for.
    mutating func noteSpots(_ parts: [(text: String, command: Command)]) {
        guard let noteRect else { return }
        var x = noteRect.x
        for part in parts {
            keySpot(part.command, x: x, y: noteRect.y, width: width(part.text))
            x += width(part.text)
        }
    }

    /// Lets a click on a row of the dialog choose it.
    mutating func dialogRow(_ row: Int, in area: Rect, y: Int) {
        guard let dialogID else { return }
        spots.add(.dialogRow(dialogID, row), Rect(x: area.x, y: y, width: area.width, height: 1))
    }

    /// Draws what marks a row to be chosen among others, which a click chooses too; its words begin in the third column.
    ///
    /// - Returns: how they are drawn.
    mutating func choiceRow(_ row: Int, in area: Rect, y: Int, isChosen: Bool) -> Style {
        dialogRow(row, in: area, y: y)
        guard isChosen else { return theme[.text] }
        let style = theme[.selection].adding(.bold)
        canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: theme[.selection])
        put(symbols.pointer, x: area.x, y: y, style)
        return style
    }

    /// Draws such a row with a count at its end.
    mutating func choiceRow(_ row: Int, _ title: String, _ size: String, in area: Rect, y: Int, isChosen: Bool) {
        let style = choiceRow(row, in: area, y: y, isChosen: isChosen)
        words(title, x: area.x + 2, y: y, width: area.width - 3 - width(size), style)
        wordsRight(size, maxX: area.maxX, y: y, width: width(size), isChosen ? .selection : .muted)
    }

    /// Lets a click on words of the dialog choose them.
    mutating func dialogOption(_ field: DialogField.ID, _ value: String, x: Int, y: Int, width: Int) {
        guard let dialogID else { return }
        spots.add(.dialogOption(dialogID, field, value), Rect(x: x, y: y, width: width, height: 1))
    }

    /// The two answers of a question, each a button.
    mutating func yesOrNo(_ yes: String, _ no: String, x: Int, y: Int, width: Int) {
        var at = x
        for (key, text) in [(Unicode.Scalar("y"), yes), ("n", no)] {
            let used = words("\(key)  \(text)", x: at, y: y, width: x + width - at, .key)
            spots.add(.key(.character(key)), Rect(x: at, y: y, width: used, height: 1))
            at += used + 6
        }
    }

    /// A line of text being typed; shows its end where it does not fit, and puts the cursor.
    ///
    /// - Parameter marked: characters that stand out, such as those that are wrong.
    /// - Returns: the column of the first of these, if it is seen.
    @discardableResult
    mutating func entry(_ entry: TextEntry, x: Int, y: Int, width: Int, marked: Range<Int> = 0..<0) -> Int? {
        guard width > 1 else { return nil }
        canvas.fill(Rect(x: x, y: y, width: width, height: 1), style: theme[.value].adding(.underline))
        let glyphs = entry.scalars.map { SafeText(Array(String(Character($0)).utf8), asciiOnly: !symbols.isUnicode) }
        var start = 0
        var used = glyphs[..<entry.cursor].reduce(0) { $0 + $1.width }
        while used >= width, start < entry.cursor {
            used -= glyphs[start].width
            start += 1
        }
        var at = x
        var mark: Int?
        for (index, glyph) in glyphs.enumerated().dropFirst(start) where at + glyph.width <= x + width {
            let isMarked = marked.contains(index)
            if isMarked, mark == nil { mark = at }
            let style = theme[isMarked ? .error : .value].adding(.underline)
            at += canvas.draw(glyph, x: at, y: y, width: x + width - at, style: style)
        }
        canvas.cursor = Canvas.Position(x: min(x + used, x + width - 1), y: y)
        if mark == nil, marked.lowerBound >= glyphs.count, !marked.isEmpty { mark = min(at, x + width - 1) }
        return mark
    }
}
