import TestSupport
import Testing
import TextSafety

@Suite struct TextShapeTests {
    /// A text's rows, each with what stands out between marks: `[strong:…]`.
    private func rows(_ text: String, _ width: Int) -> [String] {
        let wrapped = WrappedText(Array(text.utf8), width: width, shape: TextShape(markdown: Array(text.utf8)))
        return (0..<wrapped.count).map { wrapped[$0].string }
    }

    private func styled(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TextShape(markdown: bytes).runs.map { run in
            let names: [(TextShape.Style, String)] = [
                (.heading, "heading"), (.strong, "strong"), (.emphasis, "emphasis"), (.code, "code"),
                (.struck, "struck"),
                (.quote, "quote"),
            ]
            let found = names.filter { run.style.contains($0.0) }.map(\.1).joined(separator: "+")
            return "\(found): \(String(decoding: bytes[run.bytes], as: UTF8.self))"
        }
    }

    @Test(
        arguments: [
            ("an item hangs under its text", "- one two three", 9, ["- one two", "  three"]),
            ("so does a numbered one", "10. one two", 8, ["10. one", "    two"]),
            ("and one that begins with emphasis", "* **one** two", 10, ["* **one**", "  two"]),
            ("a quotation", "> one two", 6, ["> one", "  two"]),
            ("an item in an item", "- a\n  - one two", 8, ["- a", "  - one", "    two"]),
            ("a paragraph does not hang", "one two", 4, ["one", "two"]),
            ("a hang leaves half of the row", "> > > > one two", 8, ["> > > >", "    one", "    two"]),
            ("code stays in its row", "```\nlet a = b\n```", 5, ["```", "let a = b", "```"]),
            ("indented code as well", "a\n\n    let a = b", 5, ["a", "", "    let a = b"]),
            ("a fence that is not closed is broken", "```\nlet a = b", 5, ["```", "let a", "= b"]),
            (
                "a table stays", "| a | b |\n|---|---|\n| 1 | 2 |\nc d e", 4,
                ["| a | b |", "|---|---|", "| 1 | 2 |", "c d", "e"]
            ),
            ("bars alone are no table", "a | b | c", 5, ["a | b", "| c"]),
            ("a long word in an item", "- abcdefgh", 5, ["- abc", "  def", "  gh"]),
            ("no markdown at all", "", 5, []),
        ] as [(String, String, Int, [String])]
    ) func `lines are set by what they are`(_ name: String, _ text: String, _ width: Int, _ expected: [String]) {
        #expect(rows(text, width) == expected, "\(name)")
    }

    @Test(
        arguments: [
            ("# Head", ["heading: Head"]),
            ("a **b** c", ["strong: b"]),
            ("*a* ~~b~~ `c`", ["emphasis: a", "struck: b", "code: c"]),
            ("> a", ["quote: a"]),
            ("***a***", ["strong+emphasis: a"]),
            ("a * b * c", []),
            ("```\na\n```", ["code: a"]),
            ("<b>a</b>", []),
            ("[a]: /b \"c\"", []),
        ] as [(String, [String])]
    ) func `what stands out`(_ text: String, _ expected: [String]) {
        #expect(styled(text) == expected)
    }

    @Test func `a line that is too wide to be code is broken`() {
        let wide = String(repeating: "a ", count: TextShape.widestLine)
        #expect(rows("```\n\(wide)\n```", 80).count > 40)
    }

    @Test func `every byte is drawn, whatever its shape`() {
        var random = SeededGenerator(seed: 7)
        let parts = [
            "- ", "> ", "# ", "```", "\n", "    ", "| a |", "|---|", "**", "_", "`", "a", "bc ", "é", "漢", "\u{1F600}",
            "[", "](", "\r", "~~", "\\",
        ]
        for _ in 0..<150 {
            let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }
            .joined()
            let bytes = Array(text.utf8)
            let width = Int.random(in: 1...20, using: &random)
            let shaped = WrappedText(bytes, width: width, shape: TextShape(markdown: bytes))
            let shown = (0..<shaped.count).map { shaped[$0].string }.joined()
            let plain = SafeText.lines(of: bytes).map(\.string).joined()
            let (a, b) = (shown.filter { $0 != " " }, plain.filter { $0 != " " })
            if width > 1 { #expect(a == b, "\(text.debugDescription) at \(width)") }
            for row in 0..<shaped.count where !shaped.isUnwrapped(row: row) {
                #expect(shaped[row].width <= width, "\(text.debugDescription) at \(width)")
            }
        }
    }

    @Test func `what is made to cost much costs little`() {
        let texts = [
            String(repeating: "> ", count: 100_000), String(repeating: "**a _b ", count: 50_000),
            String(repeating: "[", count: 200_000),
            (0..<1_500).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
            "|" + String(repeating: "a|", count: 20_000) + "\n|" + String(repeating: "-|", count: 20_000) + "\n"
                + String(repeating: "|x\n", count: 20_000),
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            let wrapped = WrappedText(bytes, width: 80, shape: TextShape(markdown: bytes))
            #expect(wrapped.count > 0)
        }
    }

    @Test func `a wide row moves sideways`() {
        let text = Array("```\nab漢d = e\n```".utf8)
        let wrapped = WrappedText(text, width: 4, shape: TextShape(markdown: text))
        #expect(wrapped.isUnwrapped(row: 1) && !wrapped.isUnwrapped(row: 0))
        #expect(wrapped.widest == 9)
        #expect(wrapped.row(1, from: 2).string == "漢d = e")
        #expect(wrapped.row(1, from: 3).string == " d = e")
        #expect(wrapped.columns(ofRow: 1, showing: 9..<10) == 4..<5)
    }

    @Test func `a row that hangs tells the columns of its bytes`() {
        let text = Array("- one two".utf8)
        let wrapped = WrappedText(text, width: 6, shape: TextShape(markdown: text))
        #expect(wrapped[1].string == "  two")
        #expect(wrapped.columns(ofRow: 1, showing: 6..<9) == 2..<5)
        #expect(wrapped.bytes(ofRow: 1) == 6..<9)
    }

    @Test func `runs over bytes are those that have a part in them`() {
        let shape = TextShape(runs: [.init(0..<2, .strong), .init(4..<6, .code), .init(8..<9, .quote)])
        #expect(shape.runs(over: 1..<5).map(\.style) == [.strong, .code])
        #expect(shape.runs(over: 2..<4).isEmpty)
        #expect(shape.runs(over: 8..<20).map(\.style) == [.quote])
    }
}
