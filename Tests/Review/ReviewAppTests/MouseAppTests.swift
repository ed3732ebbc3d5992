import ReviewApp
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// The mouse through the whole program but for the terminal.
@Suite struct MouseAppTests {
    private func run(
        mouse: MouseState = MouseState(isPossible: true, isTaken: true),
        _ script: [ScriptedTerminal.Step]
    ) throws -> AppRun {
        let folder = try TestFolder()
        let file = try folder.write(ReviewAppTests.round, to: "round.jsonl")
        return try AppRun(
            in: folder,
            [file],
            mouse: mouse,
            [.waitFor("read prompt, response")] + script + [.end(.hangUp)]
        )
    }

    @Test func `a line is dragged, undone by one key, and lists and keys are clicked on`() throws {
        let run = try run([
            .drag(from: "θ safety 0.80", right: -3, down: 2), .waitFor("accepted +1"), .waitFor("u undo"),
            .click(on: "moved 1"), .waitFor("[moved 1]"), .waitFor("D→C"), .click(on: "u undo"),
            .waitFor("undone: θ safety"), .click(on: "invalid 1"), .waitFor("[invalid 1]"),
            .waitFor("safety score is null"),
            .click(on: "= type"), .waitFor("set to"), .click(on: "Esc cancel"), .waitUntilGone("set to"),
        ])
        #expect(run.terminal.takings == [true])
        #expect(run.state.thresholds.now == Thresholds(adv: 0.5, safety: 0.8, help: 0.4))
    }

    @Test func `a rectangle is a filter until Esc`() throws {
        _ = try run([
            // Between the lines, down to below the line of help.
            .drag(from: "D discarded", right: 25, down: 9), .waitFor("pass; Esc shows all again"),
            .waitFor("filter safety >="),
            .key(KeyPress(.escape)), .waitFor("filter off"),
        ])
    }

    @Test func `a key gives the mouse back`() throws {
        let run = try run([
            .waitFor("W mouse on"), .type("W"), .waitFor("W mouse off"), .waitFor("to select and copy"),
            .click(on: "invalid 1"), .type("W"), .waitFor("W mouse on"),
            .look { #expect(!CanvasText($0).text.contains("[invalid")) }, .click(on: "invalid 1"),
            .waitFor("[invalid 1]"),
        ])
        #expect(run.terminal.takings == [true, false, true])
    }

    @Test func `where it is not wanted it is the terminal's from the start`() throws {
        let run = try run(mouse: MouseState(isPossible: true), [.waitFor("W mouse off")])
        #expect(run.terminal.takings == [false])
    }

    @Test func `a terminal without a mouse says nothing of one`() throws {
        let run = try run(mouse: MouseState(), [.look { #expect(!CanvasText($0).text.contains("mouse")) }])
        #expect(run.terminal.takings == [false])
    }

    /// A drag across a resize goes on in the new layout; one that a dialog ends is over.
    @Test func `drags across a resize, and into a dialog`() throws {
        let press = MouseEvent(.press(.left), x: 0, y: 0)
        let run = try run([
            .drag(from: "θ adv 0.50", right: 2, down: 0), .waitFor("θ adv 0.50 →"),
            .resize(TerminalSize(columns: 80, rows: 24)), .mouse(MouseEvent(.drag(.left), x: 3, y: 3)), .mouse(press),
            .type("?"), .waitFor("commands here"), .mouse(MouseEvent(.drag(.left), x: 40, y: 9)),
            .mouse(MouseEvent(.release, x: 40, y: 9)), .key(KeyPress(.escape)), .waitUntilGone("commands here"),
        ])
        #expect(run.state.pointer.drag == nil)
    }

    @Test func `ten thousand clicks, notches and motions, and a key behind them`() throws {
        var script: [ScriptedTerminal.Step] = []
        for number in 0..<10_000 {
            let kinds: [MouseEvent.Kind] = [.press(.left), .drag(.left), .release, .wheel(.down, notches: 1)]
            script.append(.mouse(MouseEvent(kinds[number % 4], x: number % 120, y: number % 31)))
        }
        let run = try run(
            script + [.key(KeyPress(.escape)), .key(KeyPress(.escape)), .type("?"), .waitFor("commands here")]
        )
        #expect(run.terminal.pictures < 3000)
    }
}
