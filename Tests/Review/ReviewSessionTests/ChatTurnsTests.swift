import RoundModel
import Testing

@testable import ReviewSession

@Suite struct ChatTurnsTests {
    private func fields(_ pairs: [(String, String)]) -> [ItemText.Field] {
        pairs.map { ItemText.Field(name: Array($0.0.utf8), value: Array($0.1.utf8)) }
    }

    private func names(_ fields: [ItemText.Field]) -> [String] {
        fields.map { String(decoding: $0.name, as: UTF8.self) }
    }

    @Test(arguments: [
        ("messages", "role", "content"), ("conversations", "from", "value"), ("chosen.turns", "speaker", "text"),
    ])
    func `turns are told by their number and who speaks`(_ list: String, _ speaker: String, _ text: String) {
        let chat = ChatTurns(
            fields([
                ("id", "r1"), ("\(list).0.\(speaker)", "system"), ("\(list).0.\(text)", "Be kind."),
                ("\(list).1.\(speaker)", "user"), ("\(list).1.\(text)", "Hello"), ("\(list).2.\(speaker)", "user"),
                ("\(list).1.weight", "1"),
            ])
        )
        #expect(chat.turns.map(\.title) == ["turn 1, system", "turn 2, user"])
        #expect(chat.turns.map { String(decoding: $0.text, as: UTF8.self) } == ["Be kind.", "Hello"])
        // The third is the prompt, which stands in the text; what else a turn has is a field as any other.
        #expect(names(chat.rest) == ["id", "\(list).1.weight"])
    }

    @Test(arguments: ["content", "0.content", "a.content", "a.x1.content", "a..content", "", "."])
    func `a field of no turn stays a field`(_ name: String) {
        let chat = ChatTurns(fields([(name, "v"), ("meta.role", "admin")]))
        #expect(chat.turns.isEmpty && names(chat.rest) == [name, "meta.role"])
    }

    @Test func `who speaks is told only where that is a word`() {
        let chat = ChatTurns(fields([("m.0.role", "\u{1B}[31m"), ("m.0.content", "x")]))
        #expect(chat.turns.map(\.title) == ["turn 1, another speaker"])
    }
}
