public import ReviewSession
import RoundModel
public import TerminalCanvas

/// Draws the whole review: a function of the state and the size.
///
/// What it keeps between frames is only the text of the reading pane broken into rows, or the beginning of a long one, and
/// which of them a search found. Both follow from the state and take long to do again.
public struct ReviewScreen {
    private let look: ScreenLook
    private var broken: ReadingText?
    private var found: FoundRows?
    /// Bytes of texts that frames broke into rows: at most `ReadingText.frameBytes` for each text and width.
    public private(set) var bytesBroken = 0
    /// What the last frame had where.
    public private(set) var spots = SpotMap()

    /// - Parameters:
    ///   - theme: the look where the state names none of `others`.
    ///   - others: themes that the state can name.
    public init(theme: Theme, others: [Theme] = [], symbols: Symbols, table: CommandTable = .standard) {
        look = ScreenLook(theme: theme, others: others, symbols: symbols, table: table)
    }

    /// How much room each part has; what the session must know to scroll and to ask for what is seen.
    ///
    /// - Returns: all 0 where the terminal is too small to draw on.
    /// - Complexity: O(1) in the items and in the bytes of the text, of which it breaks `ReadingText.frameBytes` at most;
    ///   O(hits in the text) where those have come.
    public mutating func measure(_ state: ReviewState, size: TerminalSize) -> PaneSizes {
        var panes = PaneSizes()
        panes.dialog = look.dialogRoom(state, size: size)
        if state.isItemWhole {
            guard let layout = itemLayout(state, size) else { return panes }
            note(state, &panes, width: layout.column.width, rows: layout.text.height)
            return panes
        }
        guard let layout = ScreenLayout(size) else { return panes }
        let inner = Painter.plotInner(in: layout.plot, state)
        panes.plotColumns = inner.width
        panes.plotRows = inner.height
        panes.listRows = layout.list.isEmpty ? 0 : Painter.listRows(in: layout.list)
        if !layout.reading.isEmpty {
            note(state, &panes, width: layout.reading.width - 4, rows: max(0, layout.reading.height - 2))
        }
        return panes
    }

    /// Draws a frame, and notes in `spots` what stands where; where the terminal is too small it says so and nothing else.
    ///
    /// - Complexity: O(cells + dots of the plot), and what `measure` costs; O(1) in the items.
    public mutating func draw(_ state: ReviewState, size: TerminalSize) -> Canvas {
        var painter = look.painter(state, Canvas(size: size))
        draw(state, size, on: &painter)
        spots = painter.spots
        painter.canvas.paint(ground: painter.theme[.ground])
        return painter.canvas
    }

    private mutating func draw(_ state: ReviewState, _ size: TerminalSize, on painter: inout Painter) {
        guard let layout = ScreenLayout(size) else {
            painter.tooSmall()
            return
        }
        if state.isItemWhole, let layout = itemLayout(state, size) {
            painter.item(state, text(state, width: layout.column.width), in: layout)
            return
        }
        painter.header(state, in: layout.header)
        painter.plot(state, in: layout.plot, isCompact: layout.isCompact)
        if layout.isCompact {
            painter.compactSide(state, in: layout.side)
        } else {
            let (thresholds, rest) = layout.side.splitTop(8)
            let (buckets, flows) = rest.splitTop(6)
            painter.thresholds(state, in: thresholds)
            painter.buckets(state, in: buckets)
            let (table, spare) = flows.splitTop(6)
            if spare.height >= Painter.scorePanelRows.lowerBound {
                painter.flows(state, in: table)
                painter.scores(state, in: spare.splitTop(Painter.scorePanelRows.upperBound).top)
            } else {
                painter.flows(state, in: flows)
            }
        }
        if !layout.list.isEmpty { painter.list(state, in: layout.list) }
        if !layout.reading.isEmpty {
            painter.reading(state, text(state, width: layout.reading.width - 4), in: layout.reading)
        }
        painter.keyHints(KeyHints.hints(for: state), in: layout.keys)
        painter.message(state, in: layout.message, hints: layout.keys)
        painter.dialog(state)
    }

    private func itemLayout(_ state: ReviewState, _ size: TerminalSize) -> ItemLayout? {
        ItemLayout(size, isQueue: state.queue != nil, isBlind: state.isBlind)
    }

    private mutating func text(_ state: ReviewState, width: Int) -> ReadingText {
        let key = state.readingKey(width: width, asciiOnly: !look.symbols.isUnicode)
        if let whole = state.longText.text(of: key) { return whole }
        if let broken, broken.key == key { return broken }
        let fresh = ReadingText(key, state.readResult)
        bytesBroken += fresh.bytes
        broken = fresh
        return fresh
    }

    /// Notes the room of a text, and what it takes.
    private mutating func note(_ state: ReviewState, _ panes: inout PaneSizes, width: Int, rows: Int) {
        let text = text(state, width: width)
        let lines = ReadingLines(state, text, isWhole: state.isItemWhole)
        panes.readingRows = rows
        panes.readingLines = lines.count
        panes.readingWidth = width
        panes.isASCII = !look.symbols.isUnicode
        panes.isReadingPartial = !text.isWhole
        panes.readingColumns = text.widestBeyond
        guard let highlights = state.shownHighlights else { return }
        let wanted = FoundRows.Key(
            search: highlights.search,
            hits: highlights.prompt.count + highlights.response.count,
            text: text.key,
            isWhole: text.isWhole,
            headRows: lines.headRows
        )
        if found?.key != wanted { found = FoundRows(key: wanted, rows: lines.highlighted(highlights)) }
        panes.highlightedLines = found?.rows ?? []
    }
}

/// The rows of a text that a search found.
private struct FoundRows {
    struct Key: Hashable {
        var search: Int
        var hits: Int
        var text: ReadingText.Key
        var isWhole: Bool
        var headRows: Int
    }

    let key: Key
    let rows: [Int]
}

extension Painter {
    /// Says so where the terminal is too small to draw on.
    package mutating func tooSmall() {
        let size = canvas.size
        let smallest = ScreenLayout.smallest
        let lines = [
            "too small", "\(size.columns)x\(size.rows), needs \(smallest.columns)x\(smallest.rows)",
            "\(key(.quit)) leaves",
        ]
        let top = max(0, (size.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() where top + row < size.rows {
            words(line, x: max(0, (size.columns - line.count) / 2), y: top + row, width: size.columns, .label)
        }
    }
}
