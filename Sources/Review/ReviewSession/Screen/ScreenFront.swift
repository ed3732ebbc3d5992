/// What every screen has in front of what it shows: its dialog, what it says, and what helps to find one's way.
///
/// The setters are the session's: a state of another module changes it by what a `DialogHost` can do.
public struct ScreenFront<Host: DialogHost>: Sendable {
    /// What lies over the screen and takes the keys; nil for none.
    public internal(set) var dialog: (any Dialog<Host>)?
    /// What the last key or a worker had to say; nil for nothing. The next key outside a dialog takes it away.
    public internal(set) var message: Message?
    /// Key names, themes, history.
    public internal(set) var aids: AidState
    /// Whose the mouse is.
    public internal(set) var mouse: MouseState

    /// - Parameters:
    ///   - themes: those there are, and the one that is shown.
    ///   - mouse: whether the terminal has one, and whether the program takes it.
    ///   - keyNames: what keys are called that messages name.
    ///   - isFirst: true where nobody has used the program before.
    public init(
        themes: ThemeState = ThemeState(),
        mouse: MouseState = MouseState(),
        keyNames: KeyNames = KeyNames(),
        isFirst: Bool = false
    ) {
        aids = AidState(themes: themes, keyNames: keyNames, isFirst: isFirst)
        self.mouse = mouse
    }
}

/// The room that the layout gives to the text of a dialog that scrolls.
public struct DialogRoom: Hashable, Sendable {
    /// Rows of the text that are seen; 0 where no dialog scrolls.
    public var rows = 0
    /// The most rows that it is scrolled down by; nil where none does.
    public var end: Int?

    public init() {}

    /// - Parameters:
    ///   - rows: those that are seen.
    ///   - count: those of the whole text.
    public init(rows: Int, of count: Int) {
        self.rows = rows
        end = max(0, count - rows)
    }
}

/// The mouse, and whose it is.
public struct MouseState: Hashable, Sendable {
    /// True where the terminal can tell of one.
    public let isPossible: Bool
    /// True while it is redsieve's; else it is the terminal's, which selects text with it.
    public private(set) var isTaken: Bool

    public init(isPossible: Bool = false, isTaken: Bool = false) {
        self.isPossible = isPossible
        self.isTaken = isPossible && isTaken
    }

    /// Takes the mouse where the terminal has one, or leaves it to the terminal.
    mutating func take(_ isTaken: Bool) { self.isTaken = isPossible && isTaken }
}
