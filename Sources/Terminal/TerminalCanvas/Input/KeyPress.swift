/// One key as the user pressed it.
public struct KeyPress: Hashable, Sendable {
    /// The key without what was held.
    public var key: Key
    /// What was held with it; never Shift with a character.
    public var modifiers: Modifiers

    public init(_ key: Key, _ modifiers: Modifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// A key of the keyboard, as far as terminals tell them apart.
    public enum Key: Hashable, Sendable {
        /// A printable character, as typed: Shift is in the character itself.
        case character(Unicode.Scalar)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right
        case home, end, pageUp, pageDown
        /// F1 to F12.
        case function(Int)
    }

    /// Keys that change the meaning of another.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// One bit a modifier.
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Shift, for keys that are no character.
        public static let shift = Modifiers(rawValue: 1)
        /// Control; with a letter, the letter is in lower case.
        public static let control = Modifiers(rawValue: 2)
        /// Alt or Meta: terminals send it as Escape before the key.
        public static let alt = Modifiers(rawValue: 4)
    }

    /// A plain character key.
    public static func character(_ scalar: Unicode.Scalar) -> KeyPress {
        KeyPress(.character(scalar))
    }

    /// A character with Control held, such as `control("c")`.
    public static func control(_ scalar: Unicode.Scalar) -> KeyPress {
        KeyPress(.character(scalar), .control)
    }
}
