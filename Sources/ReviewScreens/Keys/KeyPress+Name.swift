public import TerminalCanvas

extension KeyPress {
    /// The key's name as help and hints show it: `j`, `⇧→`, `Ctrl-R`, `PgDn`.
    public var name: String {
        var text = ""
        if modifiers.contains(.control) { text += "Ctrl-" }
        if modifiers.contains(.alt) { text += "Alt-" }
        if modifiers.contains(.shift) { text += "⇧" }
        switch key {
        case .character(" "): text += "Space"
        case .character(let scalar):
            text += modifiers.contains(.control) ? String(scalar).uppercased() : String(scalar)
        case .enter: text += "Enter"
        case .escape: text += "Esc"
        case .tab: text += "Tab"
        case .backspace: text += "Backspace"
        case .delete: text += "Del"
        case .insert: text += "Ins"
        case .up: text += "↑"
        case .down: text += "↓"
        case .left: text += "←"
        case .right: text += "→"
        case .home: text += "Home"
        case .end: text += "End"
        case .pageUp: text += "PgUp"
        case .pageDown: text += "PgDn"
        case .function(let number): text += "F\(number)"
        }
        return text
    }
}
