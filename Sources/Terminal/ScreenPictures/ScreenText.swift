public import TerminalCanvas
import TextSafety

/// A screen as plain text.
public enum ScreenText {
    /// What each row shows, without the blanks at its end; a two-column glyph is there once.
    ///
    /// - Complexity: O(cells).
    public static func lines(_ canvas: Canvas) -> [String] {
        (0..<canvas.size.rows).map { y in
            var glyphs: [Glyph] = []
            for x in 0..<canvas.size.columns where !canvas[x, y].isContinuation { glyphs.append(canvas[x, y].glyph) }
            while glyphs.last == .blank { glyphs.removeLast() }
            return SafeText(glyphs: glyphs).string
        }
    }

    /// The rows one under the other, each with a line end, in UTF-8: what a file of them holds.
    ///
    /// - Complexity: O(cells).
    public static func file(_ canvas: Canvas) -> [UInt8] {
        Array(lines(canvas).map { $0 + "\n" }.joined().utf8)
    }
}
