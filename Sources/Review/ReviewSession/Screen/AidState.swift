public import TextSafety

/// What helps to find one's way: names of keys, earlier lines, looks.
public struct AidState: Sendable {
    /// The themes there are, and the one that is shown.
    public internal(set) var themes: ThemeState
    /// What the keys are called that messages name.
    public let keyNames: KeyNames
    /// True where nobody has opened a review before, until help or palette were found.
    public private(set) var isFirst: Bool
    /// The emoji of several characters that the terminal draws as one.
    public private(set) var clusters: ClusterKinds = []
    /// Lines that were run from the palette, the newest first, each once.
    public private(set) var history: [String] = []

    /// Lines that are remembered at most.
    private static let historyLimit = 100

    init(themes: ThemeState, keyNames: KeyNames, isFirst: Bool) {
        (self.themes, self.keyNames, self.isFirst) = (themes, keyNames, isFirst)
    }

    /// Takes note that help or palette were found.
    mutating func find() { isFirst = false }

    /// Takes note of what the terminal draws as one.
    mutating func draw(_ clusters: ClusterKinds) { self.clusters = clusters }

    /// Remembers what another screen does.
    mutating func remember(all lines: [String]) { history = lines }

    /// Remembers a line that was run.
    mutating func remember(_ line: String) {
        history.removeAll { $0 == line }
        history.insert(line, at: 0)
        history.removeLast(max(0, history.count - Self.historyLimit))
    }
}

/// The looks that the screen can have.
public struct ThemeState: Hashable, Sendable {
    /// The names of all themes, in the order they are offered.
    public let names: [String]
    /// The one that is shown.
    public private(set) var now: String
    /// Why another one cannot be shown; nil where it can.
    public let obstacle: String?

    public init(names: [String] = [], now: String = "", obstacle: String? = nil) {
        self.names = names
        self.now = now
        self.obstacle = obstacle
    }

    /// Shows a theme.
    mutating func show(_ name: String) { now = name }
}
