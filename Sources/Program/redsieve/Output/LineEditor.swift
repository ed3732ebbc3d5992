import CLineEdit

/// A line of commands that can be edited: arrows, Home and End, what was typed before, and names by Tab.
///
/// It writes the prompt, what was typed and the names that it is given, and nothing else: no text of a round reaches it.
final class LineEditor {
    /// What a key comes to.
    enum Key {
        case goesOn
        case line([UInt8])
        case end
    }

    private let editor: OpaquePointer
    /// Lines that are remembered.
    static let lines = 500

    /// - Parameters:
    ///   - input: a terminal.
    ///   - output: a terminal.
    ///   - names: what Tab completes as the first word.
    /// - Returns: nil where lines cannot be edited: no terminal, or one that `TERM` calls dumb.
    init?(input: Int32, output: Int32, names: [String]) {
        guard let editor = cle_open(input, output, "> ", Int32(Self.lines)) else { return nil }
        self.editor = editor
        for name in names { cle_add_name(editor, name) }
    }

    deinit { cle_close(editor) }

    func remember(_ line: String) { cle_remember(editor, line) }

    /// Shows the prompt, and what was typed so far.
    func show() { cle_show(editor) }

    /// Lets others write until the next line is asked for.
    func hide() { cle_hide(editor) }

    /// Gives the terminal back as it was found.
    func leave() { cle_leave(editor) }

    /// Takes it again after the process was stopped.
    func resume() { cle_resume(editor) }

    /// True where part of a line was typed.
    var isTyping: Bool { cle_is_shown(editor) != 0 && cle_length(editor) > 0 }

    /// Takes a key, which must be there.
    func takeKey() -> Key {
        var text: UnsafePointer<CChar>?
        var length = 0
        switch Int(cle_take_key(editor, &text, &length)) {
        case Int(CLE_LINE):
            return .line(Array(UnsafeBufferPointer(start: text, count: length)).map(UInt8.init(bitPattern:)))
        case Int(CLE_END): return .end
        default: return .goesOn
        }
    }
}
