import ItemFilter
import RoundModel
import Testing

@Suite struct FilterCompletionTests {
    static let fields = FilterFields([
        .init(path: "prompt", role: .prompt, kind: .text),
        .init(path: "category", role: .category, kind: .text, values: ["fraud", "two words"]),
        .init(path: "scores.toxicity", kind: .number, values: ["1", "2"]),
    ])

    private func candidates(_ text: String, at cursor: Int? = nil) -> [String] {
        FilterCompletion(text, cursor: cursor ?? text.unicodeScalars.count, Self.fields).candidates
    }

    @Test func `names come where a test begins`() {
        #expect(candidates("").starts(with: ["prompt", "response", "safety", "help", "category", "scores.toxicity"]))
        #expect(candidates("ca") == ["category"])
        #expect(candidates("moved and sc") == ["scores.toxicity"])
        #expect(candidates("not (tox") == ["scores.toxicity"])
        #expect(candidates("has:").sorted() == ["has:flag", "has:note", "has:verdict"])
    }

    @Test func `then what compares, then values, then and`() {
        #expect(candidates("safety ") == ["<", "<=", ">", ">=", "=", "!="])
        #expect(candidates("prompt ") == ["~", "=", "!="])
        #expect(candidates("category = ") == ["fraud", "\"two words\""])
        #expect(candidates("category = f") == ["fraud"])
        #expect(candidates("category=") == ["fraud", "\"two words\""])
        #expect(candidates("scores.toxicity = ") == ["1", "2"])
        #expect(candidates("category ") == ["=", "!=", "~", "is"])
        #expect(candidates("category is ") == ["null", "missing", "present", "not"])
        #expect(candidates("category is not m") == ["missing"])
        #expect(candidates("category is null ") == ["and", "or"])
        #expect(candidates("bucket = ac") == ["accepted"])
        #expect(candidates("moved ") == ["and", "or"])
        #expect(candidates("prompt ~ /a").isEmpty)
        #expect(candidates("category = \"fr").isEmpty)
    }

    @Test func `the word at the cursor is what is replaced`() {
        let completion = FilterCompletion("moved and cat = x", cursor: 13, Self.fields)
        #expect(completion.range == 10..<13)
        #expect(completion.candidates == ["category"])
    }
}
