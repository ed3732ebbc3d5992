import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@Suite struct CommandTableTests {
    @Test func `every command has an entry, once`() {
        #expect(CommandTable.entries.map(\.command.rawValue).sorted() == Command.allCases.map(\.rawValue).sorted())
    }

    @Test func `no key means two things in one place`() {
        for scope in [KeyScope.main, .dialog, .everywhere, .crosshair]
            + Set(CommandTable.entries.map(\.scope).filter { $0.isOneDialog || $0.isOneScreen })
        {
            let keys = CommandTable.entries.filter { $0.scope == scope || $0.scope == .everywhere }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(scope)")
        }
    }

    @Test func `percent and hash are left to tests, which press them for their having no meaning`() {
        let keys = CommandTable.entries.flatMap(\.keys)
        #expect(!keys.contains(.character("%")) && !keys.contains(.character("#")))
    }

    @Test func `the keys that never change are what they are`() {
        let expected: [(KeyPress, Command)] = [
            (.character("1"), .chooseAdv), (.character("2"), .chooseSafety), (.character("3"), .chooseHelp),
            (KeyPress(.left), .stepDown), (KeyPress(.right), .stepUp), (KeyPress(.left, .shift), .leapDown),
            (KeyPress(.right, .shift), .leapUp), (.character("="), .typeThreshold), (.character("u"), .undo),
            (.character("e"), .export), (.character("?"), .help), (.character("q"), .quit),
        ]
        let state = ReviewState(name: "r")
        for (key, command) in expected {
            guard case .command(command)? = KeyMap.standard.action(for: key, in: state) else {
                Issue.record("\(key.name) is not \(command.rawValue)")
                continue
            }
        }
    }

    @Test func `every command says what it does, in sentences`() {
        for entry in CommandTable.entries {
            let note = entry.note
            #expect(note.does.hasSuffix(".") && note.does != "\(entry.title).", "\(entry.command.rawValue)")
            if let refusal = note.refusal { #expect(!refusal.hasSuffix("."), "\(refusal)") }
        }
    }

    @Test func `what a command is said to take, it takes, and no other takes anything`() {
        for entry in CommandTable.entries where entry.scope == .main || entry.scope == .everywhere {
            var state = ReviewState(name: "r")
            let id = entry.command.rawValue
            _ = reduce(&state, .run(entry.command, argument: "x", line: "\(id) x"), at: Moment())
            #expect((state.problem == "\(id) takes no argument") == (entry.note.argument == nil), "\(id)")
        }
    }

    @Test func `help shows every entry of the table, and at first those of the present screen`() {
        // Room for many more: nothing scrolls.
        var rig = ScreenRig(columns: 200, rows: 120)
        rig.send(.help)
        let here = rig.text()
        #expect(!here.contains("Dialogs"))
        rig.press(KeyPress(.tab))
        let all = rig.text()
        for entry in CommandTable.entries {
            #expect(all.contains(entry.title), "\(entry.command.rawValue)")
            if [.dialog, .crosshair].contains(entry.scope) { continue }
            if entry.scope.isOneDialog || entry.scope.isOneScreen { continue }
            #expect(here.contains(entry.title), "\(entry.command.rawValue)")
        }
    }

    @Test func `the help in a queue shows what has a meaning in a queue`() {
        func said(by command: Command) -> Message? {
            var rig = ScreenRig()
            rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 1, entries: []))))
            rig.send(.openQueue, .confirm)
            #expect(rig.driver.state.queue != nil)
            rig.send(command)
            return rig.driver.state.message
        }
        let refusal = said(by: .showMoved)
        #expect(refusal?.kind == .refusal)
        for entry in CommandTable.entries where entry.scope == .main {
            #expect((said(by: entry.command) == refusal) == (entry.place == "round"), "\(entry.command.rawValue)")
        }
    }

    @Test func `nothing needs Esc or Alt alone`() {
        for entry in CommandTable.entries {
            // What has no key is done from the palette.
            guard !entry.keys.isEmpty else { continue }
            #expect(entry.keys.contains { $0.key != .escape && !$0.modifiers.contains(.alt) }, "\(entry.title)")
        }
    }

    @Test func `letters are text where text is typed`() {
        var rig = ScreenRig()
        rig.type("eq?1")
        guard let export = rig.driver.state.dialog as? ExportDialog else {
            Issue.record("no dialog")
            return
        }
        #expect(export.directory.text.hasSuffix("q?1"))
    }
}
