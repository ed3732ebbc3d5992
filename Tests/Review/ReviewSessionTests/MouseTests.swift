import DensityPlot
import ItemFilter
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// What the mouse asks for, without a screen.
@Suite struct MouseTests {
    private func driver(_ columns: ScoreColumns = ExampleRound.clustered(items: 800)) -> SessionDriver {
        var driver = SessionDriver(
            columns,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.state.mouse = MouseState(isPossible: true, isTaken: true)
        return driver
    }

    private func cell(_ safety: Double, _ help: Double, _ size: Double = 0.01) -> PlotCell {
        PlotCell(safety: safety...safety + size, helpfulness: help...help + size)
    }

    private func moves(_ driver: SessionDriver) -> [(from: Thresholds, to: Thresholds)] {
        driver.kept.compactMap { entry in
            if case .thresholds(let from, let to) = entry.event { (from, to) } else { nil }
        }
    }

    private func grab(_ driver: inout SessionDriver, _ name: ThresholdName = .safety) {
        driver.send(.mouse(.grab(name, offset: PlotOffset(), isBeside: false, cell(0.795, 0.2))))
    }

    @Test func `a drag is one entry of the journal, made at its end`() throws {
        var driver = driver()
        let before = driver.state.thresholds.now
        grab(&driver)
        for step in 1...20 {
            driver.send(.mouse(.drag(cell(0.795 - Double(step) / 100, 0.2))))
            #expect(driver.state.counting.tally?.thresholds == driver.state.thresholds.now)
            #expect(moves(driver).isEmpty)
        }
        #expect(driver.state.message?.text.hasPrefix("θ safety 0.80 → 0.60: ") == true)
        driver.send(.mouse(.release))
        let moves = moves(driver)
        #expect(moves.count == 1)
        #expect(moves.first?.from == before && moves.first?.to == driver.state.thresholds.now)
        #expect(driver.state.pointer.drag == nil)
    }

    @Test func `Esc while a line is dragged puts it back, with everything that hung on it`() {
        var driver = driver(ScoreColumns(safety: [1, 2, 3, 4], helpfulness: [1, 2, 3, 4]))
        let before = driver.state.thresholds
        #expect(!before.suggested.isEmpty)
        grab(&driver)
        driver.send(.mouse(.drag(cell(1.5, 2))))
        #expect(driver.state.thresholds != before)
        driver.send(.back)
        #expect(driver.state.thresholds == before)
        driver.send(.mouse(.drag(cell(2.5, 2))), .mouse(.release))
        #expect(driver.state.thresholds == before)
        #expect(moves(driver).isEmpty)
    }

    @Test(arguments: [Command.undo, .quit, .help, .openQueue, .stepUp, .toggleMouse, .suspend, .typeThreshold, .export])
    func `a key ends the drag first, and its way is kept`(_ command: Command) {
        var driver = driver()
        let before = driver.state.thresholds.now
        grab(&driver)
        driver.send(.mouse(.drag(cell(0.6, 0.2))))
        driver.send(command)
        #expect(driver.state.pointer.drag == nil)
        #expect(moves(driver).first?.from == before)
        let now = driver.state.thresholds.now
        driver.send(.mouse(.drag(cell(0.3, 0.2))))
        #expect(driver.state.thresholds.now == now)
        if command == .undo { #expect(now == before) }
    }

    @Test func `a press whose release got lost ends with the next`() {
        var driver = driver()
        grab(&driver)
        driver.send(.mouse(.drag(cell(0.6, 0.2))))
        driver.send(.mouse(.grab(.adv, offset: PlotOffset(), isBeside: false, cell(0.495, 0.2))))
        #expect(moves(driver).count == 1)
        driver.send(.mouse(.drag(cell(0.3, 0.2))), .mouse(.release))
        #expect(moves(driver).count == 2)
    }

    @Test func `a release, or motion, without a press is nothing`() {
        var driver = driver()
        let (before, message) = (driver.state.thresholds, driver.state.message)
        driver.send(.mouse(.release), .mouse(.drag(cell(0.1, 0.1))), .mouse(.release))
        #expect(driver.state.thresholds == before)
        #expect(driver.state.find.filter == nil && driver.state.dialog == nil && driver.state.message == message)
    }

    @Test func `a rectangle that a key interrupts is no filter`() {
        var driver = driver()
        driver.send(.mouse(.press(cell(0.1, 0.1))), .mouse(.drag(cell(0.6, 0.6))))
        driver.send(.help)
        driver.send(.mouse(.release))
        #expect(driver.state.find.filter == nil)
        driver.send(.cancel)
        driver.send(.mouse(.press(cell(0.1, 0.1))), .mouse(.drag(cell(0.6, 0.6))))
        driver.send(.back)
        driver.send(.mouse(.release))
        #expect(driver.state.find.filter == nil)
    }

    @Test func `rectangles narrow one another and other conditions stay`() {
        var driver = driver()
        driver.send(.run(.filter, argument: "category = locks and safety > 0.05", line: ""))
        driver.send(.mouse(.press(cell(0.1, 0.2))), .mouse(.drag(cell(0.79, 0.59))), .mouse(.release))
        #expect(
            driver.state.find.filter?.text
                == "safety >= 0.1 and safety <= 0.8 and help >= 0.2 and help <= 0.6 and category = locks and safety > 0.05"
        )
        driver.send(.mouse(.press(cell(0.3, 0.0))), .mouse(.drag(cell(0.99, 0.49))), .mouse(.release))
        #expect(
            driver.state.find.filter?.text
                == "safety >= 0.3 and safety <= 0.8 and help >= 0.2 and help <= 0.5 and category = locks and safety > 0.05"
        )
        for _ in 0..<300 {
            driver.send(.mouse(.press(cell(0.3, 0.0))), .mouse(.drag(cell(0.99, 0.49))), .mouse(.release))
        }
        #expect(driver.state.find.filter?.expression.tests.count == 6)
    }

    @Test func `the axes stay while a line is dragged`() throws {
        var safety = (0..<1000).map { Double($0 % 100) / 100 }
        safety[0] = 1e6
        var driver = driver(ScoreColumns(safety: safety, helpfulness: (0..<1000).map { Double($0) }))
        let view = try #require(driver.state.viewport)
        grab(&driver)
        driver.send(.mouse(.drag(cell(9e5, 10, 1000))))
        #expect(driver.state.viewport == view)
        driver.send(.mouse(.release))
        #expect(driver.state.viewport != view)
    }

    @Test func `a mouse that is the terminal's asks for nothing`() {
        var driver = driver()
        driver.send(.toggleMouse)
        let before = driver.state.thresholds
        grab(&driver)
        driver.send(.mouse(.drag(cell(0.6, 0.2))), .mouse(.release), .mouse(.tab(.invalid)))
        #expect(driver.state.thresholds == before)
        #expect(driver.state.list.tab != .invalid)
    }

    @Test func `without a mouse the key says so`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 10))
        driver.send(.toggleMouse)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `what was drawn before the list changed is not what is clicked on`() throws {
        var driver = driver()
        let shown = try #require(driver.state.list.window[4])
        driver.send(.reverseOrder)
        driver.send(.mouse(.row(driver.state.list.tab, 4, shown)))
        #expect(driver.state.list.cursor == 0)
        driver.send(.mouse(.row(.invalid, 4, nil)), .mouse(.row(driver.state.list.tab, 1_000_000, nil)))
        #expect(driver.state.list.cursor == 0)
        driver.send(.help)
        driver.send(
            .dialog(.palette, .choose(row: 3)),
            .mouse(.row(driver.state.list.tab, 2, driver.state.list.window[2]))
        )
        #expect(driver.state.list.cursor == 0)
    }

    @Test func `rows and options that there are not do nothing`() {
        for command in [Command.openQueue, .judgeMany, .facets, .palette, .export, .filter, .openCertificate, .help] {
            var driver = driver()
            driver.send(.mark)
            driver.send(command)
            guard let id = driver.state.dialog?.id else {
                Issue.record("\(command) opens nothing")
                continue
            }
            for row in [-1, 1000, .max, .min] {
                driver.send(
                    .dialog(id, .choose(row: row)),
                    .dialog(id, .move(.rows(row))),
                    .dialog(id, .turn("\(row)", by: row))
                )
                driver.send(.dialog(id, .set("format", to: "\(row)")), .dialog(id, .set("verdict", to: "\(row)")))
                #expect(driver.state.dialog?.id == id)
            }
            driver.send(.cancel)
        }
    }

    @Test(arguments: [Double.leastNormalMagnitude / 1000, 1e-12, 1, 1e15, 1e300])
    func `no scale makes a drag fail`(_ scale: Double) {
        let scores = (0..<50).map { Double($0) / 50 * scale }
        var driver = driver(ScoreColumns(safety: scores, helpfulness: scores))
        let size = scale / 80
        for name in ThresholdName.allCases {
            for at in [0.1, 0.5, 0.9] {
                driver.send(
                    .mouse(.grab(name, offset: PlotOffset(), isBeside: false, cell(0.2 * scale, 0.2 * scale, size)))
                )
                let to = cell(at * scale, at * scale, size)
                driver.send(.mouse(.drag(to)), .mouse(.release))
                let value = driver.state.thresholds.now[name]
                #expect(to.safety.contains(value))
            }
        }
        driver.send(.mouse(.press(cell(0.1 * scale, 0.1 * scale, size))))
        driver.send(.mouse(.drag(cell(0.7 * scale, 0.7 * scale, size))), .mouse(.release))
        #expect(driver.state.find.filter?.items.map { $0.count >= 30 && $0.count <= 33 } == true)
    }
}

extension SessionDriver {
    fileprivate mutating func send(_ first: Action, _ second: Action, _ more: Action...) {
        for action in [first, second] + more { send(action) }
    }
}
