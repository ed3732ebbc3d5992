import TestSupport
import Testing

/// Themes on a real terminal.
@Suite struct ScreenThemeTests {
    private func grounds(_ screen: VTermScreen) -> Set<VTermScreen.Color> {
        Set((0..<screen.rows).flatMap { y in (0..<screen.columns).map { screen.cell(x: $0, y: y).background } })
    }

    @Test func `a painted ground reaches every cell, and a switch changes it at once`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--theme", "light"])
        try terminal.waitFor("a white ground") { !grounds($0).contains(.standard) }
        terminal.send("T")
        try terminal.waitFor("colour-blind-safe")
        terminal.send("\u{10}\u{10}\r")
        try terminal.waitFor("the terminal's own ground, and a word on it") {
            $0.contains("theme default; theme = \"default\" in config.toml keeps it") && grounds($0).contains(.standard)
        }
        terminal.send(":theme.choose high\t\r")
        try terminal.waitFor("a ground of the theme's, and a word on it") {
            $0.contains("theme high-contrast") && !grounds($0).contains(.standard)
        }
        terminal.send("q")
        try terminal.waitForExit()
    }

    @Test func `NO_COLOR goes before any theme`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample, "--theme", "light"], environment: ["NO_COLOR": "1"])
        terminal.send("T")
        try terminal.waitFor("no colours") {
            $0.contains("there are no colours to choose") && grounds($0) == [.standard]
        }
        terminal.send("q")
        try terminal.waitForExit()
    }

    @Test(arguments: [
        ("", "empty"), ("[roles]\ntitel = \"bold\"\n", "t.toml:2: unknown key \"titel\""), ("[roles", "t.toml:1:"),
        ("[roles]\ntitle = 7\n", "t.toml:2: \"title\" must be a style"),
    ]) func `a broken theme is an error with its place`(_ text: String, _ says: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(text, to: "t.toml")
        expectRefusal(try Redsieve.run([Redsieve.sample, "--no-review", "--theme", path]), status: 65, says: [says])
    }
}
