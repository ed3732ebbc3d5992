import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension IntroductionDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.introduction(state, self) }
}

extension Painter {
    /// Draws the card, terms before what they mean; where there is little room its end is left out.
    fileprivate mutating func introduction(_ state: ReviewState, _ card: IntroductionDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let blocks = card.parts(in: state).map { IntroductionBlock($0, width: width - 4, symbols) }
        let room = canvas.size.rows - 4
        // Blank rows go before sentences do.
        let gaps = blocks.indices.dropFirst().count { blocks[$0].isApart(from: blocks[$0 - 1]) }
        let isAiry = blocks.reduce(gaps) { $0 + $1.height } <= room
        var shown: [(IntroductionBlock, y: Int)] = []
        var y = 0
        for (index, block) in blocks.enumerated() {
            if isAiry, index > 0, block.isApart(from: blocks[index - 1]) { y += 1 }
            guard y + block.height <= room else { break }
            shown.append((block, y))
            y += block.height
        }
        let area = box(width: width, height: y + 2, title: card.title(in: state), note: "any key closes")
        for (block, row) in shown { draw(block, x: area.x, y: area.y + row, width: area.width) }
        if let key = table.key(of: .cancel) {
            spots.add(.key(key), Rect(width: canvas.size.columns, height: canvas.size.rows))
        }
    }

    private mutating func draw(_ block: IntroductionBlock, x: Int, y: Int, width: Int) {
        if let term = block.term {
            words(term, x: x, y: y, width: IntroductionBlock.indent, block.part.bucket.map(style) ?? theme[.value])
        }
        for (row, line) in block.lines.enumerated() {
            canvas.draw(line, x: x + block.indent, y: y + row, width: width - block.indent, style: theme[.label])
        }
    }
}

/// A part of the card broken into rows.
private struct IntroductionBlock {
    /// Columns that terms have.
    static let indent = 16

    let part: IntroductionDialog.Part
    let lines: [SafeText]

    init(_ part: IntroductionDialog.Part, width: Int, _ symbols: Symbols) {
        self.part = part
        let indent = part.term == nil ? 0 : Self.indent
        lines = SafeText(symbols.words(part.text)).wrapped(to: max(8, width - indent))
    }

    var term: String? { part.term.map { "  \($0)" } }
    var indent: Int { part.term == nil ? 0 : Self.indent }
    var height: Int { lines.count }

    /// True where a blank row parts it from the one before: buckets stand together, other terms do, and sentences do.
    func isApart(from before: IntroductionBlock) -> Bool {
        (part.term == nil) != (before.part.term == nil) || (part.bucket == nil) != (before.part.bucket == nil)
    }
}
