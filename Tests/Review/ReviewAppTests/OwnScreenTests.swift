import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

/// A screen that the program does not have, in one file: what it takes to add one. Its state, with two commands.
private struct ShelfState: DialogHost {
    static let id: ScreenID = "shelf"
    static let table = CommandTable(
        entries: CommandTable.standard.part([.next, .previous]).entries + [
            CommandEntry(
                command: .read,
                keys: [KeyPress(.enter)],
                title: "open the round",
                scope: .screen(id),
                section: .lists
            ),
            // A review has another command on this key.
            CommandEntry(
                command: .openQueue,
                keys: [.character("x")],
                title: "choose how many",
                scope: .screen(id),
                section: .lists
            ),
        ]
    )

    var front: ScreenFront<ShelfState>
    var dialogRoom = DialogRoom()
    var scopes: [KeyScope] { [.everywhere, .screen(Self.id), .main] }

    mutating func performOnScreen(_ command: Command) -> [ShelfEffect] {
        hush()
        switch command {
        case .read: return [.openRound]
        case .openQueue: open(CountDialog())
        case .quit: return [.quit(status: 0, message: nil)]
        default: return performAid(command)
        }
        return []
    }
}

/// What it wants done.
private enum ShelfEffect: ScreenEffects {
    case openRound
    case screen(ScreenEffect)
}

/// Its dialog.
private struct CountDialog: Dialog {
    static let id: DialogID = "count"
    static let opener: Command? = .openQueue
    static let commands = DialogCommands.panel.adding(DialogCommands.rows)
    static let counts = ["one", "two", "three"]
    var row = 0
    var kind = "rough"

    func title(in shelf: ShelfState) -> String { "how many" }
    func rows(in shelf: ShelfState) -> [DialogRow] { Self.counts.map { DialogRow($0) } }
    func chosenRow(in shelf: ShelfState) -> Int? { row }
    func fields(in shelf: ShelfState) -> [DialogField] {
        [DialogField("kind", value: kind, choices: ["rough", "exact"])]
    }
    mutating func choose(row: Int, in shelf: inout ShelfState) { self.row = row }
    mutating func set(_ field: DialogField.ID, to value: String, in shelf: inout ShelfState) { kind = value }
    func confirm(in shelf: inout ShelfState) -> [ShelfEffect] {
        shelf.close()
        shelf.tell(Message(.done, "\(kind): \(Self.counts[row])"))
        return []
    }
}

/// The screen itself.
private final class ShelfScreen: DialogScreen {
    let loop: ScreenLoop
    let keys = KeyMap(ShelfState.table)
    let look: ScreenLook
    let opens: () -> any StackedScreen
    private(set) var state: ShelfState
    private(set) var spots = SpotMap()

    init(loop: ScreenLoop, mouse: MouseState, opens: @escaping () -> any StackedScreen) {
        self.loop = loop
        self.opens = opens
        look = ScreenLook(theme: .monochrome, symbols: .unicode, table: keys.table)
        state = ShelfState(
            front: ScreenFront(
                themes: ThemeState(names: ["dark", "light"], now: "dark"),
                mouse: mouse,
                keyNames: keys.table.keyNames
            )
        )
    }

    var unsettledPart: UnsettledPart? { nil }
    func begin() {}
    func finish() {}
    func takeReports() {}
    func keep(_ canvas: Canvas, _ request: SnapshotRequest) {}

    func take(_ action: ScreenAction) {
        loop.drawAnew()
        for effect in state.take(action) {
            switch effect {
            case .openRound: loop.push(opens())
            case .screen(let effect): loop.perform(effect)
            }
        }
    }

    func frame(in size: TerminalSize) -> Canvas {
        state.dialogRoom = look.dialogRoom(state, size: size)
        state.clampDialog()
        var canvas = Canvas(size: size)
        let words = "the shelf, \(state.shared.theme), mouse \(state.mouse.isTaken ? "on" : "off")"
        canvas.draw(SafeText(words), x: 0, y: 0, width: size.columns, style: .plain)
        let hints = [CommandHint(.read, "round"), CommandHint(.openQueue, "count"), CommandHint(.help, "help")]
        let (frame, spots) = look.frame(canvas, of: state, hints: hints)
        self.spots = spots
        return frame
    }
}

@Suite struct OwnScreenTests {
    /// A shelf, and a review that it opens.
    private func screen(on terminal: any Terminal, _ path: String, wake: WakePipe) -> ShelfScreen {
        let loop = ScreenLoop(terminal: terminal)
        let mouse = MouseState(isPossible: true, isTaken: true)
        return ShelfScreen(loop: loop, mouse: mouse) {
            ReviewApp(
                loop: loop,
                workshop: Workshop(request: RoundRequest(paths: [path])),
                screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
                state: ReviewState(
                    name: "round.jsonl",
                    themes: ThemeState(names: ["dark", "light"], now: "dark"),
                    mouse: MouseState(isPossible: true),
                    keyNames: CommandTable.standard.keyNames
                ),
                wake: { wake.wake() }
            )
        }
    }

    @discardableResult
    private func run(_ steps: [ScriptedTerminal.Step]) throws -> ShelfState {
        let (folder, path) = try PlainAppTests.rounds()
        let wake = try WakePipe()
        let terminal = ScriptedTerminal(
            size: TerminalSize(columns: 120, rows: 36),
            wake: wake,
            script: [.waitFor("the shelf")] + steps + [.end(.hangUp)]
        )
        let shelf = screen(on: terminal, path, wake: wake)
        _ = shelf.loop.run(shelf)
        withExtendedLifetime(folder) {}
        if let failure = terminal.failure { Issue.record("\(failure)") }
        return shelf.state
    }

    @Test func `its keys are its own, and those of a review alone do nothing on it`() throws {
        try run([
            .type("e"), .waitFor("e does nothing here; ? lists the keys"),
            .type("x"), .waitFor("how many"), .type("x"), .waitUntilGone("how many"),
            .key(KeyPress(.enter)), .waitFor("60 items"), .type("q"), .waitFor("the shelf"),
        ])
    }

    @Test func `keys and mouse drive its dialog`() throws {
        try run([
            .type("xj"), .key(KeyPress(.enter)), .waitFor("rough: two"),
            .click(on: "count"), .waitFor("how many"), .click(on: "exact"), .wheel(on: "one", .down),
            .wheel(on: "one", .down), .key(KeyPress(.enter)), .waitFor("exact: three"),
        ])
    }

    @Test func `help lists its commands, and on a review those of the review`() throws {
        try run([
            .click(on: "help"), .waitFor("commands here"), .waitFor("choose how many"), .type("agree"),
            .waitFor("no command has this"), .key(KeyPress(.escape)), .waitUntilGone("commands here"),
            .key(KeyPress(.enter)), .waitFor("60 items"), .type("?agree"), .waitFor("agree with the call"),
            .key(KeyPress(.escape)), .waitUntilGone("commands here"), .type("q"), .waitFor("the shelf"),
        ])
    }

    @Test func `help scrolls by keys and wheel where it is longer than its box`() throws {
        let shelf = try run([.type("?"), .waitFor("commands here"), .key(KeyPress(.tab)), .waitFor("all commands")])
        #expect(shelf.dialog?.id == .help)
        #expect(shelf.dialogRoom.rows > 0)
    }

    @Test func `the palette runs its commands, and remembers the lines of all screens`() throws {
        let shelf = try run([
            .type(":many"), .waitFor("choose how many"), .key(KeyPress(.enter)), .waitFor("how many"),
            .key(KeyPress(.escape)), .type(":round"), .waitFor("open the round"), .key(KeyPress(.enter)),
            .waitFor("60 items"), .type(":order safety"), .key(KeyPress(.enter)), .waitUntilGone("list.order"),
            .type("q"), .waitFor("the shelf"),
        ])
        #expect(shelf.aids.history == ["list.order safety", "reading.open", "queue.open"])
    }

    @Test func `the palette completes, and refuses what is no command of it`() throws {
        let shelf = try run([
            .type(":theme li"), .key(KeyPress(.tab)), .waitFor(":theme.choose light"), .key(KeyPress(.enter)),
            .waitFor("the shelf, light"), .type(":theme grey"), .key(KeyPress(.enter)),
            .waitFor("there is no theme \"grey\""), .key(KeyPress(.escape)), .waitUntilGone("no theme"),
            .type(":list.order safety"), .key(KeyPress(.enter)), .waitFor("no command has this in its name"),
        ])
        #expect(shelf.dialog?.id == .palette)
    }

    @Test func `theme and mouse go along, there and back`() throws {
        try run([
            .type("T"), .waitFor("theme"), .click(on: "light"), .key(KeyPress(.enter)), .waitFor("the shelf, light"),
            .type("W"), .waitFor("mouse off"), .key(KeyPress(.enter)), .waitFor("60 items"), .waitFor("mouse off"),
            .type("WT"), .waitFor("adversarial"), .key(KeyPress(.up)), .key(KeyPress(.enter)), .waitFor("theme dark"),
            .type("q"), .waitFor("the shelf, dark, mouse on"), .click(on: "count"), .waitFor("how many"),
        ])
    }

    @Test(arguments: [
        ["queue.open", "dialog.answer 3", "dialog.answer kind exact", "dialog.confirm"],
        ["queue", "dialog.next-row", "move.next", "dialog.answer kind exact", "confirm"],
    ])
    func `lines do the same by the names of commands`(_ lines: [String]) throws {
        let wake = try WakePipe()
        let terminal = MemoryTerminal(
            size: TerminalSize(columns: 80, rows: 24),
            abilities: TerminalAbilities(colors: 256, drawing: .braille),
            wake: wake
        )
        let shelf = screen(on: terminal, "none", wake: wake)
        for line in lines { shelf.take(try shelf.keys.action(for: TypedCommand(line), in: shelf.state)) }
        #expect(shelf.state.message == Message(.done, "exact: three"))
        #expect(throws: TypedCommandError.unknown("verdict.agree", nearest: nil)) {
            try shelf.keys.action(for: TypedCommand("agree"), in: shelf.state)
        }
    }
}
