public import TextSafety

/// One place of the screen grid.
public struct Cell: Hashable, Sendable {
    /// The character shown. Never a control, a format character or anything else that `SafeText` does not let pass.
    public var glyph: Glyph
    /// Colours and attributes, those of a blank too: it may have a background or be underlined.
    public var style: Style
    /// True for the right half of the two-column glyph to the left; its own glyph is a blank and is not drawn.
    public var isContinuation: Bool

    public init(glyph: Glyph = .blank, style: Style = .plain, isContinuation: Bool = false) {
        self.glyph = glyph
        self.style = style
        self.isContinuation = isContinuation
    }

    /// A space in the terminal's own look.
    public static let blank = Cell()
}
