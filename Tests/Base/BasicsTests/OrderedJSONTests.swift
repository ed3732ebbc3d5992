import Basics
import Foundation
import Testing

struct OrderedJSONTests {
    @Test(
        arguments: [
            (OrderedJSON.null, "null"),
            (.bool(true), "true"),
            (.integer(-12), "-12"),
            (.number(0.1), "0.1"),
            (.number(2), "2.0"),
            (.number(-0.0), "-0.0"),
            (.number(.leastNonzeroMagnitude), "5e-324"),
            (.number(1.7976931348623157e308), "1.7976931348623157e+308"),
            (.number(.nan), "null"),
            (.number(-.infinity), "null"),
            (.string(""), #""""#),
            (.string("a\"b\\c\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}"), "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0000\\u001f\u{7f}\""),
            (.string("한글 é 🙂\u{2028}"), "\"한글 é 🙂\u{2028}\""),
            (.array([]), "[]"),
            (.object([]), "{}"),
            (["z": .integer(1), "a": .array([.null, .string("x")])], #"{"z":1,"a":[null,"x"]}"#),
        ] as [(OrderedJSON, String)]
    )
    func `compact`(value: OrderedJSON, text: String) {
        #expect(value.description(.compact) == text)
    }

    @Test func `pretty keeps the order and indents by two`() {
        let value: OrderedJSON = ["b": ["c": .array([.integer(1), .integer(2)])], "a": .object([]), "d": .array([])]
        let expected = """
            {
              "b": {
                "c": [
                  1,
                  2
                ]
              },
              "a": {},
              "d": []
            }
            """
        #expect(value.description(.pretty) == expected)
    }

    @Test(
        arguments: [
            ("a lone high surrogate", [0x61, 0xED, 0xA0, 0xBD, 0x62], #""a\ud83db""#),
            ("a lone low surrogate", [0xED, 0xB8, 0x80], #""\ude00""#),
            ("a stray continuation byte", [0x61, 0x80], "\"a\u{FFFD}\""),
            ("an overlong slash", [0xC0, 0xAF], "\"\u{FFFD}\u{FFFD}\""),
            ("a sequence cut short", [0xE2, 0x82], "\"\u{FFFD}\u{FFFD}\""),
            ("beyond the last scalar", [0xF4, 0x90, 0x80, 0x80], "\"\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\""),
            ("two to four bytes", [0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x99, 0x82], "\"é€🙂\""),
            ("the scalars around the surrogates", [0xED, 0x9F, 0xBF, 0xEE, 0x80, 0x80], "\"\u{D7FF}\u{E000}\""),
        ] as [(String, [UInt8], String)]
    )
    func `text of bytes`(name: String, bytes: [UInt8], expected: String) {
        #expect(OrderedJSON.text(bytes).description(.compact) == expected, "\(name)")
    }

    @Test func `canonically equal texts keep their bytes`() {
        let composed = OrderedJSON.string("\u{E9}").bytes(.compact)
        let decomposed = OrderedJSON.string("e\u{301}").bytes(.compact)
        #expect(composed == [0x22, 0xC3, 0xA9, 0x22])
        #expect(decomposed == [0x22, 0x65, 0xCC, 0x81, 0x22])
    }

    @Test func `every scalar comes back from another parser`() throws {
        let scalars = (0...0x10FFFF).lazy.compactMap(Unicode.Scalar.init).filter { $0.value % 7 == 0 || $0.value < 300 }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let written = Data(OrderedJSON.array([.string(text)]).bytes(.compact))
        let read = try JSONSerialization.jsonObject(with: written) as? [String]
        #expect(read?.first.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test func `members are found by key`() {
        let value: OrderedJSON = ["a": ["b": .integer(3)]]
        #expect(value["a"]?["b"] == .integer(3))
        #expect(value["b"] == nil)
        #expect(OrderedJSON.integer(1)["a"] == nil)
    }
}
