/// The palette: a command is typed by its name.
///
/// Which commands its rows stand for, only the table of commands tells: choosing, completing and running come from there.
public struct PaletteDialog<Host: DialogHost>: Dialog {
    public static var id: DialogID { .palette }
    public static var purpose: DialogPurpose { .look }
    public static var commands: [Command: DialogAction] {
        [.cancel: .cancel, .back: .cancel, .complete: .perform(.complete)]
    }

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

    public var line: TextEntry? { entry }

    public func hints(in host: Host) -> [CommandHint] {
        [
            CommandHint(.confirm, "run"),
            CommandHint(keys: [.nextRow, .previousRow], title: "choose", separator: " "),
            CommandHint(.complete, "complete"), CommandHint(.cancel, "close"),
        ]
    }

    public mutating func choose(row: Int, in host: inout Host) { self.row = row }

    public mutating func refuse(_ problem: String) { self.problem = problem }

    public mutating func edit(_ edit: TextEdit, in host: inout Host) {
        problem = entry.problem(of: edit)
        row = 0
    }

    public func confirm(in host: inout Host) -> [Host.Effect] { [] }
}
