import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

/// A screen that opens a review with `o` and leaves with `q`.
private final class PlainScreen: StackedScreen {
    let loop: ScreenLoop
    let opens: () -> any StackedScreen
    var shared = SharedLook(theme: "b")
    var unsettledPart: UnsettledPart? { nil }
    var isAsking: Bool { false }
    private(set) var calls: [String] = []
    private var said = ""

    init(loop: ScreenLoop, opens: @escaping () -> any StackedScreen) {
        self.loop = loop
        self.opens = opens
    }

    func begin() { calls.append("begin") }
    func finish() { calls.append("finish") }
    func takeReports() {}
    func take(_ press: KeyPress) {
        calls.append(press.name)
        if press == .character("o") { loop.push(opens()) }
        if press == .character("q") { loop.leave(ReviewOutcome(status: 0, message: "done")) }
    }
    func take(_ event: MouseEvent) {}
    func take(paste bytes: [UInt8]) {}
    func text(typedBy press: KeyPress) -> String? { nil }
    func insert(_ text: String) {}
    func tell(_ text: String) { said = text }
    func frame(in size: TerminalSize) -> Canvas {
        var canvas = Canvas(size: size)
        let words = "the first screen, theme \(shared.theme), lines \(shared.history.joined(separator: "; "))"
        canvas.draw(SafeText(words), x: 0, y: 0, width: size.columns, style: .plain)
        return canvas
    }
    func keep(_ canvas: Canvas, _ request: SnapshotRequest) {}
}

@Suite struct ScreenLoopTests {
    private func run(_ steps: [ScriptedTerminal.Step]) throws -> (ReviewOutcome, PlainScreen, ScriptedTerminal) {
        let (folder, path) = try PlainAppTests.rounds()
        let wake = try WakePipe()
        let terminal = ScriptedTerminal(size: TerminalSize(columns: 120, rows: 36), wake: wake, script: steps)
        let loop = ScreenLoop(terminal: terminal)
        let bottom = PlainScreen(loop: loop) {
            ReviewApp(
                loop: loop,
                workshop: Workshop(request: RoundRequest(paths: [path])),
                screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
                state: ReviewState(
                    name: "round.jsonl",
                    themes: ThemeState(names: ["a", "b"], now: "a"),
                    keyNames: CommandTable.standard.keyNames
                ),
                wake: { wake.wake() }
            )
        }
        let outcome = loop.run(bottom)
        withExtendedLifetime(folder) {}
        if let failure = terminal.failure { Issue.record("\(failure)") }
        return (outcome, bottom, terminal)
    }

    @Test func `a round is opened over a screen and left again, as often as one likes`() throws {
        let (outcome, bottom, _) = try run([
            .waitFor("the first screen"), .type("o"), .waitFor("60 items"), .type("q"), .waitFor("the first screen"),
            .type("o"), .waitFor("60 items"), .type("q"), .waitFor("the first screen"), .type("q"),
        ])
        #expect(outcome == ReviewOutcome(status: 0, message: "done"))
        #expect(bottom.calls == ["begin", "o", "o", "q", "finish"])
    }

    @Test func `theme and lines of the palette go along, there and back`() throws {
        _ = try run([
            .waitFor("theme b"), .type("o"), .waitFor("60 items"), .type(":theme a"), .key(KeyPress(.enter)),
            .waitFor("theme a"), .type("q"), .waitFor("the first screen, theme a, lines theme.choose a"),
            .type("o"), .waitFor("60 items"), .type(":"), .waitFor("theme.choose a"), .key(KeyPress(.escape)),
            .type("qq"),
        ])
    }

    @Test func `what ends the program ends it from any screen`() throws {
        let (outcome, bottom, _) = try run([
            .waitFor("the first screen"), .type("o"), .waitFor("60 items"), .key(.control("c")),
        ])
        #expect(outcome.status == 130)
        #expect(bottom.calls == ["begin", "o", "finish"])
    }
}
