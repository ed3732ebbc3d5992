public import RoundModel

/// What can be copied of an item.
public enum CopyForm: String, CaseIterable, Hashable, Sendable {
    /// The row as JSON, with what a terminal would act on or hide as escapes: it says the same, and is safe to paste.
    case escaped
    /// The row's own bytes.
    case raw
    /// The prompt or the response as they are shown.
    case prompt, response
    /// The id as it is shown.
    case id

    /// What is copied, for messages.
    public var title: String {
        switch self {
        case .escaped: "row, escaped"
        case .raw: "row, raw"
        case .prompt: "prompt"
        case .response: "response"
        case .id: "id"
        }
    }
}

/// The program that an item is opened in.
public enum OutsideReader: Hashable, Sendable {
    case pager, editor
}

/// What is to be done with a row outside of the screen.
public enum OutsideTask: Hashable, Sendable {
    /// A part of it goes to the clipboard.
    case copy(CopyForm)
    /// It is opened in another program: as it is shown, or in its own bytes.
    case open(OutsideReader, isRaw: Bool)
}

/// A row that is taken out of the screen, and what for.
public struct OutsideRequest: Hashable, Sendable {
    /// What to do.
    public var task: OutsideTask
    /// Which row.
    public var subject: Subject
    /// True where only prompt and response may be seen: any other field may hold a score or a call.
    public var isBlind: Bool
    /// True to spell it in ASCII.
    public var asciiOnly: Bool

    /// A row of the round.
    public enum Subject: Hashable, Sendable {
        case item(UInt32)
        case invalid(InvalidRow)
    }
}

/// A copy that no program took.
public struct LeftCopy: Hashable, Sendable {
    /// What is to be in the clipboard.
    public var text: [UInt8]
    /// What it is, for messages.
    public var title: String
    /// What went wrong before, each the name of a program and what it did.
    public var failures: [String]

    public init(text: [UInt8], title: String, failures: [String]) {
        self.text = text
        self.title = title
        self.failures = failures
    }
}

/// A pager or an editor with the file that it is to show.
public struct ProgramCall: Hashable, Sendable {
    /// The program's file.
    public var program: String
    /// Its arguments, the name that the user gave first, the file last.
    public var arguments: [String]
    /// What is in the file.
    public var content: [UInt8]
    /// True where those are the row's own bytes.
    public var isRaw: Bool
    /// What it is opened in.
    public var reader: OutsideReader

    public init(program: String, arguments: [String], content: [UInt8], isRaw: Bool, reader: OutsideReader) {
        self.program = program
        self.arguments = arguments
        self.content = content
        self.isRaw = isRaw
        self.reader = reader
    }
}
