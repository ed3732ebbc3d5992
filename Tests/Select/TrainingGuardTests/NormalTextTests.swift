import Testing

@testable import TrainingGuard

@Suite struct NormalTextTests {
    private func form(_ text: String) -> String { form(Array(text.utf8)) }

    private func form(_ bytes: [UInt8]) -> String {
        let text = NormalText()
        bytes.withUnsafeBytes { text.take($0) }
        return String(decoding: text.utf8, as: UTF8.self)
    }

    @Test(arguments: [
        ("", ""), ("   ", ""), ("?!", ""), ("How do I pick a lock?", "how do i pick a lock"),
        ("  How\tdo\nI  \u{201C}pick\u{201D} a lock\u{2026}", "how do i pick a lock"),
        ("how\u{200B} do\u{200D} i\u{FEFF} pick a lo\u{AD}ck", "how do i pick a lock"),
        ("STRASSE", "strasse"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("Οδυσσεύς", "οδυσσεύσ"), ("cafe\u{301}", "café"), ("CAFÉ", "café"), ("don't", "don t"),
        ("2+2=4", "2 2 4"), ("\u{212A}elvin", "kelvin"), ("ｆｕｌｌ", "ｆｕｌｌ"), ("🔪 lock 🔪", "lock"),
        ("👨\u{200D}👩\u{200D}👧", ""), ("각", "각"), ("\u{1100}\u{1161}\u{11A8}", "각"), ("가\u{11A8}", "각"),
        ("자물쇠를 여는 법?", "자물쇠를 여는 법"), ("鍵の開け方。", "鍵の開け方"), ("\u{130}", "i\u{307}"),
        ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("a\u{0}b", "a b"), ("नमस्ते", "नमस्ते"), ("ﬁre", "fire"),
    ])
    func `case, punctuation, spaces, hidden characters and compositions make no difference`(
        _ text: String,
        _ form: String
    ) {
        #expect(Array(self.form(text).unicodeScalars) == Array(form.unicodeScalars))
        #expect(Array(self.form(form).unicodeScalars) == Array(form.unicodeScalars), "a form is its own form")
    }

    @Test func `bytes that are no text count as symbols`() {
        #expect(form([0x61, 0xFF, 0x62]) == "a b")
        #expect(form([0xED, 0xA0, 0xBD]) == "")
        #expect(form([0x61, 0xED, 0xA0, 0xBD, 0xC3]) == "a")
    }

    @Test func `any number of marks is put in order in time that grows with the text alone`() {
        let marks = String(repeating: "\u{307}\u{323}", count: 100_000)
        let scalars = Array(form("q" + marks).unicodeScalars)
        #expect(scalars.count == 200_001)
        #expect(scalars[1...100_000].allSatisfy { $0 == "\u{323}" })
    }

    @Test func `a form that was kept is taken as it is`() {
        let text = NormalText()
        Array("Straße 각 🔪 naïve".utf8).withUnsafeBytes { text.take($0) }
        let codes = Array(text.codes)
        let kept = text.utf8
        kept.withUnsafeBytes { text.take(form: $0) }
        #expect(Array(text.codes) == codes)
        #expect(text.words == 3)
    }
}
