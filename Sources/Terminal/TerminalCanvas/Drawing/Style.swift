/// A colour of the terminal's palette, or its default.
public enum TerminalColor: Hashable, Sendable {
    /// What the terminal itself uses; the default background is never painted.
    case standard
    /// A palette number: 0 to 15 follow the user's own colours, 16 to 255 are the fixed cube and greys.
    case palette(UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    /// The colour of the glyph.
    public var foreground: TerminalColor
    /// The colour of the rest of the cell.
    public var background: TerminalColor
    /// What is done to the glyph besides.
    public var attributes: Attributes

    public init(
        foreground: TerminalColor = .standard,
        background: TerminalColor = .standard,
        attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own look.
    public static let plain = Style()

    /// Ways to set a glyph off that need no colour.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit an attribute; a terminal may rely on the numbers below.
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Heavier, or brighter where a terminal has one weight.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter; many terminals show no difference.
        public static let dim = Attributes(rawValue: 2)
        /// A line below the glyph, under blanks too.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and background change places.
        public static let reverse = Attributes(rawValue: 8)
    }

    /// This style with more attributes.
    public func adding(_ more: Attributes) -> Style {
        var style = self
        style.attributes.formUnion(more)
        return style
    }
}
