import TerminalCanvas
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct MouseReportTests {
    private static func mouse(
        _ kind: MouseEvent.Kind,
        _ x: Int,
        _ y: Int,
        _ modifiers: KeyPress.Modifiers = []
    ) -> TerminalEvent { .mouse(MouseEvent(kind, x: x, y: y, modifiers)) }

    static let cases: [(bytes: String, events: [TerminalEvent])] = [
        ("\u{1B}[<0;1;1M\u{1B}[<0;1;1m", [mouse(.press(.left), 0, 0), mouse(.release, 0, 0)]),
        ("\u{1B}[<1;2;3M\u{1B}[<2;300;200M", [mouse(.press(.middle), 1, 2), mouse(.press(.right), 299, 199)]),
        ("\u{1B}[<32;12;3M\u{1B}[<34;1;1M", [mouse(.drag(.left), 11, 2), mouse(.drag(.right), 0, 0)]),
        (
            "\u{1B}[<64;5;6M\u{1B}[<65;5;6M",
            [mouse(.wheel(.up, notches: 1), 4, 5), mouse(.wheel(.down, notches: 1), 4, 5)]
        ),
        (
            "\u{1B}[<66;5;6M\u{1B}[<67;5;6M",
            [mouse(.wheel(.left, notches: 1), 4, 5), mouse(.wheel(.right, notches: 1), 4, 5)]
        ),
        (
            "\u{1B}[<20;1;1M\u{1B}[<8;1;1M",
            [mouse(.press(.left), 0, 0, [.control, .shift]), mouse(.press(.left), 0, 0, .alt)]
        ),
        ("\u{1B}[<128;1;1M", [mouse(.press(.other), 0, 0)]),
        // Outside, and beyond all screens.
        ("\u{1B}[<0;0;0M", [mouse(.press(.left), -1, -1)]),
        ("\u{1B}[<0;99999999999999999999;7M", [mouse(.press(.left), 999_999_998, 6)]),
        // Motion without a button is not wanted, and not told.
        ("\u{1B}[<35;4;4Mq", [.key(.character("q"))]),
        // What is no report is nothing, and no key.
        ("\u{1B}[<Mq\u{1B}[<;;Mq\u{1B}[<1;2Mq", Array(repeating: .key(.character("q")), count: 3)),
        ("\u{1B}[<1;2;3;4Mq\u{1B}[<-1;2;3Mq\u{1B}[<?;2;3mq", Array(repeating: .key(.character("q")), count: 3)),
        ("\u{1B}[<0;1;1Xq", [.key(.character("q"))]),
        // One that is cut short by a key, or by the next one.
        ("\u{1B}[<0;1\rq", [.key(KeyPress(.enter)), .key(.character("q"))]),
        ("\u{1B}[<0;1\u{1B}[<0;1;1M", [mouse(.press(.left), 0, 0)]),
        // The encoding of old: three bytes that must not be keys.
        ("\u{1B}[M !!\u{1B}[M#!!q", [mouse(.press(.left), 0, 0), mouse(.release, 0, 0), .key(.character("q"))]),
        ("\u{1B}[M`q1x", [mouse(.wheel(.up, notches: 1), 80, 16), .key(.character("x"))]),
    ]

    @Test(arguments: cases.indices)
    func `decodes, at once and in pieces`(_ index: Int) {
        let (bytes, events) = Self.cases[index]
        expectDecoded(bytes, events)
    }

    @Test(arguments: [1, 7, 100, 5000])
    func `a report that never ends is no keys, and what comes behind it is`(pieceLength: Int) {
        var decoder = KeyDecoder()
        var bytes = Array("\u{1B}[<".utf8) + Array(repeating: UInt8(ascii: "1"), count: 9000)
        bytes += Array("M".utf8) + Array("q".utf8)
        var events: [TerminalEvent] = []
        for start in stride(from: 0, to: bytes.count, by: pieceLength) {
            events += decoder.feed(bytes[start..<min(bytes.count, start + pieceLength)])
        }
        #expect(events == [.key(.character("q"))])
        #expect(!decoder.isWaiting)
    }

    @Test func `a control ends a report without end`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[<".utf8) + Array(repeating: UInt8(ascii: ";"), count: 500)).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.feed([3]) == [.key(.control("c"))])
    }

    @Test func `what is left of a report when nothing more comes is nothing`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[<0;12".utf8)).isEmpty)
        #expect(decoder.isAmidReport)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
    }

    /// The rest of it would be `[<0;2;1M` as keys, were the escape taken for the Escape key.
    @Test func `a report behind another one may be cut right behind its escape`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[<0;1;1M\u{1B}".utf8)).count == 1)
        #expect(decoder.isAmidReport)
        #expect(decoder.feed(Array("[<0;2;1M".utf8)) == [Self.mouse(.press(.left), 1, 0)])
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(!decoder.isAmidReport)
    }

    @Test func `random bytes never trap, and lose no key behind them`() {
        var generator = SeededGenerator(seed: 6)
        let letters = Array("\u{1B}[<M0;1m9\u{7F}\u{C3}x~".utf8) + [0xFF]
        for _ in 0..<2000 {
            var decoder = KeyDecoder()
            let length = Int.random(in: 1...80, using: &generator)
            let bytes = (0..<length).map { _ in letters.randomElement(using: &generator) ?? 0 }
            _ = decoder.feed(bytes)
            _ = decoder.flush()
            #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
        }
    }

    @Test func `of motions the last one counts, and notches add up`() {
        let motion = MouseEvent(.drag(.left), x: 1, y: 1)
        let further = MouseEvent(.drag(.left), x: 9, y: 2)
        #expect(motion.merged(with: further) == further)
        #expect(motion.merged(with: MouseEvent(.drag(.right), x: 9, y: 2)) == nil)
        #expect(motion.merged(with: MouseEvent(.release, x: 9, y: 2)) == nil)
        let press = MouseEvent(.press(.left), x: 1, y: 1)
        #expect(press.merged(with: press) == nil)
        let notch = MouseEvent(.wheel(.down, notches: 2), x: 1, y: 1)
        let sum = MouseEvent(.wheel(.down, notches: 5), x: 4, y: 4)
        #expect(notch.merged(with: MouseEvent(.wheel(.down, notches: 3), x: 4, y: 4)) == sum)
        #expect(notch.merged(with: MouseEvent(.wheel(.up, notches: 3), x: 4, y: 4)) == nil)
    }
}
