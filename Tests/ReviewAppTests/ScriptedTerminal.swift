import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import Synchronization
import TerminalCanvas
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A terminal that presses keys from a script, and lets each wait until the screen shows what it is meant for.
///
/// Everything but the waking is called on the thread of the event loop.
final class ScriptedTerminal: Terminal {
    enum Step {
        case key(KeyPress)
        case paste(String)
        case resize(TerminalSize)
        /// Goes on when the screen holds the text.
        case until(String)
        /// Goes on when the state fulfils a condition, named for the report.
        case when(String, (Canvas) -> Bool)
        case end(TerminalEvent.EndReason)
    }

    var size: TerminalSize
    let abilities = TerminalAbilities(colors: 256, unicode: true)
    private(set) var shown: Canvas
    private(set) var frames = 0
    private(set) var isClosed = false
    private(set) var suspensions = 0
    private var steps: [Step]
    private let wakes: WakeFlag

    init(size: TerminalSize, steps: [Step], wakes: WakeFlag) {
        self.size = size
        self.steps = steps
        self.wakes = wakes
        shown = Canvas(size: size)
    }

    func present(_ canvas: Canvas) {
        shown = canvas
        frames += 1
    }

    func suspend() { suspensions += 1 }
    func close() { isClosed = true }

    func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent? {
        if timeoutMilliseconds == 0 { return wakes.take() ? .woken : nil }
        guard let step = steps.first else {
            Issue.record("the script ended before the program did; the screen:\n\(CanvasText(shown).text)")
            return .ended(.hangUp)
        }
        switch step {
        case .key(let press):
            steps.removeFirst()
            return .key(press)
        case .paste(let text):
            steps.removeFirst()
            return .paste(Array(text.utf8))
        case .resize(let size):
            steps.removeFirst()
            self.size = size
            return .resized
        case .end(let reason):
            steps.removeFirst()
            return .ended(reason)
        case .until(let text):
            return wait(timeoutMilliseconds, for: "\"\(text)\"") { CanvasText($0).text.contains(text) }
        case .when(let name, let condition):
            return wait(timeoutMilliseconds, for: name, condition)
        }
    }

    private func wait(_ limit: Int?, for name: String, _ condition: (Canvas) -> Bool) -> TerminalEvent? {
        if condition(shown) {
            steps.removeFirst()
            return nextEvent(timeoutMilliseconds: limit)
        }
        if wakes.wait(milliseconds: limit ?? 20_000) { return .woken }
        guard limit == nil else { return nil }
        Issue.record("\(name) did not come true; the screen:\n\(CanvasText(shown).text)")
        return .ended(.hangUp)
    }
}

/// Set by workers, waited for by the scripted terminal.
final class WakeFlag: Sendable {
    private let isSet = Mutex(false)

    func set() { isSet.withLock { $0 = true } }

    func take() -> Bool {
        isSet.withLock { flag in
            defer { flag = false }
            return flag
        }
    }

    /// True as soon as it is set; false when the time is over.
    func wait(milliseconds: Int) -> Bool {
        for _ in 0..<max(1, milliseconds) {
            if take() { return true }
            usleep(1000)
        }
        return false
    }
}

/// Runs the whole program but for the terminal.
struct AppRun {
    var outcome: ReviewOutcome
    var state: ReviewState
    var terminal: ScriptedTerminal

    init(
        _ paths: [String], size: TerminalSize = TerminalSize(columns: 120, rows: 36),
        given: ThresholdDefaults = ThresholdDefaults(), exportDirectory: String = "unused",
        _ steps: [ScriptedTerminal.Step]
    ) {
        let wakes = WakeFlag()
        let terminal = ScriptedTerminal(size: size, steps: steps, wakes: wakes)
        let app = ReviewApp(
            terminal: terminal,
            effects: EffectRunner(request: RoundRequest(paths: paths)),
            screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
            state: ReviewState(name: paths[0], given: given, exportDirectory: exportDirectory),
            wake: { wakes.set() }
        )
        outcome = app.run()
        state = app.state
        self.terminal = terminal
    }
}

extension ScriptedTerminal.Step {
    static func keys(_ text: String) -> [Self] { text.unicodeScalars.map { .key(.character($0)) } }
}
