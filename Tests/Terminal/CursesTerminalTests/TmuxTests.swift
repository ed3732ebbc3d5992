import TestSupport
import Testing

/// The multiplexer that most reviewers sit in.
@Suite(.serialized, .enabled(if: Tmux.isInstalled)) struct TmuxTests {
    static let flags = "#{alternate_on} #{mouse_any_flag} #{cursor_flag}"

    private func keys(terminal: String = "tmux-256color", after: String? = nil) throws -> Tmux {
        let command = "'\(BuiltProduct.path("terminal-probe"))' keys"
        let tmux =
            if let after { try Tmux(command, after: after, terminal: terminal) } else {
                try Tmux(command, terminal: terminal)
            }
        try tmux.waitFor("80x24")
        return tmux
    }

    @Test(arguments: ["tmux-256color", "screen-256color"])
    func `keys and flags`(terminal: String) throws {
        let tmux = try keys(terminal: terminal)
        try tmux.waitFor(Self.flags, toBe: "1 0 0")
        let pressed = [
            ("Left", "left"), ("S-Right", "shift-right"), ("Home", "home"), ("PageUp", "pageUp"), ("F1", "f1"),
            ("C-c", "control-c"), ("M-x", "alt-x"), ("BSpace", "backspace"), ("Escape", "escape"), ("Enter", "enter"),
            ("DC", "delete"), ("BTab", "shift-tab"),
        ]
        for (index, (key, name)) in pressed.enumerated() {
            try tmux.press(key)
            try tmux.waitFor("\(index + 1) \(name)\n")
        }
        try tmux.press("q")
        #expect(try tmux.waitForExit() == 0)
        try tmux.waitFor(Self.flags, toBe: "0 0 1")
    }

    @Test func `sizes are followed`() throws {
        let tmux = try keys()
        for (columns, rows) in [(60, 16), (200, 60), (10, 3), (120, 36)] {
            try tmux.resize(columns: columns, rows: rows)
            try tmux.waitFor("\(columns)x\(rows)".prefix(columns).description)
        }
    }

    @Test func `a trap leaves a shell that can be used`() throws {
        let tmux = try keys(after: "exec env PS1='ready$ ' bash --norc -i")
        try tmux.press("C-t")
        try tmux.waitFor("ready$")
        try tmux.type("echo 1 and $((1+1))")
        try tmux.press("Enter")
        try tmux.waitFor("1 and 2\n")
        try tmux.waitFor(Self.flags, toBe: "0 0 1")
    }
}
