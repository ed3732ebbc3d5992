public import TextSafety

/// What a terminal can show.
public struct TerminalAbilities: Hashable, Sendable {
    /// Colours of the palette: 0, 8, 16 or 256.
    public var colors: Int
    /// The finest characters that can be drawn with.
    public var drawing: DrawingLevel
    /// True where it can tell of a mouse; whether there is one is not known.
    public var mouse: Bool
    /// The emoji of several characters that it draws as one; found out by asking it, so there may be more later.
    public var clusters: ClusterKinds
    /// False where only ASCII can be shown.
    public var unicode: Bool { drawing != .ascii }

    public init(colors: Int, drawing: DrawingLevel, mouse: Bool = false, clusters: ClusterKinds = []) {
        self.colors = colors
        self.drawing = drawing
        self.mouse = mouse
        self.clusters = clusters
    }
}

/// The characters that a terminal can be trusted to have, from the plainest set on.
public enum DrawingLevel: Sendable {
    /// Printable ASCII alone.
    case ascii
    /// Latin letters, straight lines and half blocks: what the fonts of text consoles have.
    case blocks
    /// Also braille and whatever else a font of today has.
    case braille

    /// Decides by the terminal's name and the locale; the one place that does.
    ///
    /// - Parameters:
    ///   - term: the value of TERM.
    ///   - locale: what the user's own locale and this machine's others have to say about UTF-8.
    public init(term: String, locale: LocaleEncoding) {
        let name = term.split(separator: "-").first.map(String.init) ?? ""
        // Kernel consoles hold 256 or 512 glyphs; none of their fonts has braille.
        let isConsole = ["linux", "cons25", "wsvt25", "vt220vt", "bterm"].contains(name)
        // Names of devices older than UTF-8. A program that shows it calls itself otherwise, unless the locale says so.
        let isOldDevice =
            name == "ansi" || name == "pcansi" || name == "sun" || name == "wyse" || name.hasPrefix("wy")
            || (name.hasPrefix("vt") && name.dropFirst(2).first.map { "12345".contains($0) } ?? false)
        switch locale {
        case .none: self = .ascii
        case .substitute where isOldDevice: self = .ascii
        case .substitute, .own: self = isConsole || isOldDevice ? .blocks : .braille
        }
    }
}

/// Where the encoding that a terminal is written in comes from.
public enum LocaleEncoding: Sendable {
    /// No locale with UTF-8 is to be had.
    case none
    /// The user's locale has another encoding or none; one with UTF-8 was taken in its place.
    case substitute
    /// The user's locale is one with UTF-8.
    case own
}
