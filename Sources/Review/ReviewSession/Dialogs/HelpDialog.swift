/// The help: which commands there are, and their keys.
public struct HelpDialog: Dialog {
    public static let id: DialogID = "help"
    public static let purpose = DialogPurpose.look
    public static let opener: Command? = .help
    public static let commands = DialogCommands.closing.adding(DialogCommands.scrolling)
        .adding([.help: .cancel, .helpScope: .turn(scope, by: 1)])

    /// The field that says which commands are shown.
    static let scope = "scope"
    private static let scopes = ["here", "all"]

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

    public var line: TextEntry? { entry }
    public var scrolls: Bool { true }

    public func fields(in review: ReviewState) -> [DialogField] {
        [DialogField(Self.scope, value: Self.scopes[showsAll ? 1 : 0], choices: Self.scopes)]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(keys: [.nextRow, .previousRow], title: "scroll", separator: " "),
            CommandHint(.helpScope, "all, or here"), CommandHint(.cancel, "close"),
        ]
    }

    public mutating func scroll(to line: Int) { scroll = line }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        showsAll = value == Self.scopes[1]
        scroll = 0
    }

    public mutating func edit(_ edit: TextEdit, in review: inout ReviewState) {
        if let problem = entry.problem(of: edit) { review.message = Message(.refusal, problem) }
        scroll = 0
    }

    public func confirm(in review: inout ReviewState) -> [Effect] { cancel(in: &review) }
}
