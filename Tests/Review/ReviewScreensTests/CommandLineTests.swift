import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@testable import ReviewSession

@Suite struct CommandLineTests {
    @Test(arguments: [
        ("threshold.type 0.8", Command.typeThreshold, "0.8"), ("list.moved", .showMoved, ""),
        (":list.moved", .showMoved, ""), ("  :  list.moved  ", .showMoved, ""),
        ("list.order  safety", .nextOrder, "safety"),
        ("note two  words ", .note, "two  words "), ("filter safety < 0.3", .filter, "safety < 0.3"),
        ("search \u{301}b", .search, "\u{301}b"), (":note  \u{200D}x", .note, "\u{200D}x"),
        ("search :x", .search, ":x"), ("theme dark", .chooseTheme, "dark"), ("quit", .quit, ""),
        ("export a b", .export, "a b"), ("reload", .reload, ""), ("round", .reload, ""), ("confirm", .confirm, ""),
    ]) func `a line is a name and an argument`(_ line: String, _ command: Command, _ argument: String) throws {
        let typed = try TypedCommand(line)
        #expect(typed == TypedCommand(command, argument: argument.isEmpty ? nil : argument))
    }

    @Test(arguments: [
        ("", "type the name of a command"), (" : ", "type the name of a command"),
        ("threshold.set 0.8", "did you mean \"threshold.type\"?"),
        ("list.movd", "did you mean \"list.moved\"?"), ("fliter x", "did you mean \"filter\"?"),
        ("zzzzqqqq", "there is no command \"zzzzqqqq\"; help lists all"),
        ("next", "\"next\" may be move.next or search.next"), ("LIST.MOVED", "did you mean \"list.moved\"?"),
    ]) func `a name that is none is told with the nearest`(_ line: String, _ says: String) {
        do throws(TypedCommandError) {
            let typed = try TypedCommand(line)
            Issue.record("\(typed.command)")
        } catch {
            #expect(error.message.contains(says), "\(error.message)")
        }
    }

    @Test func `every command has its whole name, and the line reads as itself`() throws {
        for command in Command.allCases {
            #expect(try TypedCommand(command.rawValue).command == command)
            let typed = TypedCommand(command, argument: "a b")
            #expect(try TypedCommand(typed.line) == typed)
        }
    }

    @Test func `a typed command does what the palette does, and in a dialog what its key does`() throws {
        var rig = ScreenRig()
        try rig.run("threshold.type help 0.25")
        #expect(rig.driver.state.thresholds.now.help == 0.25)
        #expect(rig.driver.state.problem == nil)
        try rig.run("filter safety < 0.3")
        #expect(rig.driver.state.find.filter?.text == "safety < 0.3")
        try rig.run("help")
        #expect(throws: TypedCommandError.otherDialog(.showMoved)) { try rig.run("list.moved") }
        #expect(throws: TypedCommandError.otherDialog(.help)) { try rig.run("help order") }
        try rig.run("dialog.cancel")
        #expect(throws: TypedCommandError.noDialog(.confirm)) { try rig.run("dialog.confirm") }
        #expect(throws: TypedCommandError.noArgument(.showMoved)) { try rig.run("list.moved now") }
        // Keys of the round hold where a dialog has no line of text.
        try rig.run("theme.choose")
        rig.driver.state.aids.themes = ThemeState(names: ["default", "dark"], now: "default")
        try rig.run("theme.choose")
        try rig.run("move.next")
        #expect(rig.driver.state.aids.themes.now == "dark")
        try rig.run("dialog.confirm")
        // In the palette, its own rows are meant.
        try rig.run("palette")
        rig.type("list.mov")
        try rig.run("dialog.confirm")
        #expect(rig.driver.state.list.tab == .moved)
    }

    @Test(arguments: [
        ("threshold.type zero", "not a number"), ("search.next", "no search yet"), ("filter safety <", "number"),
        ("theme.choose pink", "no theme \"pink\""), ("list.order upwards", "the orders are"),
        ("review.undo", "nothing"),
    ]) func `a refusal is told without a screen`(_ line: String, _ says: String) throws {
        var rig = ScreenRig()
        rig.driver.state.aids.themes = ThemeState(names: ["default", "dark"], now: "default")
        #expect(rig.driver.state.problem == nil)
        try rig.run(line)
        #expect(rig.driver.state.problem?.contains(says) == true, "\(rig.driver.state.problem ?? "none")")
    }

    @Test func `the palette takes a short name where it comes with an argument`() {
        var rig = ScreenRig()
        rig.type(":order round")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.list.order == .round)
        // Alone, its letters may be those of any command.
        rig.type(":order")
        #expect(rig.text().contains("list.order"))
    }
}

extension ScreenRig {
    fileprivate mutating func run(_ line: String) throws {
        driver.send(.screen(try KeyMap.standard.action(for: TypedCommand(line), in: driver.state)))
        layOut()
    }
}
