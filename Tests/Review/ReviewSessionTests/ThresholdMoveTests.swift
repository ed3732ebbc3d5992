import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Moves of the thresholds, from keys to counts.
@Suite struct ThresholdMoveTests {
    private func driver() -> SessionDriver { SessionDriver(ExampleRound.clustered(items: 500)) }

    @Test func `a step moves the chosen threshold and nothing else`() {
        var driver = driver()
        driver.send(.chooseHelp, .stepUp, .stepUp, .leapDown)
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.5, safety: 0.8, help: 0.36))
        driver.send(.chooseAdv, .leapUp)
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.6, safety: 0.8, help: 0.36))
    }

    @Test func `counts follow, against the baseline`() throws {
        var driver = driver()
        driver.send(.chooseAdv, .leapUp, .leapUp)
        let tally = try #require(driver.state.counting.tally)
        #expect(tally == driver.state.round.columns.tally(driver.state.thresholds.now, baseline: Self.start))
        #expect(tally.thresholds.adv == 0.7)
        #expect(tally.moved > 0)
    }

    /// 600 on a scale of 0 to 1 is a slip of the finger.
    @Test func `a value beyond all scores, or one that empties a set, is said and can be taken back`() throws {
        var driver = driver()
        driver.send(.run(.typeThreshold, argument: "600", line: ""))
        var text = try #require(driver.state.message?.text)
        #expect(text.contains("no item is accepted now"))
        #expect(text.contains("600.00 lies above all safety scores ("))
        #expect(text.contains("u takes it back"))
        driver.send(.undo)
        #expect(driver.state.thresholds.now == Self.start)
        driver.send(.chooseAdv)
        driver.send(.run(.typeThreshold, argument: "-1", line: ""))
        text = try #require(driver.state.message?.text)
        #expect(text.contains("no item is adversarial now") && text.contains("below all safety scores"))
        driver.send(.undo, .chooseHelp)
        // On the highest score a set is as empty as beyond it.
        let most = try #require(driver.state.round.helpfulness?.max)
        driver.send(.run(.typeThreshold, argument: "\(most)", line: ""))
        text = try #require(driver.state.message?.text)
        #expect(text.contains("no item is accepted now") && !text.contains("lies above"))
        driver.send(.undo)
        driver.send(.run(.typeThreshold, argument: "0.41", line: ""))
        #expect(driver.state.message?.text.contains("takes it back") == false)
    }

    @Test func `what verdicts moved is part of the change, and undo takes it out again`() throws {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 500),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        func change() throws -> [Int] {
            let tally = try #require(driver.state.counting.tally)
            return Bucket.allCases.map(tally.change)
        }
        driver.send(.showAccepted, .callUnsafe, .callUnsafe, .callNotHelpful)
        #expect(try change() == [2, -3, 1])
        // Nothing was moved by a line.
        #expect(driver.state.counting.tally?.moved == 0)
        driver.send(.undo)
        #expect(try change() == [2, -2, 0])
        driver.send(.leapUp)
        let now = try #require(driver.state.counting.tally)
        #expect(try change() == Bucket.allCases.map { now.counts[$0] - now.calls[$0] })
        // The baseline's counts are those of its lines alone, by scan as by index.
        let scanned = driver.state.population.tally(driver.state.thresholds.now, baseline: Self.start)
        #expect(scanned == now)
        #expect(now.calls == driver.state.round.columns.tally(Self.start, baseline: Self.start).counts)
    }

    static let start = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)

    @Test func `undo and redo go the whole way and back`() {
        var driver = driver()
        driver.send(.stepUp, .stepUp, .chooseAdv, .stepDown)
        let end = driver.state.thresholds.now
        driver.send(.undo, .undo, .undo)
        #expect(driver.state.thresholds.now == Self.start)
        driver.send(.undo)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.redo, .redo, .redo)
        #expect(driver.state.thresholds.now == end)
        driver.send(.redo)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `undo and redo are told from a move`() {
        var driver = driver()
        driver.send(.stepUp, .stepUp, .undo)
        #expect(driver.state.message?.text.contains("θ safety 0.82 → 0.81: ") == true)
        driver.send(.redo)
        #expect(driver.state.message?.text.contains("θ safety 0.81 → 0.82: ") == true)
        driver.send(.stepUp)
        #expect(driver.state.message?.text.hasPrefix("θ safety 0.82 → 0.83: ") == true)
    }

    @Test func `a move and its undoing are not told as one`() {
        var state = driver().state
        _ = reduce(&state, .command(.stepUp))
        _ = reduce(&state, .command(.stepUp))
        _ = reduce(&state, .command(.undo))
        #expect(state.message?.text.contains("θ safety 0.82 → 0.81") == true)
    }

    @Test func `too long a paste is said`() {
        var driver = driver()
        driver.send(.typeThreshold)
        driver.send(.edit(.insert(String(repeating: "1", count: 5000))))
        guard let open = driver.state.dialog as? ThresholdDialog, let problem = open.problem else {
            Issue.record("nothing was said")
            return
        }
        #expect(open.entry.scalars.count == TextEntry.limit)
        #expect(problem.contains("4,096 characters"))
    }

    @Test func `a new move forgets what was undone`() {
        var driver = driver()
        driver.send(.stepUp, .undo, .stepDown, .redo)
        #expect(driver.state.thresholds.now.safety == 0.79)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `b counts from here on`() throws {
        var driver = driver()
        driver.send(.leapUp, .setBaseline)
        #expect(driver.state.counting.tally?.moved == 0)
        #expect(driver.state.thresholds.baseline.safety == 0.9)
        driver.send(.setBaseline)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.undo)
        #expect(driver.state.counting.tally?.moved ?? 0 > 0)
    }

    @Test func `the message tells what the move did`() throws {
        var driver = driver()
        let before = try #require(driver.state.counting.tally?.counts)
        driver.send(.stepUp)
        let after = try #require(driver.state.counting.tally?.counts)
        let change = after.accepted - before.accepted
        let expected =
            change == 0
            ? "θ safety 0.80 → 0.81: no item changed bucket"
            : "θ safety 0.80 → 0.81: accepted \(DecimalText.signed(change)), discarded \(DecimalText.signed(-change))"
        #expect(driver.state.message == Message(.done, expected))
    }

    @Test func `keys that come faster than counts are told of as one move`() throws {
        let columns = ExampleRound.clustered(items: 500)
        var state = SessionDriver(columns, indexes: false).state
        let before = try #require(state.counting.tally?.counts)
        var last: CountRequest?
        for _ in 0..<5 {
            for job in reduce(&state, .command(.stepUp)).jobs(CountJob.self) { last = job.request }
            // An answer to an earlier key comes while later ones were pressed.
            let newest = try #require(last)
            var earlier = newest.thresholds
            earlier.safety = 0.805
            let stale = CountRequest(revision: newest.revision, thresholds: earlier, baseline: newest.baseline)
            let late = columns.tally(stale.thresholds, baseline: stale.baseline)
            _ = reduce(&state, .counts(.counted(stale, late)))
        }
        let request = try #require(last)
        let tally = columns.tally(request.thresholds, baseline: request.baseline)
        _ = reduce(&state, .counts(.counted(request, tally)))
        let change = tally.counts.accepted - before.accepted
        #expect(change < 0)
        #expect(state.message?.text.hasPrefix("θ safety 0.80 → 0.85: accepted \(DecimalText.signed(change))") == true)
    }

    @Test(arguments: [
        ("0.333", 0.333), ("-3.25", -3.25), (" 1e-3 ", 0.001), ("+7", 7), (".5", 0.5),
    ]) func `any number can be typed`(_ text: String, _ value: Double) {
        var driver = driver()
        driver.send(.typeThreshold)
        driver.type(text)
        driver.send(.confirm)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.thresholds.now.safety == value)
        driver.send(.undo)
        #expect(driver.state.thresholds.now == Self.start)
    }

    @Test(arguments: ["", "abc", "0,8", "nan", "inf", "-infinity", "0x1p3", "1e999", "1 2", "--1"])
    func `what is no number is said and changes nothing`(_ text: String) throws {
        var driver = driver()
        driver.send(.typeThreshold)
        driver.type(text)
        driver.send(.confirm)
        guard let open = driver.state.dialog as? ThresholdDialog, open.name == .safety else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(open.entry.text == text)
        #expect(try #require(open.problem).isEmpty == false)
        #expect(driver.state.thresholds.now == Self.start)
        driver.send(.cancel)
        #expect(driver.state.dialog == nil)
    }

    @Test func `what is given on the command line is where it starts`() {
        let driver = SessionDriver(
            ExampleRound.clustered(items: 50),
            given: ThresholdDefaults(adv: -1, safety: -2, help: 0)
        )
        #expect(driver.state.thresholds.now == Thresholds(adv: -1, safety: -2, help: 0))
        #expect(driver.state.thresholds.now.areCrossed)
    }

    @Test func `each step asks for one count, whatever the key`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 500), indexes: false)
        let before = driver.count(of: CountJob.self)
        driver.send(.stepUp)
        #expect(driver.count(of: CountJob.self) == before + 1)
        driver.send(.next, .chooseAdv, .help)
        #expect(driver.count(of: CountJob.self) == before + 1)
    }

    @Test func `with an index a step is counted at once, and no late scan undoes that`() throws {
        let columns = ExampleRound.clustered(items: 500)
        var state = SessionDriver(columns).state
        let early = try #require(state.counting.asked)
        let effects = reduce(&state, .command(.stepUp))
        #expect(effects.jobs(CountJob.self).isEmpty)
        let expected = columns.tally(state.thresholds.now, baseline: state.thresholds.baseline)
        #expect(state.counting.tally == expected)
        _ = reduce(&state, .counts(.counted(early, columns.tally(early.thresholds, baseline: early.baseline))))
        #expect(state.counting.tally == expected)
    }
}
