import ReviewSession
import Testing

@Suite struct TextEntryTests {
    @Test func `edits go where the cursor is`() {
        var entry = TextEntry("abd")
        for edit in [TextEdit.left, .insert("c"), .home, .delete, .end, .insert("é"), .backspace, .insert("!")] {
            entry.apply(edit)
        }
        #expect(entry.text == "bcd!")
        #expect(entry.cursor == 4)
    }

    @Test func `the ends hold`() {
        var entry = TextEntry()
        for edit in [TextEdit.backspace, .delete, .left, .right, .home, .end] { entry.apply(edit) }
        #expect(entry.text.isEmpty)
        #expect(entry.cursor == 0)
    }

    @Test func `pasted controls and endless text are left out`() {
        var entry = TextEntry()
        entry.apply(.insert("a\u{1B}[31m\nb\u{7F}"))
        #expect(entry.text == "a[31mb")
        let fits = entry.apply(.insert(String(repeating: "x", count: 10_000)))
        #expect(!fits)
        #expect(entry.scalars.count == TextEntry.limit)
        entry.apply(.clear)
        #expect(entry.text.isEmpty)
    }
}
