import RoundModel

/// A line of text being typed.
public struct TextEntry: Hashable, Sendable {
    /// The characters, at most `limit`; none of them a control.
    public private(set) var scalars: [Unicode.Scalar]
    /// Where the next character goes, 0 to the number of characters.
    public private(set) var cursor: Int
    /// The most characters that are taken; what comes beyond is dropped.
    public static let limit = 4096

    /// Begins with a text and the cursor behind it.
    public init(_ text: String = "") {
        scalars = Array(text.unicodeScalars.prefix(Self.limit))
        cursor = scalars.count
    }

    /// What to say where more is put in than fits.
    static let overflow = "this line holds \(DecimalText.grouped(limit)) characters; the rest was left out"

    /// The message of an entry that a change did not fit into; nil where it did.
    mutating func problem(of edit: TextEdit) -> String? { apply(edit) ? nil : Self.overflow }

    /// The characters as one string.
    ///
    /// - Complexity: O(characters).
    public var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Makes a change at the cursor, which never leaves the text.
    ///
    /// Controls in what is inserted are dropped, line ends among them, and so is what does not fit.
    /// - Returns: false where something did not fit.
    /// - Complexity: O(characters).
    @discardableResult
    public mutating func apply(_ edit: TextEdit) -> Bool {
        switch edit {
        case .insert(let text):
            let typed = text.unicodeScalars.lazy.filter { $0.value >= 0x20 && $0.value != 0x7F }
            let room = Self.limit - scalars.count
            let fresh = Array(typed.prefix(room + 1))
            scalars.insert(contentsOf: fresh.prefix(room), at: cursor)
            cursor += min(room, fresh.count)
            return fresh.count <= room
        case .backspace:
            guard cursor > 0 else { return true }
            cursor -= 1
            scalars.remove(at: cursor)
        case .delete:
            guard cursor < scalars.count else { return true }
            scalars.remove(at: cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(scalars.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = scalars.count
        case .clear:
            scalars.removeAll()
            cursor = 0
        }
        return true
    }
}

/// One change to a line of text.
public enum TextEdit: Hashable, Sendable {
    /// Typed or pasted text, put in at the cursor.
    case insert(String)
    /// Takes the character before or behind the cursor, or moves the cursor by one or to an end.
    case backspace, delete, left, right, home, end
    /// Takes the whole line away.
    case clear
}
