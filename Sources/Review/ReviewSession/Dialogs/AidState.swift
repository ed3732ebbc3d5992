/// What helps to find one's way: names of keys, earlier lines, looks.
public struct AidState: Sendable {
    /// The themes there are, and the one that is shown.
    public internal(set) var themes: ThemeState
    /// What the keys are called that messages name.
    public internal(set) var keyNames: KeyNames
    /// True where nobody has opened a review before, until help or palette were found.
    public internal(set) var isFirst: Bool
    /// Lines that were run from the palette, the newest first, each once.
    public internal(set) var history: [String] = []
}

/// The help: which commands there are, and their keys.
public struct HelpDialog: Hashable, Sendable {
    /// What the commands are searched for.
    public internal(set) var entry: TextEntry
    /// Lines scrolled down, from 0; it may be more than there are.
    public internal(set) var scroll = 0
    /// True for the commands of every screen, false for those of the present one.
    public internal(set) var showsAll: Bool

    public init(search: String = "", showsAll: Bool = false) {
        entry = TextEntry(search)
        self.showsAll = showsAll
    }
}

/// The palette: a command is typed by its name.
public struct PaletteDialog: Hashable, Sendable {
    /// What has been typed.
    public internal(set) var entry: TextEntry
    /// The row that is chosen, from 0; it may be more than there are.
    public internal(set) var row = 0
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    public init(_ text: String = "", problem: String? = nil) {
        entry = TextEntry(text)
        self.problem = problem
    }
}

/// What keys come to in the palette.
public enum PaletteChange: Hashable, Sendable {
    /// Another row is chosen.
    case choose(Int)
    /// The line becomes another one.
    case fill(String)
    /// Nothing can be run, and why.
    case refuse(String)
}

/// Choosing a theme, which is shown as it is chosen.
public struct ThemeDialog: Hashable, Sendable {
    /// What was shown before.
    public let before: String

    init(before: String) {
        self.before = before
    }
}

/// The looks that the screen can have.
public struct ThemeState: Hashable, Sendable {
    /// The names of all themes, in the order they are offered.
    public internal(set) var names: [String]
    /// The one that is shown.
    public internal(set) var now: String
    /// Why another one cannot be shown; nil where it can.
    public internal(set) var obstacle: String?

    public init(names: [String] = [], now: String = "", obstacle: String? = nil) {
        self.names = names
        self.now = now
        self.obstacle = obstacle
    }
}
