public import ReviewSession
import RoundModel

/// What there is to know of a command besides its keys.
public struct CommandNote: Sendable {
    /// What it does, in a sentence.
    public var does: String
    /// When it may be refused, beginning with `while`, `where`, `before` or the like; nil where it never is.
    public var refusal: String?
    /// What it can be done with from the palette; nil for nothing.
    public var argument: CommandArgument?

    init(_ does: String, refused refusal: String? = nil, with argument: CommandArgument? = nil) {
        self.does = does
        self.refusal = refusal
        self.argument = argument
    }
}

/// What stands behind a command's name in the palette; which values there are, the state of the screen knows.
public struct CommandArgument: Sendable {
    /// What it is, with its article: `a value`.
    public var name: String
    /// One that could be typed.
    public var example: String

    init(_ name: String, example: String) {
        self.name = name
        self.example = example
    }
}

extension CommandEntry {
    /// What there is to know of it.
    public var note: CommandNote { own ?? CommandNotes.notes[command] ?? CommandNote("\(title).") }

    /// All its keys, for help and palette.
    public var keyNames: String { keys.map(\.name).joined(separator: "  ") }

    /// Where it applies, for the manual.
    public var place: String {
        switch scope {
        case .everywhere: "everywhere"
        case .dialog, .only: "in dialogs"
        case .main: command.isForQueues ? "round and queue" : "round"
        case .screen(let id): id.name
        case .crosshair: "at the crosshair"
        }
    }

    /// True where the present screen, dialogs aside, has a use for it.
    public func isMeant(in host: some DialogHost) -> Bool {
        switch scope {
        case .everywhere: true
        case .dialog, .only: false
        case .crosshair: host.scopes.contains(scope)
        case .main, .screen: host.scopes.contains(scope) && host.isMeant(command)
        }
    }
}
