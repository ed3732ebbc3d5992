import ItemFilter
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// The round read again while work on it is under way: nothing that is said of the items of before is taken for the new
/// ones.
@Suite struct ReloadTests {
    /// A round as it stands at one reading: every text tells which.
    private struct Reading {
        let number: Int
        let columns: ScoreColumns

        init(_ number: Int, _ generator: inout SeededGenerator) {
            self.number = number
            columns = ExampleRound.clustered(
                items: Int.random(in: 1...90, using: &generator),
                seed: UInt64(truncatingIfNeeded: number)
            )
        }

        func text(_ item: UInt32) -> ItemText {
            var text = SessionDriver.text(item)
            text.prompt = Array("reading \(number), lock \(item)".utf8)
            // Every third row stands in all readings, under another number in each.
            let content = item % 3 == 0 ? UInt64(item) + 7 * UInt64(number) : UInt64(item) << 32 | UInt64(number)
            text.digest = ItemDigest(high: content &* 0x9E37_79B9_7F4A_7C15, low: content)
            return text
        }

        /// The first rows of it.
        func part(_ share: Double) -> ScoreColumns {
            let count = max(1, Int(share * Double(columns.count)))
            let items = (0..<count).map { columns.scores(ofKnown: $0) }
            return ScoreColumns(safety: items.map(\.safety), helpfulness: items.map(\.helpfulness))
        }
    }

    private static func driver(_ reading: Reading) -> SessionDriver {
        var panes = SessionDriver.panes
        (panes.plotColumns, panes.plotRows, panes.listRows) = (12, 4, 5)
        var driver = SessionDriver(
            reading.columns,
            panes: panes,
            verdicts: VerdictState(reviewer: "ada", writer: 7, file: .opening),
            text: reading.text
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        return driver
    }

    /// What a person may do next: keys, and commands with arguments.
    private static func act(_ driver: inout SessionDriver, _ generator: inout SeededGenerator) {
        let commands: [Command] = [
            .reverseOrder, .nextOrder, .nextTab, .previousTab, .showAccepted, .showDiscarded, .showMoved, .showJudged,
            .showMarked, .showInvalid, .next, .pageDown, .last, .first, .mark, .clearMarks, .callUnsafe, .callHelpful,
            .agree,
            .flag, .undo, .redo, .stepUp, .leapDown, .setBaseline, .nextHit, .previousHit, .onlyHits, .plotColours,
            .plotAxes,
            .zoomIn, .fitPlot, .openQueue, .confirm, .confirm, .cancel, .back, .back, .showEvidence, .judgeMany,
            .facets,
            .filter,
            .openCertificate, .export, .note, .read, .reload, .crosshair, .crosshairOpen, .skip, .copy,
        ]
        let lines: [(Command, String)] = [
            (.filter, "safety < 0.5"), (.filter, "has verdict"), (.filter, "bucket = accepted"), (.search, "lock 1"),
            (.nextOrder, "distance"), (.typeThreshold, "safety 0.6"), (.note, "a word"), (.plotColours, "verdict"),
            (.plotColours, "category"),
        ]
        if Int.random(in: 0..<5, using: &generator) == 0 {
            let (command, argument) = lines[Int.random(in: lines.indices, using: &generator)]
            driver.send(.run(command, argument: argument, line: argument))
        } else {
            driver.send(.command(commands[Int.random(in: commands.indices, using: &generator)]))
        }
    }

    /// Nothing that the state holds may name an item that is no more, or give one the text of another.
    private static func expectSound(_ driver: SessionDriver, _ reading: Reading, _ what: String) {
        let state = driver.state
        let count = state.round.count
        var faults: [String] = []
        if state.list.window.items.contains(where: { $0 >= count }) { faults.append("the list") }
        if state.queue?.items.contains(where: { $0 >= count }) == true { faults.append("the queue") }
        if state.verdicts.digests.contains(where: { $0.key >= count || reading.text($0.key).digest != $0.value }) {
            faults.append("the verdicts")
        }
        if let content = state.round.content.keys, content.count != count { faults.append("the contents") }
        if let members = state.population.members, members.universe != count { faults.append("the members") }
        let beyond = UInt32(count)..<UInt32(max(count, 100))
        if beyond.contains(where: { state.bulk.marks.contains($0) }) { faults.append("the marks") }
        if state.texts.read.contains(where: { $0.value != .item(reading.text($0.key)) }) { faults.append("the texts") }
        if !faults.isEmpty { Issue.record("\(what): \(faults.joined(separator: ", ")) of other items") }
    }

    @Test(arguments: 0..<40) func `answers about items of before are taken for nothing, in whichever order they come`(
        _ seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        var reading = Reading(0, &generator)
        var driver = Self.driver(reading)
        driver.holdsBack = true
        for number in 1...25 {
            let steps = Int.random(in: 0...6, using: &generator)
            for _ in 0..<steps {
                Self.act(&driver, &generator)
                if let work = driver.held.indices.randomElement(using: &generator) { driver.deliver(work) }
                Self.expectSound(driver, reading, "seed \(seed), reading \(number), a key")
            }
            // A queue and a dialog refuse the key.
            for _ in 0..<3 where !driver.state.round.isReading { driver.send(.back, .cancel, .reload) }
            guard driver.state.round.isReading else { continue }
            for _ in 0..<Int.random(in: 0...4, using: &generator) { Self.act(&driver, &generator) }
            if Int.random(in: 0..<8, using: &generator) == 0 {
                driver.send(.load(.failed(message: "gone", status: 66)))
            } else {
                reading = Reading(number, &generator)
                if Bool.random(using: &generator) {
                    driver.load(reading.part(0.4), isComplete: false, text: reading.text)
                    Self.expectSound(driver, reading, "seed \(seed), reading \(number), a part")
                    for _ in 0..<3 {
                        Self.act(&driver, &generator)
                        if let work = driver.held.indices.randomElement(using: &generator) { driver.deliver(work) }
                        Self.expectSound(driver, reading, "seed \(seed), reading \(number), a key in a part")
                    }
                }
                driver.load(reading.columns, text: reading.text)
            }
            // What is on its way comes late, and in any order.
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                if let work = driver.held.indices.randomElement(using: &generator) { driver.deliver(work) }
                Self.expectSound(driver, reading, "seed \(seed), reading \(number), an answer")
            }
        }
        let isDone = driver.deliverAll()
        #expect(isDone, "seed \(seed): there is no end of work")
        Self.expectSound(driver, reading, "seed \(seed), at the end")
        #expect(driver.state.pendingWork == nil, "seed \(seed)")
        let state = driver.state
        #expect(
            state.counting.tally == state.population.tally(state.thresholds.now, baseline: state.thresholds.baseline)
        )
    }

    private static func twoReadings() -> (Reading, Reading) {
        var generator = SeededGenerator(seed: 5)
        return (Reading(1, &generator), Reading(2, &generator))
    }

    @Test func `a list that was asked for before the round was read again is not taken after it`() throws {
        let (before, after) = Self.twoReadings()
        var driver = Self.driver(before)
        driver.holdsBack = true
        driver.send(.reload, .reverseOrder)
        let late = try #require(driver.held.firstIndex { $0.job is ListJob })
        let small = after.part(0.1)
        driver.load(small, text: after.text)
        driver.deliver(late)
        #expect(driver.state.list.window.items.isEmpty)
        driver.deliverAll()
        #expect(driver.held.isEmpty)
        #expect(driver.state.list.window.items.allSatisfy { $0 < small.count })
        #expect(driver.state.pendingWork == nil)
    }

    @Test func `no verdict goes to a text of the reading before`() throws {
        let (before, after) = Self.twoReadings()
        var driver = Self.driver(before)
        driver.holdsBack = true
        driver.send(.pageDown, .pageDown, .pageDown)
        driver.send(.reload)
        driver.load(after.columns, text: after.text)
        while let late = driver.held.firstIndex(where: { !($0.job is TextsJob) }) { driver.deliver(late) }
        driver.send(.callUnsafe)
        #expect(driver.state.message?.kind == .refusal)
        driver.deliverAll()
        #expect(driver.held.isEmpty)
        driver.send(.callUnsafe)
        driver.deliverAll()
        #expect(driver.held.isEmpty)
        let verdicts = driver.kept.flatMap { entry -> [Verdict] in
            if case .verdicts(let given) = entry.event { given } else { [] }
        }
        #expect(verdicts.count == 1)
        let digest = try #require(verdicts.first).digest
        #expect((0..<UInt32(after.columns.count)).contains { after.text($0).digest == digest })
    }

    @Test func `marks and a queue that was asked for do not outlive their items, and a note looks for its own`() {
        let (before, after) = Self.twoReadings()
        var driver = Self.driver(before)
        driver.holdsBack = true
        driver.send(.openQueue, .confirm)
        #expect(driver.state.queueing.pending != nil)
        driver.send(.reload)
        driver.send(.mark, .note)
        #expect(driver.state.bulk.marks.count == 1)
        driver.type("a note")
        driver.load(after.columns, text: after.text)
        driver.deliverAll()
        #expect(driver.held.isEmpty)
        #expect(driver.state.bulk.marks.isEmpty)
        #expect(driver.state.queue == nil)
        // What is typed is not lost while somebody types it; none of the new items holds what the old ones did.
        driver.send(.confirm)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.kept.isEmpty)
        #expect(driver.state.pendingWork == nil)
    }

    @Test func `the last line tells what came of reading again`() {
        let (before, after) = Self.twoReadings()
        var driver = Self.driver(before)
        driver.send(.reload)
        #expect(driver.state.message?.kind == .notice && driver.state.round.isReading)
        driver.load(after.columns, text: after.text)
        let items = DecimalText.counted(after.columns.count, "item")
        #expect(driver.state.message?.text.contains(items) == true)
    }

    @Test func `where the round cannot be read again, what was there can be gone on with`() {
        let (before, _) = Self.twoReadings()
        var driver = Self.driver(before)
        driver.send(.run(.filter, argument: "safety < 0.5", line: ""))
        driver.send(.facets, .cancel)
        driver.send(.reload)
        driver.send(.load(.failed(message: "r.jsonl: no such file", status: 66)))
        #expect(driver.state.message == Message(.failure, "r.jsonl: no such file"))
        #expect(driver.state.pendingWork == nil)
        driver.send(.back, .filter, .cancel, .facets, .cancel)
        driver.send(.showAccepted, .last)
        #expect(driver.state.pendingWork == nil)
    }
}
