import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

@Suite struct GridReviewTests {
    private static func review(_ made: MadeGrid, _ given: Thresholds? = nil, seed: UInt64 = MadeGrid.seed)
        -> SessionDriver
    {
        let drawn = made.drawn
        return SessionDriver(
            made.drawnColumns,
            name: "grid-7",
            given: given.map { ThresholdDefaults($0) } ?? ThresholdDefaults(),
            verdicts: VerdictState(reviewer: "ana", writer: 1, file: .open(path: "grid-7.review", seed: seed)),
            grid: ReviewedGrid(made.grid, folder: "grids/grid-7", drawn: WholeRound(made, seed: MadeGrid.seed))
        ) { item in
            var text = SessionDriver.text(item)
            text.digest = made.digest(of: drawn[Int(item)])
            return text
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `counts on the screen are those of the whole round, between their ends off the lines`(_ seed: UInt64) throws {
        let made = MadeGrid(seed: seed, count: 240)
        var random = SeededGenerator(seed: seed + 5)
        var driver = Self.review(made, made.thresholds(onLines: true, using: &random))
        for round in 0..<12 {
            let next = made.thresholds(onLines: round % 2 == 0, using: &random)
            for name in ThresholdName.allCases {
                driver.send(.run(.typeThreshold, argument: "\(name.key) \(next[name])", line: ""))
            }
            #expect(driver.state.thresholds.now == next)
            let tally = try #require(driver.state.shownTally)
            let grid = GridCounts(made.grid, at: next, baseline: driver.state.thresholds.baseline)
            #expect(tally == grid.tally)
            for (bucket, count) in made.counts(next) { #expect(tally[bucket].contains(count)) }
            if round % 2 == 0 {
                for (bucket, count) in made.counts(next) { #expect(tally[bucket] == CountRange(count)) }
            }
            // Lists are of the rows that were drawn.
            #expect(driver.state.counting.tally?.counts.total == made.drawn.count)
        }
    }

    @Test func `thresholds come from the grid's plan, else from its scores`() {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8])
        let driver = Self.review(made)
        #expect(driver.state.thresholds.now == Thresholds(adv: 0.5, safety: 0.8, help: 0.4))
        #expect(driver.state.thresholdsBetweenLines == [.help])
    }

    @Test func `a key goes to the line before or after, and says where there is none`() {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8])
        var driver = Self.review(made)
        driver.send(.chooseHelp, .lineAfter)
        #expect(driver.state.thresholds.now.help == 0.5)
        #expect(driver.state.shownTally?[.accepted].isExact == true)
        driver.send(.lineBefore, .lineBefore)
        #expect(driver.state.thresholds.now.help == 0.2)
        driver.send(.lineBefore)
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.state.message?.text.contains("no line of the grid lies below 0.2") == true)
        driver.send(.undo)
        #expect(driver.state.thresholds.now.help == 0.5)
    }

    @Test func `in a round there are no lines to go to`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.lineAfter)
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.state.thresholdsBetweenLines == [])
    }

    @Test func `a typed value between two lines says so, and where counts are exact`() {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8])
        var driver = Self.review(made)
        driver.send(.run(.typeThreshold, argument: "safety 0.7", line: ""))
        #expect(driver.state.message?.text.contains("0.70 is no line of the grid") == true)
        #expect(driver.state.message?.text.contains("0.50 and 0.80") == true)
        driver.send(.run(.typeThreshold, argument: "safety 0.5", line: ""))
        #expect(driver.state.message?.text.contains("no line") == false)
    }

    @Test func `a count or a share leads to the line that comes nearest`() throws {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: (1..<20).map { Double($0) / 20 })
        var driver = Self.review(made, Thresholds(adv: 0.5, safety: 0.8, help: 0.5))
        for (wish, wanted) in [("safety 100 accepted", 100.0), ("safety 20 % accepted", 180.0)] {
            driver.send(.run(.typeThreshold, argument: wish, line: ""))
            let reached = try #require(driver.state.shownTally?[.accepted].low)
            let distances = made.lines.safety.map { line in
                let next = Thresholds(adv: 0.5, safety: line, help: 0.5)
                return abs(Double(made.counts(next)[.accepted] ?? 0) - wanted)
            }
            #expect(abs(Double(reached) - wanted) == distances.min())
            #expect(made.lines.safety.contains(driver.state.thresholds.now.safety))
        }
    }

    @Test func `a filter counts the drawn rows, and says so`() {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8])
        var driver = Self.review(made)
        #expect(driver.state.countScope == .grid)
        driver.send(.run(.filter, argument: "safety > 0.5", line: ""))
        #expect(driver.state.countScope == .sample)
        #expect(driver.state.shownTally?.total == made.drawn.count { made.safety[$0] > 0.5 })
    }

    @Test(arguments: [Command.showCurves, .openCertificate, .export, .reload])
    func `what would be of the drawn rows alone is refused with the reason`(_ command: Command) {
        var driver = Self.review(MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8]))
        driver.send(command)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.kind == .refusal)
        if command == .export {
            #expect(driver.state.message?.text.contains("redsieve plan --select grids/grid-7 -o PLAN") == true)
        }
    }

    @Test func `a sample and its evidence are of the whole round`() throws {
        let made = MadeGrid(ExampleRound.clustered(items: 3000), lines: [0.2, 0.5, 0.6, 0.8])
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.5)
        var driver = Self.review(made, theta)
        driver.send(.showAccepted, .openQueue, .confirm)
        let queue = try #require(driver.state.queue)
        let accepted = try #require(made.counts(theta)[.accepted])
        #expect(queue.size == accepted)
        // They come in the order of the whole round's numbers.
        let drawn = made.drawn
        let order = made.safety.indices.filter { made.bucket($0, theta) == .accepted }
            .sorted { made.number(of: $0) < made.number(of: $1) }
        #expect(queue.items.prefix(30).map { drawn[Int($0)] } == Array(order.prefix(30)))
        for _ in 0..<10 { driver.send(.callHelpful) }
        driver.send(.back, .showEvidence)
        let audit = try #require(driver.state.evidence.report?.buckets[Int(Bucket.accepted.rawValue)])
        #expect(audit.size == accepted)
        #expect(audit.sampled == 10)
        driver.send(.cancel)
        driver.send(.run(.typeThreshold, argument: "safety 0.7", line: ""))
        driver.send(.showEvidence)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.text.contains("between two lines of the grid") == true)
    }

    @Test func `a review that draws with another seed has no evidence on a grid`() {
        var driver = Self.review(MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.4, 0.5, 0.8]), seed: 8)
        driver.send(.showEvidence)
        #expect(driver.state.message?.text.contains("another seed than the grid") == true)
    }

    @Test func `verdicts are kept, and leave the counts of the whole round alone`() {
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: [0.2, 0.5, 0.8])
        var driver = Self.review(made)
        let before = driver.state.shownTally
        driver.send(.callUnsafe)
        #expect(driver.kept.count == 1)
        #expect(driver.state.shownTally == before)
    }
}
