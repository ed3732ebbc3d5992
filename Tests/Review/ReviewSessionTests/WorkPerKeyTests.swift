import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// How much work each key asks of the workers: what keeps a key light whatever the number of items.
@Suite struct WorkPerKeyTests {
    /// Scans, lists, plots and indexes that were asked for.
    struct Work: Equatable, CustomStringConvertible {
        var counts = 0
        var listings = 0
        var binnings = 0
        var indexings = 0

        init(counts: Int = 0, listings: Int = 0, binnings: Int = 0, indexings: Int = 0) {
            (self.counts, self.listings, self.binnings, self.indexings) = (counts, listings, binnings, indexings)
        }

        init(of driver: SessionDriver) {
            self.init(
                counts: driver.count(of: CountJob.self),
                listings: driver.count(of: ListJob.self),
                binnings: driver.count(of: BinJob.self),
                indexings: driver.count(of: IndexJob.self)
            )
        }

        static func - (now: Work, before: Work) -> Work {
            Work(
                counts: now.counts - before.counts,
                listings: now.listings - before.listings,
                binnings: now.binnings - before.binnings,
                indexings: now.indexings - before.indexings
            )
        }

        var description: String {
            "\(counts) scans, \(listings) lists, \(binnings) plots, \(indexings) indexes"
        }
    }

    struct Case: CustomTestStringConvertible {
        var name: String
        var before: [Command] = []
        var keys: [Command]
        var work: Work

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a step of θ", keys: [.stepUp], work: Work(listings: 1)),
        Case(name: "ten steps of θ", keys: [.leapDown], work: Work(listings: 1)),
        Case(name: "choosing θ", keys: [.chooseAdv, .chooseHelp], work: Work()),
        Case(name: "undo", before: [.stepUp], keys: [.undo], work: Work(listings: 1)),
        Case(name: "undo of nothing", keys: [.undo], work: Work()),
        Case(name: "a baseline where it is", keys: [.setBaseline], work: Work()),
        Case(name: "another list", keys: [.showDiscarded], work: Work(listings: 1)),
        Case(name: "the same list", keys: [.showAccepted], work: Work()),
        Case(name: "another order", keys: [.nextOrder], work: Work(listings: 1)),
        Case(name: "reversed", keys: [.reverseOrder], work: Work(listings: 1)),
        Case(name: "a hundred rows", keys: Array(repeating: .next, count: 100), work: Work()),
        Case(name: "forty pages", keys: Array(repeating: .pageDown, count: 40), work: Work()),
        Case(name: "to the end", keys: [.last], work: Work(listings: 1)),
        Case(name: "reading and back", keys: [.read, .scrollDown, .back], work: Work()),
        Case(name: "the help", keys: [.help, .cancel], work: Work()),
        Case(name: "the plot in blocks", keys: [.plotDrawing], work: Work(binnings: 1)),
        Case(name: "zoom and pan", keys: [.zoomIn, .zoomIn, .panLeft], work: Work(binnings: 3)),
    ]

    @Test(arguments: cases) func `a key asks for what it changes`(_ test: Case) {
        var driver = SessionDriver(ExampleRound.clustered(items: 6000))
        for command in test.before { driver.send(command) }
        let before = Work(of: driver)
        for command in test.keys { driver.send(command) }
        #expect(Work(of: driver) - before == test.work)
    }

    @Test func `a round is counted, listed, binned and indexed once`() {
        let driver = SessionDriver(ExampleRound.clustered(items: 6000))
        #expect(Work(of: driver) == Work(counts: 1, listings: 1, binnings: 1, indexings: 1))
    }

    @Test func `with an index the plot looks at no item`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 6000))
        let before = (all: driver.count(of: BinJob.self), scans: driver.binningScans)
        driver.send(.zoomIn, .zoomIn, .panLeft, .fitPlot)
        #expect(driver.count(of: BinJob.self) - before.all == 4)
        #expect(driver.binningScans == before.scans)
    }

    @Test func `without an index each step is one scan`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 6000), indexes: false)
        let before = Work(of: driver)
        driver.send(.stepUp, .stepUp, .stepDown)
        #expect(Work(of: driver) - before == Work(counts: 3, listings: 3))
    }

    @Test func `texts are read for rows that are seen, each once`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 6000))
        driver.send(.showAccepted)
        let seen = driver.textsRead.count
        #expect(seen <= 2 * SessionDriver.panes.listRows)
        for _ in 0..<30 { driver.send(.next) }
        for _ in 0..<30 { driver.send(.previous) }
        #expect(driver.textsRead.count <= seen + 30)
        #expect(Set(driver.textsRead).count == driver.textsRead.count)
    }

    /// What verdicts asked for, the work of all workers taken together.
    private struct VerdictWork: Equatable {
        var work: Work
        var contentReads: Int
        var folds: Int
        var evidenceJobs: Int
        var texts: Int
        var entries: Int
        var verdicts: Int

        init(of driver: SessionDriver) {
            work = Work(of: driver)
            (contentReads, folds, evidenceJobs) = (
                driver.count(of: ContentJob.self), driver.count(of: FoldJob.self), driver.count(of: EvidenceJob.self)
            )
            texts = driver.textsRead.count
            entries = driver.kept.count
            verdicts = driver.kept.reduce(0) { sum, entry in
                if case .verdicts(let verdicts) = entry.event { sum + verdicts.count } else { sum }
            }
        }

        static func - (now: Self, before: Self) -> Self {
            var left = now
            left.work = now.work - before.work
            left.contentReads -= before.contentReads
            left.folds -= before.folds
            left.evidenceJobs -= before.evidenceJobs
            left.texts -= before.texts
            left.entries -= before.entries
            left.verdicts -= before.verdicts
            return left
        }
    }

    /// A round of which the first items have a verdict of somebody's, one an entry, and a hunt through it.
    private static func hunt(verdicts count: Int, in columns: ScoreColumns) -> SessionDriver {
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let entries = (0..<count).map { number in
            let scores = columns.scores(ofKnown: number)
            let verdict = Verdict(
                digest: ItemDigest(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(number)),
                place: columns.place(ofKnown: number),
                scores: scores,
                thresholds: theta,
                bucket: theta.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
                answer: number % 3 == 0 ? .unsafe : .agree
            )
            return JournalEntry(
                id: EntryID(writer: 2, turn: UInt32(number + 1)),
                time: number,
                reviewer: "bob",
                event: .verdicts([verdict])
            )
        }
        var driver = SessionDriver(
            columns,
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: entries))))
        driver.send(.chooseSafety, .openQueue, .first, .next, .next, .next, .confirm)
        return driver
    }

    /// What ten answers and as many changes of mind ask for.
    private static func answersAndUndos(after verdicts: Int, in columns: ScoreColumns) throws -> VerdictWork {
        var driver = hunt(verdicts: verdicts, in: columns)
        #expect(driver.state.verdicts.itemCount == verdicts)
        _ = try #require(driver.state.queue)
        // The first answer of a review has all contents read, once.
        driver.send(.callUnsafe)
        let before = VerdictWork(of: driver)
        for _ in 0..<10 { driver.send(.callUnsafe, .callHelpful) }
        for _ in 0..<5 { driver.send(.undo) }
        return VerdictWork(of: driver) - before
    }

    @Test func `an answer asks for as much with 100,000 verdicts before it as with none`() throws {
        let columns = ExampleRound.clustered(items: 100_000)
        var none = try Self.answersAndUndos(after: 0, in: columns)
        var many = try Self.answersAndUndos(after: 100_000, in: columns)
        // The list behind the queue follows each change; contents without a verdict so far are also looked for elsewhere.
        #expect(many.work.listings == 25)
        #expect(none.work.listings == 45)
        (none.work.listings, many.work.listings) = (0, 0)
        #expect(none == many)
        #expect(many.work == Work())
        #expect(many.contentReads == 0)
        #expect(many.folds == 0)
        #expect(many.entries == 25)
        #expect(many.verdicts == 20)
        #expect(many.texts <= 20)
    }
}
