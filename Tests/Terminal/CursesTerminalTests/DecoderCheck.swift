import TerminalCanvas
import Testing

@testable import CursesTerminal

/// Expects that bytes mean some events, whether they come at once or, as over a slow line, in pieces.
func expectDecoded(_ bytes: String, _ events: [TerminalEvent]) {
    var (whole, pieces) = (KeyDecoder(), KeyDecoder())
    #expect(whole.feed(Array(bytes.utf8)) == events)
    #expect(!whole.isWaiting)
    #expect(bytes.utf8.flatMap { pieces.feed([$0]) } == events, "in pieces")
    #expect(!pieces.isWaiting)
}
