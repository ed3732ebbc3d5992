import Testing
import TextSafety

@Suite struct WrappedTextMarkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var width: Int
        var bytes: Range<Int>
        /// The columns of each row.
        var columns: [Range<Int>?]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "within a row", text: "pick the lock", width: 20, bytes: 9..<13, columns: [9..<13]),
        Case(name: "over a break", text: "pick the lock", width: 9, bytes: 5..<13, columns: [5..<8, 0..<4]),
        Case(name: "behind wide letters", text: "열쇠 key", width: 20, bytes: 7..<10, columns: [5..<8]),
        Case(name: "a wide letter", text: "열쇠 key", width: 20, bytes: 3..<6, columns: [2..<4]),
        Case(name: "a token", text: "a\u{1B}b", width: 20, bytes: 1..<2, columns: [1..<2]),
        Case(name: "a combining mark", text: "ae\u{301}b", width: 20, bytes: 2..<4, columns: [1..<2]),
        Case(name: "a tab", text: "a\tb", width: 20, bytes: 2..<3, columns: [4..<5]),
        Case(name: "another line", text: "ab\ncd", width: 20, bytes: 3..<5, columns: [nil, 0..<2]),
        Case(name: "nothing", text: "ab", width: 20, bytes: 7..<9, columns: [nil]),
    ]) func `bytes are found where they are shown`(_ given: Case) {
        let text = WrappedText(Array(given.text.utf8), width: given.width)
        #expect(text.count == given.columns.count)
        #expect((0..<text.count).map { text.columns(ofRow: $0, showing: given.bytes) } == given.columns)
    }
}
