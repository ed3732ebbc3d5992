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

    /// Lines that are remembered at most.
    static let historyLimit = 100

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
