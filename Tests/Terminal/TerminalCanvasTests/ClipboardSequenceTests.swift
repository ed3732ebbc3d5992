import TerminalCanvas
import Testing

@Suite struct ClipboardSequenceTests {
    private func sequence(_ text: String, _ multiplexer: ClipboardSequence.Multiplexer) -> String? {
        ClipboardSequence.bytes(for: Array(text.utf8), within: multiplexer).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
        ("\u{1B}]\u{7F}é", "G11/w6k="),
    ]) func `the text is base64, and nothing of it is left`(_ text: String, _ coded: String) {
        #expect(sequence(text, .none) == "\u{1B}]52;c;\(coded)\u{7}")
    }

    @Test func `tmux and screen get it wrapped`() {
        #expect(sequence("foo", .tmux) == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
        #expect(sequence("foo", .screen) == "\u{1B}P\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
        let long = String(repeating: "x", count: 3000)
        let pieces = sequence(long, .screen)?.split(separator: "\u{1B}\\") ?? []
        #expect(pieces.count == 7 && pieces.allSatisfy { $0.utf8.count <= 602 && $0.hasPrefix("\u{1B}P") })
        #expect(pieces.map { String($0.dropFirst(2)) }.joined() == sequence(long, .none))
    }

    @Test func `more than terminals take is refused`() {
        let most = ClipboardSequence.mostBytes
        #expect(sequence(String(repeating: "x", count: most), .none)?.utf8.count == 8 + most / 3 * 4)
        #expect(sequence(String(repeating: "x", count: most + 1), .none) == nil)
    }

    @Test func `the multiplexer is told by its variable`() {
        #expect(ClipboardSequence.Multiplexer { $0 == "TMUX" ? "/tmp/t,1,0" : nil } == .tmux)
        #expect(ClipboardSequence.Multiplexer { $0 == "STY" ? "1.pts" : "" } == .screen)
        #expect(ClipboardSequence.Multiplexer { _ in nil } == .none)
    }
}
