import Testing
import TextSafety

@Suite struct EmojiTests {
    private func shown(_ text: String, _ clusters: ClusterKinds) -> SafeText {
        SafeText(Array(text.utf8), fitting: 1_000, clusters: clusters)
    }

    @Test(
        arguments: [
            "\u{2764}\u{FE0F}", "\u{1F44D}\u{1F3FD}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}",
            "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", "\u{1F1E9}\u{1F1EA}", "1\u{FE0F}\u{20E3}", "#\u{FE0F}\u{20E3}",
            "\u{1F469}\u{1F3FB}\u{200D}\u{2764}\u{FE0F}\u{200D}\u{1F48B}\u{200D}\u{1F468}\u{1F3FF}",
            "\u{1F9D1}\u{1F3FF}\u{200D}\u{1F680}", "\u{1F3C3}\u{1F3FD}\u{200D}\u{2640}\u{FE0F}",
            "\u{1F43B}\u{200D}\u{2744}\u{FE0F}",
            "\u{2764}\u{FE0F}\u{200D}\u{1F525}",
        ]
    ) func `one emoji is one glyph of two columns where the terminal draws it so`(_ text: String) {
        let safe = shown("a" + text + "b", .all)
        #expect(safe.glyphs.count == 3 && safe.width == 4)
        #expect(safe.string == "a" + text + "b")
        #expect(safe.glyphs[1].isCluster && !safe.glyphs[1].isToken)
    }

    @Test(
        arguments: [
            ("a style is left out where its picture is not drawn", "\u{2764}\u{FE0F}!", "\u{2764}!"),
            ("also on a character that is a picture anyway", "\u{1F600}\u{FE0F}!", "\u{1F600}!"),
            ("so is a key's", "1\u{FE0F}\u{20E3}!", "1\u{20E3}!"),
            ("a second style is shown", "\u{2764}\u{FE0F}\u{FE0F}", "\u{2764}⟨U+FE0F⟩"),
            ("a style on a letter is shown", "a\u{FE0F}", "a⟨U+FE0F⟩"),
            ("a style on a digit that is no key", "1\u{FE0F}2", "1⟨U+FE0F⟩2"),
            ("what joins is shown", "\u{1F468}\u{200D}\u{1F469}", "\u{1F468}⟨U+200D⟩\u{1F469}"),
            ("a tone is shown", "\u{1F44D}\u{1F3FD}", "\u{1F44D}⟨U+1F3FD⟩"),
        ]
    ) func `a terminal that does not draw it gets its parts`(_ name: String, _ text: String, _ expected: String) {
        #expect(shown(text, []).string == expected, "\(name)")
    }

    @Test(
        arguments: [
            ("a joiner between letters", "a\u{200D}b", "a⟨U+200D⟩b"),
            ("what nobody draws as one", "\u{1F468}\u{200D}\u{1F525}", "\u{1F468}⟨U+200D⟩\u{1F525}"),
            ("a joiner at the end", "\u{1F468}\u{200D}", "\u{1F468}⟨U+200D⟩"),
            ("two joiners", "\u{1F468}\u{200D}\u{200D}\u{1F469}", "\u{1F468}⟨U+200D⟩⟨U+200D⟩\u{1F469}"),
            ("a tone on a letter", "a\u{1F3FD}", "a⟨U+1F3FD⟩"),
            ("two tones", "\u{1F44D}\u{1F3FD}\u{1F3FD}", "\u{1F44D}\u{1F3FD}⟨U+1F3FD⟩"),
            ("regions without a flag", "\u{1F1E6}\u{1F1E6}", "\u{1F1E6}\u{1F1E6}"),
            ("a flag with hidden letters behind it", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}⟨tag:gb␡⟩"),
            ("a style of its own", "\u{FE0F}", "⟨U+FE0F⟩"),
        ]
    ) func `what only hides stays in sight`(_ name: String, _ text: String, _ expected: String) {
        #expect(shown(text, .all).string == expected, "\(name)")
    }

    @Test func `a family that is not drawn as one may have members that are`() {
        let couple = "\u{1F469}\u{1F3FB}\u{200D}\u{2764}\u{FE0F}\u{200D}\u{1F468}"
        let safe = shown(couple, [.toned])
        #expect(safe.string == "\u{1F469}\u{1F3FB}⟨U+200D⟩\u{2764}⟨U+200D⟩\u{1F468}")
    }

    @Test func `a tone in a joined emoji must be drawn on its base`() {
        #expect(shown("\u{1F469}\u{1F3FB}\u{200D}\u{1F52C}", [.joined]).string == "\u{1F469}⟨U+1F3FB⟩⟨U+200D⟩\u{1F52C}")
        #expect(shown("\u{1F469}\u{1F3FB}\u{200D}\u{1F52C}", [.joined, .toned]).glyphs.count == 1)
    }

    @Test func `each kind has an emoji to ask a terminal with`() {
        #expect(ClusterKinds.probes.reduce(into: ClusterKinds()) { $0.insert($1.kind) } == .all)
        for (kind, text) in ClusterKinds.probes {
            #expect(shown(text, kind).glyphs.count == 1, "\(text)")
            #expect(
                shown(text, ClusterKinds.all.subtracting(kind)).glyphs.first?.isCluster != true || kind == .joinedStyled
            )
        }
    }

    @Test func `a row is not broken within an emoji`() {
        let text = Array("ab \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} c".utf8)
        let wrapped = WrappedText(text, width: 4, clusters: .all)
        #expect(
            (0..<wrapped.count).map { wrapped[$0].string } == ["ab", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} c"]
        )
    }

    @Test func `in ASCII each character is spelled`() {
        #expect(shown("\u{1F44D}\u{1F3FD}", .all).ascii().string == "<U+1F44D><U+1F3FD>")
        #expect(SafeText(Array("1\u{FE0F}\u{20E3}".utf8), asciiOnly: true).string == "1<U+FE0F><U+20E3>")
    }
}
