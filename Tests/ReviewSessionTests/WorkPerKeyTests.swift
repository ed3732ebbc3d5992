import ReviewSession
import RoundModel
import TestSupport
import Testing

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
                counts: driver.counts,
                listings: driver.listings,
                binnings: driver.binnings,
                indexings: driver.indexings
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
        let before = (all: driver.binnings, scans: driver.binningScans)
        driver.send(.zoomIn, .zoomIn, .panLeft, .fitPlot)
        #expect(driver.binnings - before.all == 4)
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
}
