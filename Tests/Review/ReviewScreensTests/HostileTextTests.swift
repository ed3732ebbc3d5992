import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import ReviewSession

/// What a round holds reaches the canvas only as harmless glyphs, wherever it is shown.
@Suite struct HostileTextTests {
    static let texts = [
        "\u{1B}[31mred\u{1B}[0m", "\u{9B}2J", "safe\u{202E}evil", "tag\u{E0068}\u{E0069}", "zero\u{200B}width",
        "👨‍👩‍👧 family", "漢字とかな", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{7}\u{0}\r\n\t",
    ]

    @Test(arguments: texts) func `hostile text in every field`(_ hostile: String) {
        let bytes = Array(hostile.utf8)
        var rig = ScreenRig(ExampleRound.clustered(items: 60)) { item in
            ItemText(
                prompt: bytes,
                response: bytes + [0xFF, 0xC3] + bytes,
                fields: [
                    ItemText.Field(name: bytes, value: bytes, role: .id),
                    ItemText.Field(name: Array("category".utf8), value: bytes, role: .category),
                ],
                file: hostile,
                line: 1
            )
        }
        rig.tell { $0.name = hostile }
        rig.send(.showAdversarial)
        // The right edge of the frames stands in one column, so nothing was pushed aside.
        let list = rig.canvas()
        for y in 22..<33 { #expect(list[119, y].glyph.base == "│", "row \(y)") }
        rig.send(.read, .pageDown)
        let item = rig.canvas()
        for y in 5..<33 { #expect(item[119, y].glyph.base == "│", "row \(y)") }
        for cell in list.cells + item.cells {
            let properties = cell.glyph.base.properties
            #expect(![.control, .format, .unassigned, .privateUse, .surrogate].contains(properties.generalCategory))
        }
    }
}
