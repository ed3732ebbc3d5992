public import ReviewSession
import RoundModel
public import TerminalCanvas

/// Draws the whole review: a function of the state and the size.
///
/// What it keeps between frames is only the text of the reading pane broken into rows, which follows from the state
/// and takes long to do again for a long text.
public struct ReviewScreen {
    private let look: ScreenLook
    private var broken: ReadingText?
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
    /// - Complexity: O(bytes of the text) where the reading pane shows another text or has another width, else O(1);
    ///   O(1) in the items.
    public mutating func measure(_ state: ReviewState, size: TerminalSize) -> PaneSizes {
        var panes = PaneSizes()
        panes.dialog = look.dialogRoom(state, size: size)
        if state.isItemWhole {
            guard let layout = itemLayout(state, size) else { return panes }
            let text = text(state, width: layout.column.width)
            panes.note(ReadingLines(state, text, isWhole: true), text, rows: layout.text.height, state)
            return panes
        }
        guard let layout = ScreenLayout(size) else { return panes }
        let inner = Painter.plotInner(in: layout.plot, state)
        panes.plotColumns = inner.width
        panes.plotRows = inner.height
        panes.listRows = layout.list.isEmpty ? 0 : Painter.listRows(in: layout.list)
        if !layout.reading.isEmpty {
            let text = text(state, width: layout.reading.width - 4)
            panes.note(ReadingLines(state, text), text, rows: max(0, layout.reading.height - 2), state)
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
        let result: TextResult?
        let isInvalidRow = state.queue == nil && state.list.tab == .invalid
        if isInvalidRow {
            result = state.list.invalidTexts[state.list.cursor]
        } else {
            result = state.currentItem.flatMap { state.texts[$0] }
        }
        let key = ReadingText.Key(
            tab: isInvalidRow ? .invalid : .bucket(.accepted),
            row: isInvalidRow ? state.list.cursor : 0,
            item: state.currentItem,
            reading: state.round.firstRevision,
            width: width,
            isLoaded: result != nil,
            asciiOnly: !look.symbols.isUnicode,
            clusters: state.aids.clusters,
            isBlind: state.isBlind
        )
        if let broken, broken.key == key { return broken }
        let fresh = ReadingText(key: key, result)
        broken = fresh
        return fresh
    }
}

extension PaneSizes {
    /// Notes the room of a text, and what it takes.
    fileprivate mutating func note(_ lines: ReadingLines, _ text: ReadingText, rows: Int, _ state: ReviewState) {
        readingRows = rows
        readingLines = lines.count
        readingColumns = text.widestBeyond
        highlightedLines = lines.highlighted(state)
    }
}

extension Painter {
    /// Says so where the terminal is too small to draw on.
    mutating func tooSmall() {
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
