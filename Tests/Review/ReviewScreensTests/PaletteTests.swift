import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import ReviewSession

@Suite struct PaletteTests {
    private func rig(columns: Int = 100, rows: Int = 30) -> ScreenRig {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.driver.state.aids.themes = ThemeState(names: ["default", "dark", "light"], now: "default")
        return rig
    }

    private func problem(_ rig: ScreenRig) -> String? {
        if let palette = rig.driver.state.dialog as? PaletteDialog<ReviewState> { palette.problem } else { nil }
    }

    @Test func `a command runs by its name, with an argument`() {
        var rig = rig()
        rig.type(":threshold.type 0.73")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.driver.state.thresholds.now.safety == 0.73)
        rig.type(":threshold.type help 0.25")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.thresholds.now.help == 0.25)
        #expect(rig.driver.state.thresholds.chosen == .help)
        rig.type(":theme.choose dark")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.aids.themes.now == "dark")
        rig.type(":list.order round")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.list.order == .round)
    }

    @Test func `letters of a name are enough, and the rows can be walked`() {
        var rig = rig()
        rig.type(":inval")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.list.tab == .invalid)
        rig.type(":list")
        let before = rig.text()
        rig.press(KeyPress(.down))
        #expect(rig.text() != before)
        for _ in 0..<200 { rig.press(KeyPress(.down)) }
        #expect(rig.text().contains("▸"))
        for _ in 0..<200 { rig.press(KeyPress(.up)) }
        #expect(rig.text() == before)
    }

    @Test(arguments: [
        ("sort", Command.nextOrder), ("save", .export), ("exit", .quit), ("find", .search), ("label", .callUnsafe),
        ("stats", .showEvidence), ("roc", .showCurves), ("bulk", .judgeMany), ("colors", .chooseTheme),
        ("tutorial", .introduction), ("screenshot", .snapshot), ("undo", .undo), ("menu", .menu), ("order", .nextOrder),
        ("grep", .search), ("where", .filter), ("cutoff value", .typeThreshold), ("categories", .facets),
    ]) func `what a person would mean stands first`(_ typed: String, _ command: Command) {
        let first = CommandTable.standard.near(typed, in: rig().driver.state).first
        #expect(first?.command == command, "\(typed): \(first?.command.rawValue ?? "nothing")")
    }

    @Test func `a word for a command that is no name is taken for a slip with a hint`() {
        do throws(TypedCommandError) {
            _ = try TypedCommand("sort safety")
            Issue.record("there is no such command")
        } catch {
            #expect(error == .unknown("sort", nearest: "list.order"))
        }
    }

    @Test func `Tab completes the name, then the argument`() {
        var rig = rig()
        rig.type(":theme")
        rig.press(KeyPress(.tab))
        rig.type("li")
        #expect(rig.text().contains(":theme.choose li"))
        rig.press(KeyPress(.tab))
        #expect(rig.text().contains(":theme.choose light"))
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.aids.themes.now == "light")
    }

    @Test func `what was run comes first the next time, once`() {
        var rig = rig()
        for _ in 0..<2 {
            rig.type(":threshold.type 0.6")
            rig.press(KeyPress(.enter))
        }
        rig.type(":list.order safety")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.aids.history == ["list.order safety", "threshold.type 0.6"])
        rig.type(":")
        rig.press(KeyPress(.down), KeyPress(.enter))
        #expect(rig.driver.state.thresholds.now.safety == 0.6)
        #expect(rig.driver.state.aids.history.first == "threshold.type 0.6")
        rig.type(":0.6")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.dialog == nil)
    }

    @Test(arguments: [
        ("threshold.type zero", "not a number"), ("theme.choose pink", "no theme \"pink\""),
        ("list.order upwards", "the orders are"), ("list.moved now", "takes no argument"),
        ("zzzzqqq", "no command has this"),
    ]) func `what is wrong is said where it was typed`(_ line: String, _ says: String) {
        var rig = rig()
        let before = rig.driver.state.thresholds
        rig.type(":" + line)
        rig.press(KeyPress(.enter))
        #expect(problem(rig)?.contains(says) == true, "\(problem(rig) ?? "none")")
        #expect(rig.text().contains(says))
        #expect(rig.driver.state.thresholds == before)
        rig.press(KeyPress(.backspace))
        #expect(problem(rig) == nil)
    }

    @Test func `every command of the screen is offered, and can be run without harm`() {
        for entry in CommandTable.entries where ![.quit, .interrupt, .suspend].contains(entry.command) {
            var rig = rig()
            rig.driver.send(.run(entry.command, argument: nil, line: entry.command.rawValue))
            rig.layOut()
            #expect(rig.driver.state.aids.history == [entry.command.rawValue])
        }
        var rig = rig()
        rig.type(":")
        var seen = rig.text()
        for _ in CommandTable.entries {
            rig.press(KeyPress(.down))
            seen += rig.text()
        }
        for entry in CommandTable.entries
        where ![.dialog, .crosshair].contains(entry.scope) && !entry.scope.isOneDialog && !entry.scope.isOneScreen {
            #expect(seen.contains(entry.command.rawValue), "\(entry.command.rawValue)")
        }
    }

    @Test func `an argument of any length and kind is taken or refused`() {
        for argument in ["\u{1B}[31m", String(repeating: "9", count: 5000), "\u{202E}x", "  ", "-"] {
            var rig = rig()
            rig.type(":")
            rig.driver.send(.edit(.insert("threshold.type \(argument)")))
            rig.press(KeyPress(.enter))
            #expect(rig.canvas().cells.allSatisfy { $0.glyph.base.value >= 0x20 })
        }
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `the palette`(_ columns: Int, _ rows: Int) {
        var rig = rig(columns: columns, rows: rows)
        rig.type(":step")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "palette-\(columns)x\(rows)")
    }

    @Test func `themes are looked at before one is taken`() {
        var rig = rig()
        rig.type("T")
        rig.press(KeyPress(.down), KeyPress(.down))
        #expect(rig.driver.state.aids.themes.now == "light")
        rig.press(.control("g"))
        #expect(rig.driver.state.aids.themes.now == "default")
        rig.type("Tjk")
        rig.press(KeyPress(.down), KeyPress(.enter))
        #expect(rig.driver.state.aids.themes.now == "dark")
        #expect(rig.driver.state.message?.text.contains("theme dark") == true)
        rig.driver.state.aids.themes = ThemeState(names: ["dark"], now: "dark", obstacle: "no colours here")
        rig.type("T")
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.driver.state.message?.text == "no colours here")
    }
}
