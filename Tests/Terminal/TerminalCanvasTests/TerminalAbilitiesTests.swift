import TerminalCanvas
import Testing

@Suite struct TerminalAbilitiesTests {
    @Test(arguments: [
        ("xterm-256color", LocaleEncoding.own, DrawingLevel.braille), ("tmux-256color", .substitute, .braille),
        ("vte-256color", .own, .braille), ("linux", .own, .blocks), ("linux-16color", .substitute, .blocks),
        ("vt100", .own, .blocks), ("vt100", .substitute, .ascii), ("vt220-w", .substitute, .ascii),
        ("ansi", .substitute, .ascii), ("xterm", .none, .ascii), ("linux", .none, .ascii), ("", .own, .braille),
    ]) func `what can be drawn follows from terminal and locale`(
        _ term: String,
        _ locale: LocaleEncoding,
        _ level: DrawingLevel
    ) {
        #expect(DrawingLevel(term: term, locale: locale) == level)
    }
}
