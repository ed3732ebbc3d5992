import Testing

@testable import TextSafety

@Suite struct HiddenScalarTests {
    @Test func `what is hidden is never shown as itself`() {
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value), scalar.isHidden else { continue }
            switch ScalarClass(scalar) {
            case .token, .tag: continue
            case .narrow, .wide, .mark, .blank, .wideBlank, .jamo: Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }

    @Test(arguments: [
        "\u{0}", "\u{7F}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{3164}", "\u{E0041}",
    ])
    func `controls, orders and fillers are hidden`(_ scalar: Unicode.Scalar) { #expect(scalar.isHidden) }

    @Test(arguments: ["a", " ", "\u{A0}", "é", "한", "א", "\u{301}", "🙂", "\u{1F3FD}"])
    func `letters, marks, blanks and pictures are not`(_ scalar: Unicode.Scalar) { #expect(!scalar.isHidden) }
}
