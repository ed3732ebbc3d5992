import TerminalCanvas
import TextSafety

/// What a picture draws things in, the lowest first: text never lies under a ground.
enum PictureLayer: Int, CaseIterable {
    case ground, blocks, lines, dots, letters
}

/// A piece of a picture: what is drawn, and in which layer. Equal pieces look the same.
struct PictureElement: Hashable {
    var layer: PictureLayer
    /// One element or several.
    var markup: String
}

/// A screen taken apart into what a picture draws.
struct ScreenElements {
    private let canvas: Canvas
    private let colors: PictureColors
    private var elements: [PictureElement] = []

    /// - Parameter chunk: how many columns are drawn as one piece at most; pieces are what frames of a film share.
    /// - Complexity: O(cells).
    static func elements(of canvas: Canvas, _ colors: PictureColors, chunk: Int) -> [PictureElement] {
        var made = ScreenElements(canvas: canvas, colors: colors)
        for y in 0..<canvas.size.rows {
            for start in stride(from: 0, to: canvas.size.columns, by: max(1, chunk)) {
                let columns = start..<min(canvas.size.columns, start + max(1, chunk))
                made.grounds(y, columns)
                made.shapes(y, columns)
                made.underlines(y, columns)
            }
            made.letters(y)
        }
        made.cursor()
        return made.elements
    }

    private init(canvas: Canvas, colors: PictureColors) {
        self.canvas = canvas
        self.colors = colors
    }

    /// What a cell is painted with: the ink, how much of it shows, and what lies behind it.
    private struct Paint: Hashable {
        var ink: PictureColors.Color
        var isDim: Bool
        var isBold: Bool
    }

    private func paint(_ style: Style) -> Paint {
        Paint(
            ink: colors.painted(style).ink,
            isDim: style.attributes.contains(.dim),
            isBold: style.attributes.contains(.bold)
        )
    }

    /// Runs of columns of which something is the same; columns for which it is nil are in none.
    private func runs<Value: Equatable>(
        _ columns: Range<Int>,
        _ value: (Int) -> Value?
    ) -> [(columns: Range<Int>, value: Value)] {
        var runs: [(columns: Range<Int>, value: Value)] = []
        for x in columns {
            guard let now = value(x) else { continue }
            if let last = runs.last, last.columns.upperBound == x, last.value == now {
                runs[runs.count - 1].columns = last.columns.lowerBound..<x + 1
            } else {
                runs.append((x..<x + 1, now))
            }
        }
        return runs
    }

    private mutating func grounds(_ y: Int, _ columns: Range<Int>) {
        for run in runs(columns, { colors.painted(canvas[$0, y].style).ground }) {
            let path = Self.box(
                Double(run.columns.lowerBound) * CellGrid.width,
                Double(y) * CellGrid.height,
                Double(run.columns.count) * CellGrid.width,
                CellGrid.height
            )
            add(.ground, "<path fill=\"\(run.value.hex)\" d=\"\(path)\"/>")
        }
    }

    private mutating func underlines(_ y: Int, _ columns: Range<Int>) {
        let found = runs(columns) { x -> Paint? in
            let style = canvas[x, y].style
            return style.attributes.contains(.underline) ? paint(style) : nil
        }
        for run in found {
            let left = CellGrid.text(Double(run.columns.lowerBound) * CellGrid.width)
            let top = CellGrid.text(Double(y) * CellGrid.height + CellGrid.baseline + 2)
            let length = CellGrid.text(Double(run.columns.count) * CellGrid.width)
            add(.lines, stroke("M\(left) \(top)h\(length)", run.value, width: 1))
        }
    }

    /// Lines, blocks and dots: one piece for each ink.
    private mutating func shapes(_ y: Int, _ columns: Range<Int>) {
        var light = Strokes()
        var heavy = Strokes()
        var dots = Strokes()
        var blocks = Strokes()
        var shades: [(Paint, Double, String)] = []
        for x in columns {
            let cell = canvas[x, y]
            guard cell.glyph.marks == .zero, !cell.glyph.isCluster, !cell.isContinuation else { continue }
            let (left, top) = (Double(x) * CellGrid.width, Double(y) * CellGrid.height)
            var ink = paint(cell.style)
            // Weight is the letters' own.
            ink.isBold = false
            if let strokes = LineShapes.strokes(of: cell.glyph.base, x: left, y: top) {
                light.add(strokes.light, ink)
                heavy.add(strokes.heavy, ink)
            } else if let places = BlockShapes.dots(of: cell.glyph.base) {
                dots.add(places.map { "M\(2 * x + $0.x) \(4 * y + $0.y)h0" }.joined(), ink)
            } else if let (shapes, opacity) = BlockShapes.blocks(of: cell.glyph.base) {
                let path = shapes.map {
                    Self.box(
                        left + $0.x * CellGrid.width / 8,
                        top + $0.y * CellGrid.height / 8,
                        $0.width * CellGrid.width / 8,
                        $0.height * CellGrid.height / 8
                    )
                }.joined()
                if opacity == 1 { blocks.add(path, ink) } else { shades.append((ink, opacity, path)) }
            }
        }
        for (ink, path) in blocks.paths {
            add(.blocks, "<path fill=\"\(ink.ink.hex)\"\(Self.opacity(ink.isDim ? 0.6 : 1)) d=\"\(path)\"/>")
        }
        for (ink, opacity, path) in shades {
            add(
                .blocks,
                "<path fill=\"\(ink.ink.hex)\"\(Self.opacity(ink.isDim ? 0.6 * opacity : opacity)) d=\"\(path)\"/>"
            )
        }
        for (ink, path) in light.paths { add(.lines, stroke(path, ink, width: 1)) }
        for (ink, path) in heavy.paths { add(.lines, stroke(path, ink, width: 2)) }
        for (ink, path) in dots.paths { add(.dots, stroke(path, ink, width: nil)) }
    }

    /// Runs of plain letters that stand together in one piece; whatever a font may not have in the right width stands in
    /// the middle of its own cells.
    private mutating func letters(_ y: Int) {
        var x = 0
        while x < canvas.size.columns {
            let cell = canvas[x, y]
            guard isLetter(cell), cell.glyph != .blank else {
                x += 1
                continue
            }
            var end = x + max(1, cell.glyph.width)
            if isPlain(cell) {
                while end < canvas.size.columns, canvas[end, y].style == cell.style {
                    // A blank belongs to a run where it stands alone in it.
                    let isBlank = canvas[end, y].glyph == .blank
                    guard isPlain(canvas[end, y]) else { break }
                    if isBlank, end + 1 >= canvas.size.columns || canvas[end + 1, y].glyph == .blank { break }
                    end += 1
                }
                while canvas[end - 1, y].glyph == .blank { end -= 1 }
            }
            let glyphs = (x..<end).filter { !canvas[$0, y].isContinuation }.map { canvas[$0, y].glyph }
            letters(SafeText(glyphs: glyphs).string, x..<end, y, paint(cell.style), isPlain: isPlain(cell))
            x = end
        }
    }

    private mutating func letters(_ text: String, _ columns: Range<Int>, _ y: Int, _ paint: Paint, isPlain: Bool) {
        let width = Double(columns.count) * CellGrid.width
        let left = Double(columns.lowerBound) * CellGrid.width
        var attributes = "y=\"\(CellGrid.text(Double(y) * CellGrid.height + CellGrid.baseline))\""
        if columns.count > 1, isPlain {
            attributes = "x=\"\(CellGrid.text(left))\" \(attributes) textLength=\"\(CellGrid.text(width))\""
        } else if isPlain {
            attributes = "x=\"\(CellGrid.text(left))\" \(attributes)"
        } else {
            attributes = "x=\"\(CellGrid.text(left + width / 2))\" \(attributes) class=\"m\""
        }
        if paint.isBold { attributes += " font-weight=\"bold\"" }
        if paint.ink != colors.ink { attributes += " fill=\"\(paint.ink.hex)\"" }
        add(.letters, "<text \(attributes)\(Self.opacity(paint.isDim ? 0.6 : 1))>\(Markup.escaped(text))</text>")
    }

    private func isLetter(_ cell: Cell) -> Bool {
        let base = cell.glyph.base
        guard !cell.isContinuation, cell.glyph.marks == .zero, !cell.glyph.isCluster else {
            return !cell.isContinuation
        }
        return LineShapes.strokes(of: base, x: 0, y: 0) == nil && BlockShapes.dots(of: base) == nil
            && BlockShapes.blocks(of: base) == nil
    }

    /// True for what any font of one width has: ASCII.
    private func isPlain(_ cell: Cell) -> Bool {
        cell.glyph.isPlainASCII && !cell.isContinuation
    }

    /// The place where the next letter would be typed.
    private mutating func cursor() {
        guard let cursor = canvas.cursor, canvas.area.contains(x: cursor.x, y: cursor.y) else { return }
        let (left, top) = (Double(cursor.x) * CellGrid.width, Double(cursor.y) * CellGrid.height)
        let path = Self.box(left, top, CellGrid.width, CellGrid.height)
        add(.letters, "<path fill=\"\(colors.ink.hex)\" fill-opacity=\".5\" d=\"\(path)\"/>")
    }

    private mutating func add(_ layer: PictureLayer, _ markup: String) {
        elements.append(PictureElement(layer: layer, markup: markup))
    }

    private func stroke(_ path: String, _ paint: Paint, width: Double?) -> String {
        let thickness = width.map { $0 == 1 ? "" : " stroke-width=\"\(CellGrid.text($0))\"" } ?? ""
        let opacity = paint.isDim ? " stroke-opacity=\".6\"" : ""
        return "<path stroke=\"\(paint.ink.hex)\"\(thickness)\(opacity) d=\"\(path)\"/>"
    }

    private static func opacity(_ value: Double) -> String {
        value == 1 ? "" : " fill-opacity=\"\(CellGrid.text(value))\""
    }

    private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
        "M\(CellGrid.text(x)) \(CellGrid.text(y))h\(CellGrid.text(width))v\(CellGrid.text(height))"
            + "h-\(CellGrid.text(width))z"
    }

    /// Paths by their ink, in the order in which the inks came.
    private struct Strokes {
        var paths: [(Paint, String)] = []

        mutating func add(_ path: String, _ paint: Paint) {
            guard !path.isEmpty else { return }
            if let at = paths.firstIndex(where: { $0.0 == paint }) {
                paths[at].1 += path
            } else {
                paths.append((paint, path))
            }
        }
    }
}
