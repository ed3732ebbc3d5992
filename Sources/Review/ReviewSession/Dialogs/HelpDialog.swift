/// The help: which commands there are, and their keys.
public struct HelpDialog<Host: DialogHost>: Dialog {
    public static var id: DialogID { .help }
    public static var purpose: DialogPurpose { .look }
    public static var opener: Command? { .help }
    public static var commands: [Command: DialogAction] {
        DialogCommands.closing.adding(DialogCommands.rows)
            .adding([.help: .cancel, .helpScope: .turn(scope, by: 1)])
    }

    /// The field that says which commands are shown.
    static var scope: DialogField.ID { "scope" }
    private static var scopes: [String] { ["here", "all"] }

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

    public func fields(in host: Host) -> [DialogField] {
        [DialogField(Self.scope, value: Self.scopes[showsAll ? 1 : 0], choices: Self.scopes)]
    }

    public func hints(in host: Host) -> [CommandHint] {
        [
            CommandHint(keys: [.nextRow, .previousRow], title: "scroll", separator: " "),
            CommandHint(.helpScope, "all, or here"), CommandHint(.cancel, "close"),
        ]
    }

    public mutating func scroll(to line: Int) { scroll = line }

    public mutating func set(_ field: DialogField.ID, to value: String, in host: inout Host) {
        showsAll = value == Self.scopes[1]
        scroll = 0
    }

    public mutating func edit(_ edit: TextEdit, in host: inout Host) {
        if let problem = entry.problem(of: edit) { host.message = Message(.refusal, problem) }
        scroll = 0
    }

    public func confirm(in host: inout Host) -> [Host.Effect] { cancel(in: &host) }
}
