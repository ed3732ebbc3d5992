import Testing
import TextSafety

import struct Foundation.Data
import class Foundation.JSONSerialization
import class Foundation.NSDictionary

@Suite struct SafeJSONTests {
    private func safe(_ text: String, asciiOnly: Bool = false) -> String {
        String(decoding: SafeJSON.line(Array(text.utf8), asciiOnly: asciiOnly), as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"a":"b\n\u001b"}"#, #"{"a":"b\n\u001b"}"#), ("{\"a\":\t1\r}", "{\"a\": 1 }"),
        ("\"\u{7F}\u{9B}\u{202E}\u{200B}\u{FEFF}\"", #""\u007f\u009b\u202e\u200b\ufeff""#),
        ("\"\u{E0041}\"", #""\udb40\udc41""#), ("\"\u{A0}é中🙂\"", "\"\\u00a0é中🙂\""),
        ("\"नि\"", "\"नि\""),
    ]) func `what acts or hides is an escape, the rest stays`(_ given: String, _ expected: String) {
        #expect(safe(given) == expected)
    }

    @Test func `bytes that are no character, and halves of one`() {
        #expect(
            String(decoding: SafeJSON.line([0x22, 0xFF, 0xED, 0xA0, 0xBD, 0x22]), as: UTF8.self) == #""\ufffd\ud83d""#
        )
    }

    @Test func `it says the same`() throws {
        let text = "{\"a\\\"b\": [\"\u{202E}x\u{AD}🙂é\\t\", \t 1.5e3, null, true],\t\"\u{200B}\": {}}"
        for asciiOnly in [false, true] {
            let line = safe(text, asciiOnly: asciiOnly)
            let one = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
            let other = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
            #expect(one != nil && one == other, "\(line)")
            #expect(!asciiOnly || line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        }
    }

    @Test func `text of several lines keeps its lines and blanks, and hides nothing`() {
        let text = "{\n  \"a\": \"\u{202E}x\u{A0}\u{E0041}é\u{1F3FD}\"\n}"
        #expect(SafeJSON.text(text) == "{\n  \"a\": \"\\u202ex\u{A0}\\udb40\\udc41é\u{1F3FD}\"\n}")
    }
}
