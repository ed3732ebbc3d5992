import ReviewScreens
import TerminalCanvas
import Testing

@Suite struct KeyPressNameTests {
    @Test func `every key of the table is found by both of its names`() {
        for entry in CommandTable.entries {
            for key in entry.keys {
                #expect(KeyPress(named: key.name) == key, "\(key.name)")
                #expect(KeyPress(named: key.plainName) == key, "\(key.plainName)")
                #expect(key.plainName.unicodeScalars.allSatisfy { $0.isASCII })
            }
        }
    }

    @Test(arguments: [
        ("ctrl-r", KeyPress.control("r")), ("Ctrl-R", .control("r")), ("SHIFT-right", KeyPress(.right, .shift)),
        ("-", .character("-")), ("Space", .character(" ")), ("f12", KeyPress(.function(12))), ("é", .character("é")),
        ("Alt-x", KeyPress(.character("x"), .alt)), ("⇧", .character("⇧")),
    ]) func `names are taken as people write them`(_ name: String, _ key: KeyPress) {
        #expect(KeyPress(named: name) == key)
    }

    @Test(arguments: [
        "", " ", "Ctrl-", "Ctrl-I", "Ctrl-M", "Ctrl-1", "Shift-a", "F0", "F13", "hyper-x", "ab", "\u{1B}",
    ])
    func `what no terminal sends is no key`(_ name: String) {
        #expect(KeyPress(named: name) == nil)
    }
}
