import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// A review and the screen that draws it, at one size.
struct ScreenRig {
    var driver: SessionDriver
    var screen: ReviewScreen
    var size: TerminalSize
    let keys: KeyMap

    init(
        _ columns: ScoreColumns = ExampleRound.clustered(items: 2000),
        columns width: Int = 120,
        rows: Int = 36,
        theme: Theme = .monochrome,
        symbols: Symbols = .unicode,
        invalid: [InvalidRow] = [],
        table: CommandTable = .standard,
        verdicts: VerdictState = VerdictState(),
        grid: ReviewedGrid? = nil,
        text: @escaping (UInt32) -> ItemText = SessionDriver.text
    ) {
        driver = SessionDriver(
            columns,
            invalid: invalid,
            panes: PaneSizes(),
            drawing: symbols.isUnicode ? .braille : .ascii,
            verdicts: verdicts,
            keyNames: table.keyNames,
            grid: grid,
            text: text
        )
        keys = KeyMap(table)
        screen = ReviewScreen(theme: theme, symbols: symbols, table: table)
        size = TerminalSize(columns: width, rows: rows)
        layOut()
    }

    mutating func layOut() {
        for _ in 0..<3 { driver.send(.laidOut(screen.measure(driver.state, size: size))) }
    }

    /// Has the whole round come once more, with another report.
    mutating func tell(_ change: (inout LoadReport) -> Void) {
        let round = driver.state.round
        guard var report = round.report else { return }
        change(&report)
        let whole = RoundSnapshot(columns: round.columns, report: report, meter: LoadMeter(), isComplete: true)
        driver.send(.load(.progressed(whole)))
        layOut()
    }

    mutating func send(_ commands: Command...) {
        for command in commands {
            driver.send(.command(command))
            layOut()
        }
    }

    mutating func press(_ keys: KeyPress...) {
        for key in keys {
            guard let action = self.keys.action(for: key, in: driver.state) else {
                Issue.record("\(key.name) does nothing here")
                continue
            }
            driver.send(.screen(action))
            layOut()
        }
    }

    /// Presses a character key for each character.
    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.character(scalar)) }
    }

    mutating func canvas() -> Canvas { screen.draw(driver.state, size: size) }

    mutating func text() -> String { CanvasText(canvas()).text }
}
