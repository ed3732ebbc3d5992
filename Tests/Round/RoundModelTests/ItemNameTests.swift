import RoundModel
import Testing

struct ItemNameTests {
    private static func text(id: String?, file: String = "b.jsonl", line: Int = 12) -> ItemText {
        let fields = id.map { [ItemText.Field(name: Array("id".utf8), value: Array($0.utf8), role: .id)] } ?? []
        return ItemText(prompt: [], response: [], fields: fields, file: file, line: line)
    }

    @Test func `an item is called by its id else by its line`() {
        let named = ItemName(Self.text(id: "r-7"), item: 3, isOneOfMany: true)
        #expect(named.text == "r-7" && named.phrase == "item r-7")
        // An id that says nothing is none.
        for id in [nil, ""] {
            let alone = ItemName(Self.text(id: id), item: 3, isOneOfMany: false)
            #expect(alone.text == "line 12" && alone.phrase == "line 12")
            #expect(ItemName(Self.text(id: id), item: 3, isOneOfMany: true).text == "b.jsonl, line 12")
        }
        #expect(ItemName(nil, item: 3, isOneOfMany: true).text == "item 4")
    }

    @Test func `where nobody may know its origin the line is all that is said`() {
        #expect(ItemName(hiding: Self.text(id: "unsafe-7"), item: 3).text == "line 12")
        #expect(ItemName(hiding: nil, item: 3).text == "item 4")
    }

    @Test func `a long id keeps both its ends`() {
        let id = String(repeating: "a", count: 50) + String(repeating: "é", count: 50) + "7"
        let text = ItemName(Self.text(id: id), item: 0, isOneOfMany: false).text
        #expect(text.unicodeScalars.count == 60)
        #expect(text.hasPrefix("aaaa") && text.hasSuffix("éé7") && text.contains("…"))
    }
}
