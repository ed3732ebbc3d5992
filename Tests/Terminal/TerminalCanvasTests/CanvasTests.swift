import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@Suite struct CanvasTests {
    static let wide = Glyph("漢", width: 2)

    @Test(arguments: [(0, 0), (1, 1), (0, 5), (5, 0), (20, 5)])
    func `any size takes any drawing`(columns: Int, rows: Int) {
        var canvas = Canvas(size: TerminalSize(columns: columns, rows: rows))
        for y in -2...rows + 1 {
            for x in -2...columns + 1 {
                canvas.put(Self.wide, x: x, y: y, style: .plain)
                canvas.draw("some 漢 text", x: x, y: y, style: .plain)
                canvas.restyle(x: x, y: y) { $0.adding(.bold) }
            }
        }
        canvas.fill(Rect(x: -3, y: -3, width: columns + 9, height: rows + 9), glyph: Glyph("#"))
        #expect(canvas.cells.count == columns * rows)
        #expect(canvas.cells.allSatisfy { $0.glyph == Glyph("#") })
        #expect(canvas[-1, 0] == .blank)
        #expect(canvas[0, rows] == .blank)
    }

    @Test func `overwriting either half of a wide glyph blanks the other`() {
        var canvas = Canvas(size: TerminalSize(columns: 4, rows: 1))
        canvas.put(Self.wide, x: 1, y: 0, style: .plain)
        #expect(CanvasText(canvas).lines == [" 漢 "])
        var left = canvas
        left.put(Glyph("a"), x: 1, y: 0, style: .plain)
        #expect(CanvasText(left).lines == [" a  "])
        var right = canvas
        right.put(Glyph("b"), x: 2, y: 0, style: .plain)
        #expect(CanvasText(right).lines == ["  b "])
        var shifted = canvas
        shifted.put(Self.wide, x: 2, y: 0, style: .plain)
        #expect(CanvasText(shifted).lines == ["  漢"])
        var before = canvas
        before.put(Self.wide, x: 0, y: 0, style: .plain)
        #expect(CanvasText(before).lines == ["漢  "])
        for canvas in [left, right, shifted, before] { expectWholeGlyphs(canvas) }
    }

    @Test func `a wide glyph in the last column becomes a blank`() {
        var canvas = Canvas(size: TerminalSize(columns: 3, rows: 1))
        canvas.draw("abc", x: 0, y: 0, style: .plain)
        #expect(canvas.put(Self.wide, x: 2, y: 0, style: .plain) == 1)
        #expect(CanvasText(canvas).lines == ["ab "])
        expectWholeGlyphs(canvas)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `glyphs stay whole`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var canvas = Canvas(size: TerminalSize(columns: 7, rows: 3))
        for _ in 0..<200 {
            let glyph = Bool.random(using: &random) ? Self.wide : Glyph("a")
            canvas.put(
                glyph,
                x: Int.random(in: -2...8, using: &random),
                y: Int.random(in: -1...3, using: &random),
                style: .plain
            )
            expectWholeGlyphs(canvas)
        }
    }

    @Test func `text is cut to its width`() {
        var canvas = Canvas(size: TerminalSize(columns: 10, rows: 2))
        #expect(canvas.draw("hello world", x: 1, y: 0, width: 6, style: .plain) == 6)
        #expect(canvas.draw("hello", x: 0, y: 1, width: 0, style: .plain) == 0)
        #expect(CanvasText(canvas).lines == [" hello…   ", "          "])
    }

    @Test func `tokens have their own style`() {
        var canvas = Canvas(size: TerminalSize(columns: 4, rows: 1))
        let token = Style(attributes: .underline)
        canvas.draw(SafeText("a\u{1B}b"), x: 0, y: 0, width: 4, style: .plain, tokenStyle: token)
        #expect(CanvasText(canvas).styleMap == [".a.."])
        #expect(CanvasText(canvas).legend == ["a underline"])
    }

    private func expectWholeGlyphs(_ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation) {
        for y in 0..<canvas.size.rows {
            for x in 0..<canvas.size.columns {
                let cell = canvas[x, y]
                let next = canvas[x + 1, y]
                #expect((cell.glyph.width == 2) == next.isContinuation, sourceLocation: sourceLocation)
                if x == 0 { #expect(!cell.isContinuation, sourceLocation: sourceLocation) }
            }
        }
    }
}

@Suite struct CanvasGroundTests {
    @Test func `a ground takes the place of the terminal's colours, and of no others`() {
        var canvas = Canvas(size: TerminalSize(columns: 2, rows: 1))
        canvas.put(Glyph("a"), x: 0, y: 0, style: Style(foreground: .palette(1), attributes: .bold))
        let before = canvas
        canvas.paint(ground: .plain)
        #expect(canvas == before)
        canvas.paint(ground: Style(foreground: .palette(7), background: .palette(4)))
        #expect(canvas[0, 0].style == Style(foreground: .palette(1), background: .palette(4), attributes: .bold))
        #expect(canvas[1, 0].style == Style(foreground: .palette(7), background: .palette(4)))
    }
}
