import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct ListMovementTests {
    private func driver(items: Int = 500) -> SessionDriver { SessionDriver(ExampleRound.clustered(items: items)) }

    @Test func `each list holds its bucket, nearest to a line first`() throws {
        var driver = driver()
        for (command, bucket) in [
            (Command.showAdversarial, Bucket.adversarial), (.showAccepted, .accepted), (.showDiscarded, .discarded),
        ] {
            driver.send(command)
            let list = driver.state.list
            #expect(list.window.items.count == driver.state.counting.tally?.counts[bucket])
            let query = try #require(list.listed?.query)
            let distances = list.window.items.map {
                query.distance(driver.state.round.columns.scores(ofKnown: Int($0)))
            }
            #expect(distances == distances.sorted())
        }
    }

    @Test func `the item under the cursor stays under it when thresholds move`() throws {
        var driver = driver()
        driver.send(.showAccepted, .pageDown, .next, .next)
        let item = try #require(driver.state.list.selectedItem)
        driver.send(.stepDown)
        #expect(driver.state.list.selectedItem == item)
    }

    /// Verdicts take items out of the list, and lists come later than keys.
    @Test(arguments: 1...9) func `verdicts that come faster than the list pass no item over`(_ keys: Int) throws {
        var driver = SessionDriver.judging(items: 2000)
        driver.send(.showAccepted)
        let items = driver.state.list.window.items
        driver.holdsBack = true
        var judged: [UInt32] = []
        for key in 0..<400 where judged.count < 15 {
            let (item, before) = (driver.state.list.selectedItem, driver.state.verdicts.itemCount)
            driver.send(.callUnsafe)
            if driver.state.verdicts.itemCount > before { judged.append(try #require(item)) }
            if key % keys == 0, !driver.held.isEmpty { driver.deliver(0) }
        }
        #expect(judged == Array(items.prefix(15)))
        driver.deliverAll()
        #expect(driver.state.list.selectedItem == items[15])
    }

    @Test func `moved lists what changed bucket and nothing else`() {
        var driver = driver()
        driver.send(.showMoved)
        #expect(driver.state.list.window.items.isEmpty)
        driver.send(.leapUp)
        #expect(driver.state.list.window.items.count == driver.state.counting.tally?.moved)
        #expect(!driver.state.list.window.items.isEmpty)
    }

    @Test func `the cursor stays in the list and on the screen`() {
        var driver = driver()
        driver.send(.showDiscarded, .previous)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.last)
        let count = driver.state.list.window.items.count
        #expect(driver.state.list.cursor == count - 1)
        driver.send(.next)
        #expect(driver.state.message?.kind == .refusal)
        for command in [Command.pageUp, .pageUp, .first, .pageDown, .last, .previous, .pageDown] {
            driver.send(command)
            let list = driver.state.list
            #expect(list.cursor >= list.top && list.cursor < list.top + driver.state.panes.listRows)
            #expect((0..<list.window.total).contains(list.cursor))
        }
    }

    @Test func `only what is visible, and some below it, is read`() {
        var driver = driver()
        driver.send(.showDiscarded)
        let rows = driver.state.panes.listRows
        #expect(driver.textsRead.count <= 4 * rows)
        let before = driver.textsRead.count
        driver.send(.last)
        #expect(driver.textsRead.count <= before + rows)
        #expect(driver.state.texts.read.keys.contains { $0 == driver.state.list.selectedItem })
    }

    @Test func `texts that are far away are let go`() {
        var driver = driver(items: 5000)
        driver.send(.showAccepted)
        for _ in 0..<60 { driver.send(.pageDown) }
        #expect(driver.state.texts.read.count <= 220)
    }

    @Test func `orders go round, and can be reversed`() {
        var driver = driver()
        driver.send(.showAccepted, .nextOrder)
        #expect(driver.state.list.order == .safety)
        let ascending = driver.state.list.window.items
        driver.send(.reverseOrder)
        let scores = driver.state.list.window.items.map { driver.state.round.columns.scores(ofKnown: Int($0)).safety }
        #expect(scores == scores.sorted(by: >))
        #expect(Set(ascending) == Set(driver.state.list.window.items))
        driver.send(.nextOrder, .nextOrder)
        #expect(driver.state.list.order == .round)
        driver.send(.nextOrder)
        #expect(driver.state.list.order == .distance)
    }

    @Test func `tabs go round`() {
        var driver = driver()
        driver.send(.showAdversarial, .previousTab)
        #expect(driver.state.list.tab == .invalid)
        driver.send(.nextTab, .nextTab)
        #expect(driver.state.list.tab == .bucket(.accepted))
    }

    @Test func `invalid rows are listed with their text`() {
        let rows = (0..<30).map {
            InvalidRow(place: RowPlace(shard: 0, offset: $0 * 10, length: 9), line: $0 + 1, reason: .null(.safety))
        }
        var driver = SessionDriver(ExampleRound.clustered(items: 10), invalid: rows)
        driver.send(.showInvalid, .last)
        #expect(driver.state.listCount == 30)
        #expect(driver.state.list.cursor == 29)
        #expect(driver.state.list.invalidTexts[29] == .row(Array("{\"line\": 30}".utf8)))
        driver.send(.nextOrder)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `an empty list refuses with a reason`() {
        var driver = SessionDriver(ScoreColumns(safety: [0.9], helpfulness: [0.9]))
        driver.send(.showAdversarial, .next)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.read)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `reading opens, scrolls, and closes`() {
        var driver = driver()
        driver.send(.showAccepted, .read, .next, .next)
        #expect(driver.state.reading.hasFocus)
        #expect(driver.state.reading.scroll == 2)
        driver.send(.last)
        #expect(driver.state.reading.scroll == driver.state.panes.readingLines - driver.state.panes.readingRows)
        driver.send(.nextItem)
        #expect(driver.state.reading.scroll == 0)
        #expect(driver.state.list.cursor == 1)
        driver.send(.read)
        #expect(!driver.state.reading.hasFocus)
        #expect(!driver.state.reading.isOpen)
    }
}
