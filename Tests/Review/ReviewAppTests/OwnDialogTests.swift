import PlainReview
import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// A dialog that the program does not have, in one file: what it takes to add one.
private struct FruitDialog: Dialog {
    static let id: DialogID = "fruit"
    static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding([.stepUp: .turn("colour", by: 1), .stepDown: .turn("colour", by: -1)])

    static let fruits = ["apple", "pear", "plum"]
    var row = 0
    var colour = "red"

    func title(in review: ReviewState) -> String { "choose a fruit" }
    func text(in review: ReviewState) -> [String] { ["What is chosen is told."] }
    func rows(in review: ReviewState) -> [DialogRow] {
        Self.fruits.map { DialogRow($0, detail: "\($0.count) letters") }
    }
    func chosenRow(in review: ReviewState) -> Int? { row }
    func fields(in review: ReviewState) -> [DialogField] {
        [DialogField("colour", value: colour, choices: ["red", "green", "blue"])]
    }

    mutating func choose(row: Int, in review: inout ReviewState) { self.row = row }
    mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) { colour = value }
    func confirm(in review: inout ReviewState) -> [Effect] {
        review.close()
        review.tell(Message(.done, "a \(colour) \(Self.fruits[row])"))
        return []
    }
}

@Suite struct OwnDialogTests {
    private func state(mouse: MouseState = MouseState()) -> ReviewState {
        var state = ReviewState(name: "r", mouse: mouse, keyNames: CommandTable.standard.keyNames)
        state.open(FruitDialog())
        return state
    }

    private func run(_ steps: [ScriptedTerminal.Step]) throws -> ReviewState {
        let (folder, path) = try PlainAppTests.rounds()
        let run = try AppRun(
            in: folder,
            [path],
            start: state(mouse: MouseState(isPossible: true, isTaken: true)),
            [.waitFor("choose a fruit"), .waitFor("60 items")] + steps + [.end(.hangUp)]
        )
        return run.state
    }

    @Test func `keys choose a row and turn a field`() throws {
        let state = try run([
            .waitFor("[red]"), .type("j"), .key(KeyPress(.down)), .key(KeyPress(.right)), .waitFor("[green]"),
            .key(KeyPress(.enter)), .waitFor("a green plum"),
        ])
        #expect(state.dialog == nil)
    }

    @Test func `keys leave it, and those that mean nothing in it do nothing`() throws {
        let state = try run([.type("mc"), .key(KeyPress(.escape)), .waitUntilGone("choose a fruit")])
        #expect(state.dialog == nil && state.list.tab == .bucket(.accepted) && state.bulk.marks.isEmpty)
    }

    @Test func `the mouse chooses rows and values, and the wheel goes through rows`() throws {
        let state = try run([
            .click(on: "pear"), .click(on: "blue"), .waitFor("[blue]"),
            .wheel(on: "apple", .down), .key(KeyPress(.enter)), .waitFor("a blue plum"),
        ])
        #expect(state.dialog == nil)
    }

    @Test func `lines tell it, and answer it by number, field and word`() throws {
        let (folder, path) = try PlainAppTests.rounds()
        let lines = try ScriptedLines(["help", "2", "colour green", "4", "colour grey", "adverb", "confirm", "quit"])
        let app = PlainApp(
            lines: lines,
            workshop: Workshop(request: RoundRequest(paths: [path])),
            teller: PlainTeller(),
            state: state(),
            patience: 1000,
            wake: { [pipe = lines.pipe] in pipe.wake() }
        )
        let outcome = app.run()
        withExtendedLifetime(folder) {}
        #expect(lines.output.contains("  2. pear, 4 letters"))
        #expect(lines.output.contains("colour: red, green (chosen), blue"))
        #expect(lines.output.contains("refused: there are rows 1 to 3"))
        #expect(lines.output.contains("refused: colour is one of red, green, blue"))
        #expect(lines.output.contains("a green pear"))
        // Three lines could not be done.
        #expect(outcome.status == 64)
    }

    @Test(arguments: [
        ":dialog.answer 3\n:dialog.answer colour   blue\n:dialog.confirm\nexpect a blue plum",
        "keys j j Right Right\n:confirm\nexpect a blue plum",
        ":dialog.next-row\n:move.next\n:threshold.step-down\nkey Enter\nexpect a blue plum",
        "try :dialog.answer 4\ntry :dialog.answer colour grey\n:dialog.cancel\nexpect 60 items",
    ])
    func `scripts do the same by commands and by keys`(_ text: String) throws {
        let (folder, path) = try PlainAppTests.rounds()
        let script = try ReviewScript(Array(text.utf8), name: "s")
        let wake = try WakePipe()
        let terminal = MemoryTerminal(
            size: script.setup.size,
            abilities: TerminalAbilities(colors: 256, drawing: .braille),
            wake: wake
        )
        let app = ReviewApp(
            loop: ScreenLoop(terminal: terminal),
            workshop: Workshop(request: RoundRequest(paths: [path])),
            screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
            state: state(),
            wake: { wake.wake() }
        )
        #expect(try app.play(script, on: terminal) == ReviewOutcome(status: 0, message: nil))
        withExtendedLifetime(folder) {}
        #expect(app.state.dialog == nil)
    }
}
