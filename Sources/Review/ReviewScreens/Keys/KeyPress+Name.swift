public import TerminalCanvas

extension KeyPress {
    /// The key's name as help and hints show it: `j`, `⇧→`, `Ctrl-R`, `PgDn`.
    public var name: String { spelled(isPlain: false) }

    /// The key's name in ASCII, as a configuration file writes it: `Shift-Right`.
    public var plainName: String { spelled(isPlain: true) }

    private func spelled(isPlain: Bool) -> String {
        var text = ""
        if modifiers.contains(.control) { text += "Ctrl-" }
        if modifiers.contains(.alt) { text += "Alt-" }
        if modifiers.contains(.shift) { text += isPlain ? "Shift-" : "⇧" }
        switch key {
        case .character(" "): return text + "Space"
        case .character(let scalar):
            return text + (modifiers.contains(.control) ? String(scalar).uppercased() : String(scalar))
        case .function(let number): return text + "F\(number)"
        default: break
        }
        guard let named = Self.named.first(where: { $0.key == key }) else { return text }
        return text + (isPlain ? named.plain : named.shown)
    }

    /// Keys with a name of their own; `shown` is for people, `plain` for files.
    private static let named: [(key: Key, shown: String, plain: String)] = [
        (.enter, "Enter", "Enter"), (.escape, "Esc", "Esc"), (.tab, "Tab", "Tab"),
        (.backspace, "Backspace", "Backspace"), (.delete, "Del", "Del"), (.insert, "Ins", "Ins"), (.up, "↑", "Up"),
        (.down, "↓", "Down"), (.left, "←", "Left"), (.right, "→", "Right"), (.home, "Home", "Home"),
        (.end, "End", "End"), (.pageUp, "PgUp", "PgUp"), (.pageDown, "PgDn", "PgDn"),
    ]

    /// The key that a name means, as `name` or `plainName` gives it, in any case but for single characters.
    ///
    /// - Returns: nil where it means none, and where terminals cannot tell it from another (`Ctrl-I` is Tab).
    public init?(named name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        // A single `-` or `⇧` is a key of its own.
        while rest.count > 1 {
            if rest.first == "⇧" {
                modifiers.insert(.shift)
                rest = rest.dropFirst()
                continue
            }
            guard
                let prefix = [("ctrl-", Modifiers.control), ("alt-", .alt), ("shift-", .shift)]
                    .first(where: { rest.lowercased().hasPrefix($0.0) && rest.count > $0.0.count })
            else { break }
            modifiers.insert(prefix.1)
            rest = rest.dropFirst(prefix.0.count)
        }
        guard let key = Self.key(named: String(rest), isControl: modifiers.contains(.control)) else { return nil }
        if case .character(let scalar) = key {
            guard !modifiers.contains(.shift) else { return nil }
            if modifiers.contains(.control), !Self.controllable.contains(scalar) { return nil }
        }
        self.init(key, modifiers)
    }

    /// Letters that reach a program with Control held as themselves: H, I, J and M come as other keys, S and Q may stop
    /// the terminal.
    private static let controllable = Set("abcdefgklnoprtuvwxyz".unicodeScalars)

    private static func key(named name: String, isControl: Bool) -> Key? {
        if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first {
            if let named = named.first(where: { $0.shown == name }) { return named.key }
            guard scalar.value > 0x20, scalar.value != 0x7F, !(0x80..<0xA0).contains(scalar.value) else { return nil }
            return .character(isControl ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar)
        }
        let lower = name.lowercased()
        if lower == "space" { return .character(" ") }
        if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
            return .function(number)
        }
        return named.first { $0.plain.lowercased() == lower || $0.shown.lowercased() == lower }?.key
    }
}
