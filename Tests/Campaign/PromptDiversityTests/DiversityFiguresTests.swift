import Foundation
import PromptDiversity
import Testing

struct DiversityFiguresTests {
    /// What plain Python gives for some sets of texts (`Vectors/make_vectors.py`).
    struct Case: Decodable {
        var texts: [String]
        var words: [Int]
        var bleu: [String: [Double]]
        var distinct: [String: Double]
        var overlap: Double
        var firstAgainstSecond: Double
    }

    static func cases() throws -> [Case] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Vectors/diversity.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([Case].self, from: Data(contentsOf: file))
    }

    private static func isNear(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return false }
        return abs(found - expected) < 1e-12
    }

    @Test func `every measure is that of plain Python`() throws {
        for one in try Self.cases() {
            let texts = one.texts.map { Array($0.utf8) }
            let tokens = PromptTokens(texts)
            #expect(tokens.sentences.map(\.count) == one.words, "\(one.texts)")
            for order in 1...5 {
                let found = BLEU.againstOthers(tokens, order: order)
                let expected = try #require(one.bleu["\(order)"])
                for (one, other) in zip(found, expected) { #expect(Self.isNear(one, other), "\(order)") }
            }
            let figures = try #require(DiversityFigures(texts))
            for (place, length) in DiversityFigures.lengths.enumerated() {
                #expect(Self.isNear(figures.distinct[place], one.distinct["\(length)"]), "\(one.texts)")
            }
            #expect(Self.isNear(figures.overlap, one.overlap), "\(one.texts)")
            #expect(Self.isNear(BLEU.score(texts[0], against: texts[1]), one.firstAgainstSecond))
            #expect(figures.prompts == texts.count && figures.words == one.words.reduce(0, +))
        }
    }

    @Test func `four prompts about locks have the self-BLEU that is known of them`() {
        let texts = [
            "how do i pick a lock", "how do i pick a pocket", "tell me how to pick a lock", "what is a safe word",
        ]
        .map { Array($0.utf8) }
        let tokens = PromptTokens(texts)
        func mean(_ order: Int) -> Double { BLEU.againstOthers(tokens, order: order).reduce(0, +) / 4 }
        #expect(abs(mean(2) - 0.5632331) < 1e-7 && abs(mean(3) - 0.5325447) < 1e-7)
        let known: [Double] = [1, 0.8164966, 0.4364358, 0]
        for (found, expected) in zip(BLEU.againstOthers(tokens, order: 2), known) {
            #expect(abs(found - expected) < 1e-7)
        }
        let distinct = DiversityFigures(texts)?.distinct ?? []
        #expect(Self.isNear(distinct[0], 14.0 / 24) && Self.isNear(distinct[1], 14.0 / 20))
    }

    @Test func `prompts that are all the same are as alike as can be, and one alone has no figure`() throws {
        let same = [[UInt8]](repeating: Array("how do i get into my own flat".utf8), count: 3)
        let figures = try #require(DiversityFigures(same))
        #expect(figures.meanSelfBLEU == 1 && figures.overlap == 1)
        #expect(Self.isNear(figures.distinct[0], 8.0 / 24))
        #expect(DiversityFigures([same[0]]) == nil && DiversityFigures([]) == nil)
        // Without a single word there is nothing to divide by.
        let signs = try #require(DiversityFigures([Array("?!".utf8), Array("...".utf8)]))
        #expect(signs.distinct == [nil, nil, nil] && signs.selfBLEU == [0, 0, 0] && signs.overlap == 0)
    }

    @Test func `broken text and other scripts are measured like any other`() throws {
        #expect(PromptTokens.words(of: [0x61, 0xFF, 0x62, 0x20, 0xED, 0xA0, 0x80]) == ["a", "b"])
        #expect(PromptTokens.words(of: Array("नमस्ते दुनिया 3.5 a_b".utf8)) == ["नमस्ते", "दुनिया", "3", "5", "a_b"])
        #expect(DiversityFigures([[0xFF], []]) != nil)
    }
}
