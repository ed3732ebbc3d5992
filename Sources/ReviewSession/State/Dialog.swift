public import RoundModel

/// What can lie over the screen and take the keys.
public enum Dialog: Hashable, Sendable {
    /// The value of a threshold is being typed.
    case threshold(ThresholdName, TextEntry, problem: String?)
    case export(ExportDialog)
    /// The keys, scrolled down by some lines.
    case help(scroll: Int)
    /// Asks before leaving while an export runs.
    case confirmQuit
}

/// A line of text being typed.
public struct TextEntry: Hashable, Sendable {
    public private(set) var scalars: [Unicode.Scalar]
    /// Where the next character goes, 0 to the number of characters.
    public private(set) var cursor: Int
    /// The longest text that is taken.
    public static let limit = 4096

    public init(_ text: String = "") {
        scalars = Array(text.unicodeScalars.prefix(Self.limit))
        cursor = scalars.count
    }

    public var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    public mutating func apply(_ edit: TextEdit) {
        switch edit {
        case .insert(let text):
            let room = Self.limit - scalars.count
            let fresh = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(max(0, room))
            scalars.insert(contentsOf: fresh, at: cursor)
            cursor += fresh.count
        case .backspace:
            guard cursor > 0 else { return }
            cursor -= 1
            scalars.remove(at: cursor)
        case .delete:
            guard cursor < scalars.count else { return }
            scalars.remove(at: cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(scalars.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = scalars.count
        case .clear:
            scalars.removeAll()
            cursor = 0
        }
    }
}

/// One change to a line of text.
public enum TextEdit: Hashable, Sendable {
    case insert(String)
    case backspace, delete, left, right, home, end
    /// Takes the whole line away.
    case clear
}
