import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Draws what lies over the screen, if anything.
    mutating func dialog(_ state: ReviewState) {
        if let kind = state.dialog?.kind {
            spots.cover()
            dialogKind = kind
        }
        switch state.dialog {
        case .threshold(let name, let entry, let problem): thresholdDialog(state, name, entry, problem)
        case .export(let export): exportDialog(state, export)
        case .search(let search): searchDialog(search)
        case .filter(let filter): filterDialog(state, filter)
        case .filterName(let name): filterNameDialog(state, name)
        case .facets(let facets): facetDialog(state, facets)
        case .help(let help): helpDialog(state, help)
        case .palette(let palette): paletteDialog(state, palette)
        case .theme: themeDialog(state)
        case .note(let note): noteDialog(state, note)
        case .queue(let queue): queueDialog(state, queue)
        case .proof(let scroll): proofDialog(state, scroll)
        case .bulk(let bulk): bulkDialog(state, bulk)
        case .bulkCount(let count): bulkCountDialog(count)
        case .certificate(let certificate): certificateDialog(state, certificate)
        case .confirmQuit: confirmQuitDialog()
        case .confirmLoss(let why): confirmLossDialog(state, why)
        case nil: break
        }
    }

    /// A cleared box in the middle of the screen.
    ///
    /// - Returns: the area inside its frame and a blank column on each side.
    mutating func box(width: Int, height: Int, title: String, note: String = "") -> Rect {
        let size = canvas.size
        let rect = Rect(
            x: max(0, (size.columns - width) / 2),
            y: max(0, (size.rows - height) / 2),
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
        if let dialogKind { spots.add(.dialog(dialogKind), rect) }
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
        guard let dialogKind else { return }
        spots.add(.dialogRow(dialogKind, row), Rect(x: area.x, y: y, width: area.width, height: 1))
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
    mutating func dialogOption(_ option: Int, x: Int, y: Int, width: Int) {
        guard let dialogKind else { return }
        spots.add(.dialogOption(dialogKind, option), Rect(x: x, y: y, width: width, height: 1))
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

    private mutating func thresholdDialog(
        _ state: ReviewState,
        _ name: ThresholdName,
        _ typed: TextEntry,
        _ problem: String?
    ) {
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
                "\(key(.confirm)) takes it, \(key(.cancel)) leaves it as it is",
                x: area.x,
                y: area.y + 5,
                width: area.width,
                .muted
            )
        }
    }

    private mutating func confirmQuitDialog() {
        let area = box(width: 56, height: 6, title: "an export is running")
        words("Leaving now cancels it, and nothing is written.", x: area.x, y: area.y, width: area.width, .label)
        words("An earlier export stays as it is.", x: area.x, y: area.y + 1, width: area.width, .label)
        yesOrNo("leave", "stay", x: area.x, y: area.y + 3, width: area.width)
    }
}
