public import TextSafety

extension Canvas {
    /// Draws a line of text from (x, y), at most `width` columns of it; what does not fit is cut with an ellipsis.
    ///
    /// Tokens (made from what is not allowed on a screen) are shown in `tokenStyle`, so that no text can fake one.
    /// - Returns: the columns used, 0 to `width`.
    /// - Complexity: O(glyphs shown).
    @discardableResult
    public mutating func draw(
        _ text: SafeText,
        x: Int,
        y: Int,
        width: Int,
        style: Style,
        tokenStyle: Style? = nil
    ) -> Int {
        guard width > 0 else { return 0 }
        let shown = text.truncated(to: width)
        var column = x
        for glyph in shown.glyphs {
            put(glyph, x: column, y: y, style: glyph.isToken ? tokenStyle ?? style : style)
            column += glyph.width
        }
        return column - x
    }

    /// Draws a line of the program's own words, up to the right edge unless told otherwise; it passes the same
    /// sanitizer as any other text.
    ///
    /// - Returns: the columns used.
    /// - Complexity: O(length of the text).
    @discardableResult
    public mutating func draw(_ text: String, x: Int, y: Int, width: Int? = nil, style: Style) -> Int {
        draw(SafeText(text), x: x, y: y, width: width ?? max(0, size.columns - x), style: style)
    }
}
