/// What can lie over the screen and take the keys: a value with its rows, fields and line, its commands and words.
///
/// Keys, mouse, lines and scripts all make the same actions of it (`DialogAction`). A new dialog is a type in one file and
/// a command that opens it; all it has to bring is an `id`, what it does when it is confirmed, and what it consists of.
/// Screens and plain mode draw and tell it from `title`, `text`, `rows`, `fields`, `line` and `hints`, unless they know a
/// picture or words of its own for it.
///
///     struct AskDialog: Dialog {
///         static let id: DialogID = "ask"
///         static let purpose = DialogPurpose.question
///         var problem: String?
///         func title(in review: ReviewState) -> String { "really?" }
///         func confirm(in review: inout ReviewState) -> [Effect] {
///             review.close()
///             return []
///         }
///     }
public protocol Dialog<Host>: Hashable, Sendable {
    /// The state of the screen that it lies over: one, such as `ReviewState`, or any for a dialog of all screens.
    associatedtype Host: DialogHost

    /// Tells the dialogs apart.
    static var id: DialogID { get }
    /// What it is there for, which decides how a line answers it.
    static var purpose: DialogPurpose { get }
    /// The command that opens it, and closes it where letters are keys; nil where several do, or none.
    static var opener: Command? { get }
    /// What commands come to while it is open; others mean nothing.
    static var commands: [Command: DialogAction] { get }

    // What it consists of.
    /// What stands in its frame.
    func title(in host: Host) -> String
    /// What is told above its rows, a paragraph each.
    func text(in host: Host) -> [String]
    /// The rows to choose from, in their order.
    func rows(in host: Host) -> [DialogRow]
    /// The row that is chosen, from 0; nil where there is none.
    func chosenRow(in host: Host) -> Int?
    /// What can be set in it.
    func fields(in host: Host) -> [DialogField]
    /// The line that is typed into; nil where letters are keys.
    var line: TextEntry? { get }
    /// Why the last attempt was refused, until something is changed; nil where none was.
    var problem: String? { get }
    /// What is wrong with what it was given or shows, for callers without a screen; nil for nothing.
    func problem(in host: Host) -> String?
    /// What it waits for before all of it can be told; nil for nothing.
    func pendingWork(in host: Host) -> PendingWork?
    /// True where its text may be longer than its box, and keys scroll it.
    var scrolls: Bool { get }
    /// True where any key closes it, and does nothing else.
    static var closesWithAnyKey: Bool { get }
    /// Lines that it is scrolled down by; it may be more than there are.
    var scroll: Int { get }
    /// Its commands in words, for the foot of the screen.
    func hints(in host: Host) -> [CommandHint]

    // What can be done to it. It is written back by whoever calls these.
    /// What a command comes to, given what is open; nil where it means nothing.
    func action(for command: Command, in host: Host) -> DialogAction?
    /// Chooses a row, which is one of `rows`.
    mutating func choose(row: Int, in host: inout Host)
    /// Goes on from the row that is chosen.
    mutating func move(_ move: DialogMove, in host: inout Host)
    /// Sets a field to a value, which is one of its choices where it has some.
    mutating func set(_ field: DialogField.ID, to value: String, in host: inout Host)
    /// Sets a field to the choice that lies some steps on.
    mutating func turn(_ field: DialogField.ID, by steps: Int, in host: inout Host)
    /// Scrolls to a line of its text, from 0.
    mutating func scroll(to line: Int)
    /// Takes why it cannot be confirmed from whoever knows more.
    mutating func refuse(_ problem: String)
    /// Changes the line.
    mutating func edit(_ edit: TextEdit, in host: inout Host)

    // What leads on from it. These close it themselves, or open another.
    /// Does what it is there for.
    func confirm(in host: inout Host) -> [Host.Effect]
    /// Leaves it.
    func cancel(in host: inout Host) -> [Host.Effect]
    /// What Ctrl-C comes to.
    func interrupt(in host: inout Host) -> [Host.Effect]
    /// Does what a command of its own means.
    func perform(_ command: Command, in host: inout Host) -> [Host.Effect]

    /// What a line of words answers; nil where it is none of its own.
    ///
    /// - Parameters:
    ///   - word: the first word.
    ///   - value: what stands behind it.
    func answer(_ word: String, _ value: String?, in host: Host) -> DialogAnswer?
    /// True where a whole line is what is to be typed into it.
    func takes(line: String) -> Bool
}

/// What a dialog is there for.
public enum DialogPurpose: Sendable {
    /// Asks for a line of text.
    case line
    /// Has rows and fields to be chosen and set.
    case form
    /// Asks yes or no.
    case question
    /// Shows or finds something; nothing has to be answered.
    case look
}

extension Dialog {
    /// Which one it is.
    public var id: DialogID { Self.id }
    /// What it is there for.
    public var purpose: DialogPurpose { Self.purpose }
    /// True for a dialog without a line, where letters are keys.
    public var isPanel: Bool { line == nil }

    public static var purpose: DialogPurpose { .form }
    public static var opener: Command? { nil }
    public static var closesWithAnyKey: Bool { false }
    public static var commands: [Command: DialogAction] {
        purpose == .question ? DialogCommands.question : DialogCommands.closing
    }

    public func title(in host: Host) -> String { id.name }
    public func text(in host: Host) -> [String] { [] }
    public func rows(in host: Host) -> [DialogRow] { [] }
    public func chosenRow(in host: Host) -> Int? { nil }
    public func fields(in host: Host) -> [DialogField] { [] }
    public var line: TextEntry? { nil }
    public var problem: String? { nil }
    public var scrolls: Bool { false }
    public var scroll: Int { 0 }
    public mutating func scroll(to line: Int) {}
    public func problem(in host: Host) -> String? { problem }
    public func pendingWork(in host: Host) -> PendingWork? { nil }
    public func hints(in host: Host) -> [CommandHint] {
        [CommandHint(.confirm, "confirm"), CommandHint(.cancel, "close")]
    }

    public func action(for command: Command, in host: Host) -> DialogAction? {
        if command == Self.opener, isPanel { return .cancel }
        return Self.commands[command]
    }

    public mutating func choose(row: Int, in host: inout Host) {}
    public mutating func set(_ field: DialogField.ID, to value: String, in host: inout Host) {}
    public mutating func refuse(_ problem: String) {}
    public mutating func edit(_ edit: TextEdit, in host: inout Host) {}
    public func cancel(in host: inout Host) -> [Host.Effect] {
        host.close()
        return []
    }
    public func interrupt(in host: inout Host) -> [Host.Effect] { cancel(in: &host) }
    public func perform(_ command: Command, in host: inout Host) -> [Host.Effect] { [] }

    public mutating func move(_ move: DialogMove, in host: inout Host) {
        if scrolls {
            scroll(to: host.scrolled(scroll, by: move))
            return
        }
        guard case .rows(let step) = move else { return moveWithinEnds(move, in: &host) }
        // A short list is a ring.
        let count = rows(in: host).count
        guard count > 0 else { return }
        let at = chosenRow(in: host) ?? 0
        choose(row: (at + step % count + count) % count, in: &host)
    }

    /// Goes on from the row that is chosen, as far as the first and the last.
    public mutating func moveWithinEnds(_ move: DialogMove, in host: inout Host) {
        let last = rows(in: host).count - 1
        guard last >= 0 else { return }
        let at = min(last, chosenRow(in: host) ?? 0)
        switch move {
        case .rows(let step): choose(row: min(last, max(0, at + step)), in: &host)
        case .pages(let pages): choose(row: min(last, max(0, at + Self.rowsPerPage * pages)), in: &host)
        case .first: choose(row: 0, in: &host)
        case .last: choose(row: last, in: &host)
        }
    }

    /// Rows that a page goes on by.
    static var rowsPerPage: Int { 10 }

    public mutating func turn(_ field: DialogField.ID, by steps: Int, in host: inout Host) {
        usualTurn(field, by: steps, in: &host)
    }

    /// Sets a field to the choice that lies some steps on, as its `DialogField` has it.
    public mutating func usualTurn(_ field: DialogField.ID, by steps: Int, in host: inout Host) {
        guard let field = fields(in: host).first(where: { $0.id == field }), let value = field.value(after: steps)
        else { return }
        set(field.id, to: value, in: &host)
    }

    public func answer(_ word: String, _ value: String?, in host: Host) -> DialogAnswer? {
        usualAnswer(word, value, in: host)
    }

    public func takes(line: String) -> Bool { Self.purpose == .line }
}

extension Optional {
    /// True where both are none, or the same dialog in the same state.
    public func isSame<Host>(as other: (any Dialog<Host>)?) -> Bool where Wrapped == any Dialog<Host> {
        map { AnyHashable($0) } == other.map { AnyHashable($0) }
    }
}
