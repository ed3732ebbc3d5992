import TerminalCanvas
import TestSupport
import Testing
import Themes

@Suite struct ThemeFileTests {
    @Test func `styles, names and ramps are read`() throws {
        let theme = try ThemeFile.parse(
            """
            name = "mine"
            [roles]
            title = "bright-red on 17 bold underline"
            focus_border = "default"
            [density]
            accepted = ["31", "32 bold"]
            """,
            file: "mine.toml"
        )
        #expect(theme.name == "mine")
        #expect(
            theme[.title]
                == Style(foreground: .palette(9), background: .palette(17), attributes: [.bold, .underline])
        )
        #expect(theme[.muted] == .plain)
        #expect(theme.ramps["accepted"]?.count == 2)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var text: String
        var message: String
        var testDescription: String { message }
    }

    @Test(arguments: [
        Broken(text: "name = \"x\"\n[roles]\ntitle = bold\n", message: "t.toml:3:"),
        Broken(text: "\n\n[colours]\n", message: "t.toml:3: unknown key \"colours\""),
        Broken(text: "[roles]\n\ntitel = \"bold\"\n", message: "t.toml:3: unknown key \"titel\""),
        Broken(text: "[roles]\ntitle = 7\n", message: "t.toml:2: \"title\" must be a style"),
        Broken(text: "[roles]\ntitle = \"256\"\n", message: "t.toml:2: \"256\" in the style of \"title\""),
        Broken(text: "[roles]\ntitle = \"bold on\"\n", message: "t.toml:2: \"on\""),
        Broken(text: "[density]\naccepted = []\n", message: "t.toml:2: \"accepted\" must be a list"),
        Broken(text: "[density]\naccepted = [1]\n", message: "t.toml:2: \"accepted\" must be a list"),
        Broken(text: "[density]\nrejected = [\"1\"]\n", message: "t.toml:2: unknown key \"rejected\""),
        Broken(text: "roles = 3\n", message: "t.toml:1: \"roles\" must be a table"),
    ]) func `what is broken is told with file and line`(_ broken: Broken) {
        do {
            _ = try ThemeFile.parse(broken.text, file: "t.toml")
            Issue.record("taken as a theme")
        } catch {
            #expect(error.message.contains(broken.message), "\(error.message)")
        }
    }
}
