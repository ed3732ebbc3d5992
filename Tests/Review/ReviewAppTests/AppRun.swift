import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// Runs the whole program but for the terminal.
struct AppRun {
    var outcome: ReviewOutcome
    var state: ReviewState
    var terminal: ScriptedTerminal

    /// - Parameters:
    ///   - folder: what the paths stand in; it is there for as long as the program runs.
    ///   - start: the review before anything is read, where it is not the usual one.
    init(
        in folder: TestFolder? = nil,
        _ paths: [String],
        size: TerminalSize = TerminalSize(columns: 120, rows: 36),
        given: ThresholdDefaults = ThresholdDefaults(),
        exportDirectory: String = "unused",
        mouse: MouseState = MouseState(),
        start: ReviewState? = nil,
        _ script: [ScriptedTerminal.Step]
    ) throws {
        let wake = try WakePipe()
        let terminal = ScriptedTerminal(size: size, wake: wake, script: script)
        let state =
            start
            ?? ReviewState(
                name: paths[0],
                given: given,
                exportDirectory: exportDirectory,
                mouse: mouse,
                keyNames: CommandTable.standard.keyNames
            )
        let app = ReviewApp(
            loop: ScreenLoop(terminal: terminal),
            workshop: Workshop(request: RoundRequest(paths: paths)),
            screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
            state: state,
            wake: { wake.wake() }
        )
        outcome = app.run()
        self.state = app.state
        self.terminal = terminal
        if let failure = terminal.failure { Issue.record("\(failure)") }
    }
}
