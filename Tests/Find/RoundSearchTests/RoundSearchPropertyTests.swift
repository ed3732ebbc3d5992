import RoundFiles
import RoundModel
import TestSupport
import Testing

@testable import RoundSearch

@Suite struct RoundSearchPropertyTests {
    /// Regular expressions whose meaning RE2 and Foundation agree on.
    static let expressions = [
        "bomb", "Bomb", "b.mb", "^a", "k$", "(ask|bomb)", "[é-ü]+", "a *s", "\\x{e9}", "s[^\\n]*k",
        "\\\\u00",
        "(?i)ASK", "(a|b)(k|s)", "σ", "Σ", "ж+", "\\t|\\n\\n", "\"+", "/", "ask?", "\\x00", "🙂.",
        "a{2,}", "^$",
        "\u{10428}", "prompt|a,b",
    ]

    @Test(arguments: 0..<60) func `finds what a plain search of the decoded texts finds`(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let folder = try TestFolder()
        var texts: [RandomTexts.Text] = []
        let isDelimited = seed % 3 == 2
        let paths = try (0..<Int.random(in: 1...3, using: &random)).map { shard in
            try write(shard: shard, isDelimited: isDelimited, in: folder, noting: &texts, using: &random)
        }
        let round = try loadRound(paths, blockSize: [64, 700, 1 << 20].randomElement(using: &random) ?? 64)

        var patterns = try Self.expressions.map { try TextPattern($0, isRegex: true) }
        for _ in 0..<60 {
            let needle = RandomTexts.needle(in: texts, using: &random)
            if !needle.isEmpty { patterns.append(try TextPattern(needle)) }
        }
        for pattern in patterns {
            let settings = SearchSettings.tiny(
                pieceSize: [1, 300, 1 << 18].randomElement(using: &random) ?? 1,
                workers: Int.random(in: 1...3, using: &random)
            )
            let start = Int.random(in: -1...round.columns.count, using: &random)
            let found = try RoundSearch.find(pattern, in: round, startingAt: start, settings: settings)
            #expect(found.isComplete)
            #expect(found.hits.items == (try PlainSearch.items(pattern, in: round)), "\(pattern.text.debugDescription)")
        }
    }

    @Test(arguments: 0..<40) func `ranges are where a plain search finds the pattern first, and again behind it`(
        _ seed: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        // Whole characters only: half a pair has no spelling in a pattern.
        let text = String(decoding: RandomTexts.text(using: &random), as: UTF16.self)
        let needle = RandomTexts.needle(in: [Array(text.utf16)], using: &random)
        guard !needle.isEmpty, needle.contains(where: \.isUppercase) else { return }
        let bytes = Array(text.utf8)
        var expected: [Range<Int>] = []
        var at = 0
        while at + needle.utf8.count <= bytes.count {
            if bytes[at...].starts(with: needle.utf8) {
                expected.append(at..<at + needle.utf8.count)
                at += needle.utf8.count
            } else {
                at += 1
            }
        }
        #expect(TextMatcher.ranges(of: try TextPattern(needle), in: bytes) == expected)
    }

    private func write(
        shard: Int,
        isDelimited: Bool,
        in folder: TestFolder,
        noting texts: inout [RandomTexts.Text],
        using random: inout SeededGenerator
    ) throws -> String {
        let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        var file = isDelimited ? "id,prompt,response,safety,helpfulness,note" + lineEnd : ""
        for number in 0..<Int.random(in: 1..<40, using: &random) {
            let row = (0..<3).map { _ in RandomTexts.text(using: &random) }
            texts += row.prefix(2)
            if number > 0, Int.random(in: 0..<8, using: &random) == 0 {
                // An invalid row, full of what is looked for.
                file += (isDelimited ? "bomb,ask" : #"{"prompt":"bomb ask é"}"#) + lineEnd
            } else if isDelimited {
                let fields = row.map { RandomTexts.delimited($0, using: &random) }
                file += "\(number),\(fields[0]),\(fields[1]),0.5,0.25,\(fields[2])" + lineEnd
            } else {
                let fields = row.map { RandomTexts.json($0, using: &random) }
                let members = [
                    #""prompt":"# + fields[0], #""response": "# + fields[1], #""safety":0.5"#, #""helpfulness":1"#,
                    #""note":{"prompt":\#(fields[2])}"#,
                ].shuffled(using: &random)
                file += "{\(members.joined(separator: ", "))}" + lineEnd
            }
        }
        return try folder.write(file, to: "round-\(shard)." + (isDelimited ? "csv" : "jsonl"))
    }
}
