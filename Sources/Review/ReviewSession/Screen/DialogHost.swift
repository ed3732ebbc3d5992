/// The state of a screen, as the dialogs that lie over it know it.
///
/// A screen brings what is its own: which commands mean something, and what they do. Palette, help, themes, the lines of
/// the palette, the mouse, and the way of an action into a dialog are the same for all.
///
///     struct RoundsState: DialogHost {
///         var front = ScreenFront<RoundsState>()
///         mutating func performOnScreen(_ command: Command) -> [RoundsEffect] {
///             command == .quit ? [.quit(status: 0, message: nil)] : performAid(command)
///         }
///     }
public protocol DialogHost: Sendable {
    /// What it wants done.
    associatedtype Effect: ScreenEffects

    /// Its dialog, its message, and what it shares with other screens.
    var front: ScreenFront<Self> { get set }
    /// The room of a dialog that scrolls, as the newest layout gave it.
    var dialogRoom: DialogRoom { get }

    // Its commands.
    /// Where commands hold while no dialog is open, what comes first first.
    var scopes: [KeyScope] { get }
    /// True where it has a use now for a command whose place is the screen.
    func isMeant(_ command: Command) -> Bool
    /// What the commands are called that it has a use for now.
    var commandsTitle: String { get }
    /// The values that a command can be done with; empty where any text may be one.
    func choices(for command: Command) -> [String]

    /// Does what a command asks for where no dialog is open; those that every screen has are for `performAid`.
    mutating func performOnScreen(_ command: Command) -> [Effect]
    /// Does what a command with an argument asks for; those that every screen has are for `performAid`.
    ///
    /// - Returns: what is wrong with the argument; nil where it was taken.
    mutating func performOnScreen(_ command: Command, with argument: String, _ effects: inout [Effect]) -> String?
}

extension DialogHost {
    public var dialogRoom: DialogRoom { DialogRoom() }
    public var scopes: [KeyScope] { [.everywhere, .main] }
    public func isMeant(_ command: Command) -> Bool { true }
    public var commandsTitle: String { "commands here" }
    public func choices(for command: Command) -> [String] { aidChoices(for: command) }

    public mutating func performOnScreen(
        _ command: Command,
        with argument: String,
        _ effects: inout [Effect]
    ) -> String? {
        performAid(command, with: argument, &effects)
    }

    // What lies in front, by its parts.
    /// What lies over the screen and takes the keys; nil for none.
    public internal(set) var dialog: (any Dialog<Self>)? {
        get { front.dialog }
        set { front.dialog = newValue }
    }
    /// What the last key or a worker had to say; nil for nothing.
    public internal(set) var message: Message? {
        get { front.message }
        set { front.message = newValue }
    }
    /// Key names, themes, history.
    public internal(set) var aids: AidState {
        get { front.aids }
        set { front.aids = newValue }
    }
    /// Whose the mouse is.
    public internal(set) var mouse: MouseState {
        get { front.mouse }
        set { front.mouse = newValue }
    }

    /// Why the last command was not done, as the screen says it: in its message, or in the dialog that is open; nil where
    /// nothing was wrong.
    ///
    /// For callers without a screen, which have to tell a refusal from success.
    public var problem: String? {
        if let message, message.kind == .refusal || message.kind == .failure { return message.text }
        return dialog?.problem(in: self)
    }

    // MARK: What it says

    /// Says what was done, or why it was not.
    public mutating func tell(_ message: Message) { self.message = message }

    /// Says what there is to say, if anything.
    mutating func say(_ message: Message?) {
        if let message { self.message = message }
    }

    /// Says why something is not done.
    public mutating func refuse(_ text: String) { message = Message(.refusal, text) }

    /// Takes away what was said.
    public mutating func hush() { message = nil }
}
