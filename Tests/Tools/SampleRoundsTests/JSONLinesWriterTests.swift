import Testing

@testable import SampleRounds

@Suite struct JSONLinesWriterTests {
    static func item(_ oddity: RowOddity?, response: String = "No.\nNever, \"ever\".") -> SampleItem {
        SampleItem(
            id: "r2-00001",
            prompt: "How?",
            response: response,
            safety: Score(0.9312, places: 4),
            helpfulness: Score(0.4, places: 4),
            category: "gossip",
            attackStyle: "direct",
            parentPrompt: "Why?",
            isCopy: false,
            oddity: oddity
        )
    }

    private static let start = #"{"id":"r2-00001","prompt":"How?","response":"No.\nNever, \"ever\".","#
    private static let end = #","category":"gossip","attack_style":"direct","parent_prompt":"Why?"}"#

    @Test(
        arguments: [
            (nil, #""safety_score":0.9312,"helpfulness_score":0.4"#),
            (.nullSafety, #""safety_score":null,"helpfulness_score":0.4"#),
            (.nanSafety, #""safety_score":NaN,"helpfulness_score":0.4"#),
            (.missingHelpfulness, #""safety_score":0.9312"#),
            (.wordHelpfulness, #""safety_score":0.9312,"helpfulness_score":"quite high""#),
            (.quotedSafety, #""safety_score":"0.9312","helpfulness_score":0.4"#),
            (.quotedHelpfulness, #""safety_score":0.9312,"helpfulness_score":"0.4""#),
        ] as [(RowOddity?, String)]
    )
    func `writes the scores`(oddity: RowOddity?, scores: String) {
        let bytes = JSONLinesWriter.bytes(SampleRound(number: 2, items: [Self.item(oddity)]))
        #expect(String(decoding: bytes, as: UTF8.self) == Self.start + scores + Self.end + "\n")
    }

    @Test func `a truncated row ends inside its response`() {
        let bytes = JSONLinesWriter.bytes(
            SampleRound(number: 2, items: [Self.item(.truncated, response: "Never, no.")])
        )
        let line = String(decoding: bytes, as: UTF8.self)
        #expect(line.hasPrefix(#"{"id":"r2-00001","prompt":"How?","#))
        #expect(!line.contains("safety_score"))
        #expect(!line.contains("no.\""))
        #expect(line.hasSuffix("\n"))
    }

    @Test(
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\t\r\n", #""\t\r\n""#), ("\u{1B}[0m\u{0}", #""\u001b[0m\u0000""#),
            ("é😀\u{9B}", "\"é😀\u{9B}\""),
        ]
    )
    func `strings are escaped as JSON demands`(text: String, expected: String) {
        var bytes: [UInt8] = []
        SampleJSON.append(text, to: &bytes)
        #expect(Array(expected.utf8) == bytes)
    }

    @Test func `everything beyond ASCII is escaped on demand`() {
        var bytes: [UInt8] = []
        SampleJSON.append("é😀\u{202E}", to: &bytes, escapingAll: true)
        #expect(String(decoding: bytes, as: UTF8.self) == #""\u00e9\ud83d\ude00\u202e""#)
    }
}
