import Foundation
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import ScreenPictures
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import ReviewApp

@Suite struct ScriptPlayerTests {
    static let sample = Repository.path("sample-data/round-2.jsonl")

    private struct Played {
        var outcome: ReviewOutcome?
        var problem: ScriptProblem?
        var state: ReviewState
        var canvas: Canvas
    }

    private func play(
        _ text: String,
        round: [String] = [sample],
        isCancelled: @escaping () -> Bool = { false }
    ) throws -> Played {
        let script = try ReviewScript(Array(text.utf8), name: "s")
        let wake = try WakePipe()
        let terminal = MemoryTerminal(
            size: script.setup.size,
            abilities: TerminalAbilities(colors: script.setup.colors, drawing: script.setup.drawing),
            wake: wake
        )
        let app = ReviewApp(
            loop: ScreenLoop(terminal: terminal),
            workshop: Workshop(request: RoundRequest(paths: round)),
            screen: ReviewScreen(theme: .monochrome, symbols: Symbols(script.setup.drawing)),
            state: ReviewState(
                name: "r",
                exportDirectory: "unused",
                plotDrawing: PlotDrawing(script.setup.drawing),
                themes: ThemeState(names: ["a", "b"], now: "a"),
                keyNames: CommandTable.standard.keyNames
            ),
            wake: { wake.wake() }
        )
        do throws(ScriptProblem) {
            let outcome = try app.play(script, on: terminal, isCancelled: isCancelled)
            return Played(outcome: outcome, problem: nil, state: app.state, canvas: terminal.canvas)
        } catch {
            return Played(outcome: nil, problem: error, state: app.state, canvas: terminal.canvas)
        }
    }

    @Test func `each line finds what the one before it did`() throws {
        let played = try play(
            """
            expect 1,994 items
            :threshold.type 0.85
            expect θ safety 0.80 → 0.85
            key m
            expect [moved
            :filter category = cheating
            expect 297 of 1,994 items
            key /
            type lock
            key Enter
            expect found
            keys Esc Esc
            key Q
            key Esc
            size 80 24
            theme b
            expect theme b
            """
        )
        #expect(played.problem == nil, "\(played.problem?.message ?? "")")
        #expect(played.outcome == ReviewOutcome(status: 0, message: nil))
        #expect(played.canvas.size == TerminalSize(columns: 80, rows: 24))
        #expect(played.state.thresholds.now.safety == 0.85)
        #expect(played.state.aids.themes.now == "b")
        #expect(played.state.unsettledPart == nil)
    }

    @Test(arguments: [
        ("key n", "s:1: the key n was refused: there is no search yet"),
        (":threshold.type zero", "s:1: threshold.type zero was refused: \"zero\" is not a number"),
        ("# one\n:theme.choose pink", "s:2: theme.choose pink was refused: there is no theme \"pink\""),
        (":filter bogus = 1", "no field is called \"bogus\""), (":filter safety <", "was refused"),
        ("key %", "% does nothing here"), ("expect nonsense", "does not show \"nonsense\""),
        (":dialog.confirm", "works only in a dialog"), ("key e\n:list.moved", "s:2: list.moved was refused"),
        ("size 10 5\n:list.moved", "too small"), ("key q\nkey j", "s:2: the review was left at line 1"),
        ("film f.svg", "no frame"), ("frame 1\nsize 80 24\nframe 1", "have one size"),
        ("key /\nkey Tab\ntype (\nkey Enter", "s:4: the key Enter was refused"),
        (":snapshot /nonexistent/a.svg", "s:1: /nonexistent/a.svg cannot be written: its folder does not exist"),
    ]) func `what cannot be done ends the script with its line`(_ text: String, _ says: String) throws {
        let played = try play(text)
        #expect(played.problem?.message.contains(says) == true, "\(played.problem?.message ?? "played")")
        #expect(played.problem?.status == (says.contains("/nonexistent") ? 73 : 65))
    }

    @Test func `a line that is tried may be refused, and the next one starts anew`() throws {
        let played = try play(
            """
            try key n
            expect there is no search yet
            try :threshold.type zero
            expect is not a number
            key Esc
            try expect nonsense
            try :list.moved
            try key j
            expect the list is empty
            key c
            key j
            """
        )
        #expect(played.problem == nil, "\(played.problem?.message ?? "")")
        #expect(played.state.list.cursor == 1)
    }

    @Test func `the screen is kept as it stands, dialogs and messages too`() throws {
        let folder = try TestFolder()
        let played = try play(
            """
            key Right
            :snapshot \(folder("moved.txt"))
            key e
            :snapshot \(folder("export.txt"))
            :snapshot \(folder("export.svg"))
            frame 1
            key Esc
            frame 1
            film \(folder("film.svg"))
            :snapshot \(folder("now.txt"))
            """
        )
        #expect(played.problem == nil, "\(played.problem?.message ?? "")")
        #expect(String(decoding: folder.bytes("moved.txt"), as: UTF8.self).contains("θ safety 0.80 → 0.81"))
        #expect(String(decoding: folder.bytes("export.txt"), as: UTF8.self).contains("─ export ─"))
        #expect(folder.bytes("now.txt") == ScreenText.file(played.canvas))
        #expect(String(decoding: folder.bytes("film.svg"), as: UTF8.self).contains("@keyframes"))
        #expect(!String(decoding: folder.bytes("export.svg"), as: UTF8.self).contains("@keyframes"))
        #expect(folder.entries == ["export.svg", "export.txt", "film.svg", "moved.txt", "now.txt"])
        let again = try play(":snapshot \(folder("now.txt"))")
        #expect(again.problem?.message.contains("replace in front of its name replaces it") == true)
        #expect(again.problem?.status == 73)
        #expect(try play(":snapshot replace \(folder("now.txt"))").problem == nil)
        #expect(try play("size 80 24\n:snapshot replace \(folder("."))/now.txt").problem == nil)
    }

    @Test func `a snapshot from the palette says where it is, and why it is not`() throws {
        let folder = try TestFolder()
        let path = folder("a.txt")
        let said = try play("key :\ntype snapshot \(path)\nkey Enter\nexpect the screen is in")
        #expect(said.problem == nil, "\(said.problem?.message ?? "")")
        let text = String(decoding: folder.bytes("a.txt"), as: UTF8.self)
        #expect(text.contains("1,994 items") && !text.contains("─ command ─"))
        let refused = try play("key :\ntype snapshot \(path)\nkey Enter")
        #expect(refused.problem?.message.contains("it exists already") == true)
        #expect(
            try play("key :\ntype snapshot\nkey Enter").problem?.message.contains("name a file for the screen") == true
        )
        #expect(try play("key :\ntype snapshot x.png\nkey Enter").problem?.message.contains("neither .txt") == true)
        #expect(folder.bytes("a.txt") == Array(text.utf8))
    }

    @Test func `the same script shows the same, whatever the machine does`() throws {
        let script = "key Right\nkey m\n:filter safety < 0.3 or category = money\nkey n"
            .replacing("\nkey n", with: "\nkeys j j j")
        let first = try play(script).canvas
        for _ in 0..<3 { #expect(try play(script).canvas == first) }
    }

    @Test func `fewer colours are what such a terminal shows`() throws {
        #expect(try play("colours 0\nascii\nkey Right").canvas.cells.allSatisfy { $0.glyph.base.isASCII })
        let plain = try play("colours 8\nkey Right").canvas
        #expect(
            plain.cells.allSatisfy { cell in
                if case .palette(let number) = cell.style.foreground { number < 8 } else { true }
            }
        )
    }

    @Test func `a round that never ends is told by the line that waits for it`() throws {
        let folder = try TestFolder()
        mkfifo(folder("pipe"), 0o600)
        let descriptor = open(folder("pipe"), O_RDWR)
        defer { close(descriptor) }
        let played = try play("timeout 1\nkey j", round: [folder("pipe")])
        #expect(played.problem?.status == 75)
        #expect(played.problem?.message.contains("s:2: reading the round was not done within 1 second;") == true)
    }

    @Test func `an interruption ends it as Ctrl-C does`() throws {
        #expect(try play("key j", isCancelled: { true }).outcome?.status == 130)
        #expect(try play("key Ctrl-C").outcome?.status == 130)
        let none = try play("key j", round: ["/nonexistent/round.jsonl"])
        #expect(none.outcome?.status == 66)
    }
}
