import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Whatever is asked for twice, or for a second thing before the first is done, the review comes to rest.
@Suite struct RestTests {
    /// A command as the palette takes it, with what is typed and confirmed behind it.
    private struct Act: Sendable, CustomStringConvertible {
        var command: Command
        var argument: String?
        var then: [Command] = []

        init(_ command: Command, _ argument: String? = nil, then: [Command] = []) {
            (self.command, self.argument, self.then) = (command, argument, then)
        }

        var description: String {
            ([command.rawValue, argument].compactMap { $0 } + then.map(\.rawValue)).joined(separator: " ")
        }

        func send(to driver: inout SessionDriver) {
            if let argument {
                driver.send(.run(command, argument: argument, line: argument))
            } else {
                driver.send(.command(command))
            }
            for command in then { driver.send(.command(command)) }
        }
    }

    /// What a review is at when the commands come.
    private enum Situation: String, CaseIterable {
        case plain, filtered, filterOff, searched, onlyHits, marked, queue, judged, dialog, loading, reloading
    }

    private static let columns = ExampleRound.clustered(items: 60)

    /// Commands that ask workers for something.
    private static let acts: [Act] = [
        Act(.filter, "safety < 0.5"), Act(.filter, "has verdict"), Act(.filter, "bucket = accepted"),
        Act(.filter, "id ~ /x/"),
        Act(.filter, then: [.confirm]), Act(.filter), Act(.filter, then: [.cancel]), Act(.facets),
        Act(.facets, then: [.confirm]), Act(.facets, then: [.nextField, .confirm]), Act(.search, "lock"),
        Act(.search, "nowhere"), Act(.search, then: [.confirm]), Act(.nextHit), Act(.previousHit), Act(.onlyHits),
        Act(.back),
        Act(.nextOrder, "category"), Act(.nextOrder, "nowhere"), Act(.chooseColumns, "style prompt"),
        Act(.chooseColumns, then: [.mark, .nextOrder, .confirm]), Act(.crossTable), Act(.crossTable, then: [.confirm]),
        Act(.facets, then: [.mark, .next, .mark, .confirm]),
        Act(.nextOrder, "distance"), Act(.nextOrder, "safety"), Act(.nextOrder), Act(.reverseOrder), Act(.showAccepted),
        Act(.showAdversarial), Act(.showMoved), Act(.showJudged), Act(.showMarked), Act(.showInvalid), Act(.nextTab),
        Act(.stepUp), Act(.leapDown), Act(.typeThreshold, "safety 0.6"), Act(.typeThreshold, "help 0.1"),
        Act(.setBaseline),
        Act(.callUnsafe), Act(.flag), Act(.note, "word"), Act(.undo), Act(.redo), Act(.mark), Act(.clearMarks),
        Act(.judgeMany, then: [.confirm]), Act(.openQueue, then: [.confirm]),
        Act(.openQueue, then: [.last, .previous, .confirm]),
        Act(.openQueue, then: [.nextRow, .nextRow, .nextRow, .confirm]), Act(.showEvidence),
        Act(.showEvidence, then: [.showAccepted]), Act(.showCurves),
        Act(.showCurves, then: [.chooseHelp, .first, .confirm]),
        Act(.openCertificate), Act(.openCertificate, then: [.confirm]),
        Act(.openCertificate, then: [.confirm, .cancel]),
        Act(.export), Act(.export, "elsewhere"), Act(.plotColours), Act(.plotColours, "verdict"),
        Act(.plotColours, "category"),
        Act(.plotAxes), Act(.zoomIn), Act(.fitPlot), Act(.last), Act(.pageDown), Act(.first, "40"), Act(.crosshair),
        Act(.crosshairOpen), Act(.read), Act(.copy), Act(.palette), Act(.help), Act(.cancel), Act(.confirm),
        Act(.reload),
    ]

    private static func driver(_ situation: Situation) -> SessionDriver {
        var panes = SessionDriver.panes
        (panes.plotColumns, panes.plotRows, panes.listRows) = (12, 4, 5)
        var driver = SessionDriver(
            columns,
            invalid: [
                InvalidRow(place: RowPlace(shard: 0, offset: 0, length: 12), line: 7, reason: .missing(.prompt))
            ],
            panes: panes,
            verdicts: VerdictState(reviewer: "ada", writer: 7, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        switch situation {
        case .plain: break
        case .filtered: Act(.filter, "safety > 0.3").send(to: &driver)
        case .filterOff:
            Act(.filter, "safety < 0.5").send(to: &driver)
            driver.send(.back)
        case .searched: Act(.search, "lock").send(to: &driver)
        case .onlyHits:
            Act(.search, "lock number 1").send(to: &driver)
            driver.send(.onlyHits)
        case .marked: driver.send(.mark, .mark, .mark)
        case .queue: driver.send(.openQueue, .confirm)
        case .judged: driver.send(.callUnsafe, .callHelpful, .flag, .undo)
        case .dialog: driver.send(.filter)
        case .loading:
            var part = SessionDriver(columns, verdicts: VerdictState(reviewer: "ada", writer: 7, file: .opening))
            part.state = ReviewState(
                name: "r.jsonl",
                verdicts: VerdictState(reviewer: "ada", writer: 7, file: .opening)
            )
            part.send(.laidOut(panes))
            part.load(columns, isComplete: false, text: SessionDriver.text)
            part.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
            driver = part
        case .reloading: driver.send(.reload)
        }
        return driver
    }

    /// Lets all come to its end, and says what never does.
    private static func rest(_ driver: inout SessionDriver, _ what: @autoclosure () -> String) {
        // A round that is being read comes whole in the end.
        for _ in 0..<3 where driver.state.round.isReading { driver.load(columns, text: SessionDriver.text) }
        if !driver.deliverAll(atMost: 2_000) { Issue.record("\(what()): there is no end of work") }
        if let pending = driver.state.pendingWork { Issue.record("\(what()): \(pending) for ever") }
        let state = driver.state
        let counts = state.population.tally(state.thresholds.now, baseline: state.thresholds.baseline)
        if state.counting.tally != counts { Issue.record("\(what()): other counts than those of now") }
        if let filter = state.find.filter, filter.problem == nil, !state.isFilterCurrent {
            Issue.record("\(what()): a filter that lags")
        }
        guard let query = state.listQuery else { return }
        let (window, _) = query.window(in: state.listPopulation, rows: 0..<1_000)
        let selected = window.total > 0 ? window[state.list.cursor] : nil
        if state.list.window.total != window.total || state.list.selectedItem != selected {
            Issue.record("\(what()): another list than that of now")
        }
    }

    @Test(arguments: Situation.allCases) private func `every command twice in a row`(_ situation: Situation) {
        let beginning = Self.driver(situation)
        for command in Command.allCases where ![.quit, .interrupt].contains(command) {
            for waits in [true, false] {
                var driver = beginning
                driver.holdsBack = true
                let what = "\(situation): \(command.rawValue) twice\(waits ? ", waiting between" : "")"
                driver.send(.command(command))
                if waits, situation != .loading, situation != .reloading { Self.rest(&driver, "\(what), once") }
                driver.send(.command(command))
                Self.rest(&driver, what)
            }
        }
    }

    @Test(arguments: Situation.allCases) private func `every pair of commands that ask for work`(_ situation: Situation)
    {
        let beginning = Self.driver(situation)
        for (number, first) in Self.acts.enumerated() {
            for (other, second) in Self.acts.enumerated() {
                // All pairs from a fresh review; in each other situation every fifth, a different one each time.
                guard situation == .plain || (number + other + situation.rawValue.utf8.count) % 5 == 0 else { continue }
                var driver = beginning
                driver.holdsBack = true
                let what = "\(situation): \(first), then \(second)"
                first.send(to: &driver)
                // Some of it is done when the next one comes.
                let done = (first.description.utf8.count + second.description.utf8.count) % 3
                for _ in 0..<done where !driver.held.isEmpty { driver.deliver(driver.held.count - 1) }
                second.send(to: &driver)
                Self.rest(&driver, what)
            }
        }
    }

    @Test func `a filter that was taken off is found again when it is put on again`() {
        var driver = Self.driver(.plain)
        for _ in 0..<3 {
            driver.send(.filter)
            driver.send(.edit(.clear))
            driver.type("safety < 0.5")
            driver.send(.confirm)
            #expect(driver.state.find.filter?.isComplete == true)
            #expect(driver.state.message?.kind == .done)
            #expect(driver.state.pendingWork == nil)
            driver.send(.back)
        }
    }

    @Test func `a value that is picked twice filters once more`() {
        var driver = Self.driver(.plain)
        driver.send(.facets, .confirm, .facets, .confirm)
        #expect(driver.state.find.filter?.isComplete == true)
        #expect(driver.state.pendingWork == nil)
    }

    @Test func `the order that a list has already keeps its items`() {
        var driver = Self.driver(.plain)
        Act(.nextOrder, "distance").send(to: &driver)
        #expect(driver.state.list.window.total > 0)
        #expect(driver.state.list.listed != nil)
        #expect(driver.state.pendingWork == nil)
    }

    @Test func `contents that could not be read are asked for again by the next queue`() throws {
        var driver = Self.driver(.plain)
        driver.holdsBack = true
        driver.send(.openQueue, .confirm)
        driver.send(.content(.failed(driver.state.round.revision, "gone")))
        #expect(driver.state.message == Message(.failure, "gone"))
        #expect(driver.state.queueing.pending == nil)
        #expect(driver.state.pendingWork == nil)
        driver.holdsBack = false
        driver.send(.openQueue, .confirm)
        #expect(driver.state.queue != nil)
    }
}
