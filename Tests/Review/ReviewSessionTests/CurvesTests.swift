import AuditStatistics
import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing

struct CurvesTests {
    /// A round of which some accepted items were checked, one in five of them wrong.
    private static func driver(labels: Int = 40) -> SessionDriver {
        var driver = SessionDriver.judging(items: 600)
        driver.send(.showAccepted, .openQueue, .confirm)
        for number in 0..<labels { driver.send(number % 5 == 0 ? .callUnsafe : .callHelpful) }
        driver.send(.back)
        return driver
    }

    private enum Missing: Error { case sweep }

    private static func dialog(_ driver: SessionDriver) throws -> CurvesDialog {
        try #require(driver.state.dialog as? CurvesDialog)
    }

    private static func sweep(_ driver: SessionDriver) throws -> ThresholdSweep {
        let result = try #require(driver.state.curves.result(of: try dialog(driver).curve))
        guard case .sweep(let sweep) = result else { throw Missing.sweep }
        return sweep
    }

    private static func point(_ driver: SessionDriver) throws -> ThresholdSweep.Point {
        try sweep(driver).points[try #require(try dialog(driver).chosenRow(in: driver.state))]
    }

    @Test func `it opens on the chosen threshold, at its present value`() throws {
        var driver = Self.driver()
        driver.send(.chooseHelp, .showCurves)
        try #expect(Self.sweep(driver).name == .help)
        try #expect(Self.point(driver).value == driver.state.thresholds.now.help)
        driver.send(.chooseAdv)
        try #expect(Self.sweep(driver).name == .adv)
        try #expect(Self.sweep(driver).bucket == .adversarial)
    }

    /// Nobody reads it any more, and the next curve is not to wait for it.
    @Test(arguments: [Command.cancel, .showEvidence]) func `leaving the curves stops the one that is on its way`(
        _ way: Command
    ) {
        func stops(_ driver: SessionDriver) -> Int {
            driver.outside.count { if case .stop(.curves) = $0 { true } else { false } }
        }
        var driver = Self.driver()
        driver.holdsBack = true
        driver.send(.showCurves)
        #expect(driver.held.contains { $0.job is CurveJob })
        driver.send(way)
        #expect(stops(driver) == 1 && !driver.held.contains { $0.job is CurveJob })
        driver.send(.cancel, .next)
        #expect(stops(driver) == 1)
        // It is asked for again, and where it has come there is nothing to stop.
        driver.holdsBack = false
        driver.send(.showCurves)
        #expect(driver.count(of: CurveJob.self) == 1)
        driver.send(.cancel)
        #expect(stops(driver) == 1)
    }

    @Test func `what it says at a value is what the counts are once the threshold is there`() throws {
        var driver = Self.driver()
        driver.send(.chooseSafety, .showCurves, .leapDown, .stepUp)
        let point = try Self.point(driver)
        driver.send(.confirm)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.thresholds.now.safety == point.value)
        #expect(driver.state.thresholds.chosen == .safety)
        let theta = driver.state.thresholds.now
        let counts = Population(driver.state.round.columns).tally(theta, baseline: theta).counts
        #expect(counts[.accepted] == point.size)
        driver.send(.undo)
        #expect(driver.state.thresholds.now.safety == 0.8)
    }

    @Test func `a band that holds at all values is wider than an interval that holds at one`() throws {
        var driver = Self.driver()
        driver.send(.showEvidence)
        let one = try #require(driver.state.evidence.report?.selections[1].precision.estimate)
        driver.send(.chooseSafety, .showCurves)
        let all = try #require(try Self.point(driver).precision.estimate)
        #expect(abs(one.value - all.value) < 1e-9)
        #expect(all.method == .massart && all.interval.width > one.interval.width)
    }

    @Test func `nothing is made twice, and what verdicts and theta change is made anew`() throws {
        var driver = Self.driver()
        driver.send(.showCurves, .chooseHelp, .chooseSafety, .chooseHelp, .stepUp, .last, .first, .nextTab)
        #expect(driver.count(of: CurveJob.self) == 2)
        driver.send(.leapUp, .leapUp, .confirm, .showCurves)
        #expect(driver.count(of: CurveJob.self) == 3)
        try #expect(Self.sweep(driver).thresholds == driver.state.thresholds.now)
        driver.send(.cancel, .callUnsafe, .showCurves)
        #expect(driver.count(of: CurveJob.self) == 4)
    }

    @Test func `a curve is stopped for the next one`() throws {
        var driver = Self.driver()
        driver.send(.showCurves)
        driver.holdsBack = true
        driver.send(.chooseAdv)
        let job = try #require(driver.held.last?.job)
        driver.send(.chooseHelp)
        let next = try #require(driver.held.last?.job)
        #expect(next is CurveJob && next.ends(job))
        driver.deliverAll()
        try #expect(Self.sweep(driver).name == .help)
        #expect(driver.state.pendingWork == nil)
    }

    @Test func `a key goes on to ROC, precision and reliability, whose values are read and not taken`() throws {
        var driver = Self.driver()
        driver.send(.chooseSafety, .showCurves)
        for kind in [CurvesDialog.Kind.roc, .precision, .reliability] {
            driver.send(.nextCurve, .first, .next)
            let open = try Self.dialog(driver)
            #expect(open.kind == kind)
            #expect(open.chosenRow(in: driver.state) == 1)
            let before = driver.state.thresholds.now
            driver.send(.confirm)
            try #expect(Self.dialog(driver).problem != nil && driver.state.thresholds.now == before)
        }
        driver.send(.nextCurve)
        try #expect(Self.dialog(driver).kind == .sweep)
        // ROC and precision-recall are of one curve, made once.
        #expect(driver.count(of: CurveJob.self) == 3)
    }

    @Test func `a queue keeps its thresholds`() throws {
        var driver = Self.driver()
        driver.send(.openQueue, .confirm)
        let before = driver.state.thresholds.now
        driver.send(.showCurves, .first, .confirm)
        try #expect(Self.dialog(driver).problem?.contains("queue") == true)
        #expect(driver.state.thresholds.now == before)
        driver.send(.cancel)
        #expect(driver.state.queue != nil)
    }

    @Test func `without a file there are no curves`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.showCurves)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `evidence leads to curves and back`() {
        var driver = Self.driver()
        driver.send(.showEvidence, .showCurves)
        #expect(driver.state.dialog is CurvesDialog)
        driver.send(.showEvidence)
        #expect(driver.state.dialog is EvidenceDialog)
    }
}
