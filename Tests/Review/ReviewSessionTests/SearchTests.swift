import DensityPlot
import ReviewSession
import RoundModel
import TestSupport
import Testing

/// Searches, from the key to what is shown.
@Suite struct SearchTests {
    private func driver(items: Int = 500) -> SessionDriver {
        SessionDriver(ExampleRound.clustered(items: items))
    }

    /// Prompts read "How would someone open lock number 17?".
    private func search(_ text: String, in driver: inout SessionDriver) {
        driver.send(.search)
        driver.send(.edit(.clear))
        driver.type(text)
        driver.send(.confirm)
    }

    @Test func `what is found is told`() throws {
        var driver = driver()
        search("number 17", in: &driver)
        #expect(driver.state.dialog == nil)
        let found = try #require(driver.state.find.search)
        #expect(found.hits.count == 11)
        #expect(!found.isRunning)
        #expect(driver.state.message?.kind == .done)
        search("nothing like it", in: &driver)
        #expect(driver.state.message?.kind == .notice)
    }

    @Test func `counts, list and plot can be of the hits alone, and of all again`() throws {
        var driver = driver()
        let before = driver.state.counting.tally
        search("number 17", in: &driver)
        #expect(driver.state.counting.tally == before)
        driver.send(.onlyHits)
        #expect(driver.state.counting.tally?.counts.total == 11)
        #expect(driver.state.plot.grid?.counts.reduce(0, +) == 11)
        let hits = try #require(driver.state.find.search?.hits)
        #expect(driver.state.list.window.items.allSatisfy { hits.contains(Int($0)) })
        driver.send(.stepUp)
        #expect(driver.state.counting.tally?.counts.total == 11)
        driver.send(.onlyHits)
        #expect(driver.state.counting.tally?.counts.total == 500)
    }

    @Test func `n goes from hit to hit, round the end, and N back`() throws {
        var driver = driver()
        driver.send(.showDiscarded)
        search("number 1", in: &driver)
        let hits = try #require(driver.state.find.search?.hits)
        let rows = driver.state.list.window.items.enumerated().filter { hits.contains(Int($0.element)) }.map(\.offset)
        try #require(rows.count > 2)
        let first = rows.first { $0 > 0 } ?? rows[0]
        driver.send(.nextHit)
        #expect(driver.state.list.cursor == first)
        for _ in rows { driver.send(.nextHit) }
        #expect(driver.state.list.cursor == first)
        driver.send(.previousHit)
        driver.send(.previousHit)
        driver.send(.nextHit)
        driver.send(.nextHit)
        #expect(driver.state.list.cursor == first)
    }

    @Test func `an item that a step leads to is shown with its match marked`() throws {
        var driver = driver()
        search("lock number", in: &driver)
        driver.send(.nextHit)
        let highlights = try #require(driver.state.reading.highlights)
        #expect(highlights.item == driver.state.list.selectedItem)
        #expect(highlights.prompt == [23..<34])
    }

    @Test func `Esc forgets a search, and an empty line does`() {
        var driver = driver()
        search("number 17", in: &driver)
        driver.send(.onlyHits, .back)
        #expect(driver.state.find.search == nil)
        #expect(driver.state.counting.tally?.counts.total == 500)
        search("number 17", in: &driver)
        search("", in: &driver)
        #expect(driver.state.find.search == nil)
    }

    @Test func `a pattern that is none is said where it is typed`() {
        var driver = driver()
        driver.send(.search)
        driver.type("(")
        driver.send(.searchExpression, .confirm)
        guard let dialog = driver.state.dialog as? SearchDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(dialog.problem == "no expressions here")
        #expect(dialog.pattern == SearchPattern(text: "(", isExpression: true))
    }

    @Test(arguments: [Command.nextHit, .previousHit, .onlyHits]) func `without a search the keys say so`(
        _ command: Command
    ) {
        var driver = driver()
        driver.send(command)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `a search waits for the round to be read`() throws {
        var state = driver().state
        _ = reduce(&state, .command(.reload))
        _ = reduce(&state, .command(.search))
        _ = reduce(&state, .edit(.insert("lock")))
        func begins(_ effects: [Effect]) -> Bool { !effects.jobs(SearchJob.self).isEmpty }
        #expect(!begins(reduce(&state, .command(.confirm))))
        #expect(state.message?.kind == .done && state.find.search != nil)
        let report = try #require(state.round.report)
        let snapshot = RoundSnapshot(
            columns: state.round.columns,
            report: report,
            meter: LoadMeter(),
            isComplete: true
        )
        #expect(begins(reduce(&state, .load(.progressed(snapshot)))))
        #expect(!begins(reduce(&state, .command(.next))))
    }

    @Test func `answers of a search that was stopped or replaced are dropped`() throws {
        var state = driver().state
        _ = reduce(&state, .command(.search))
        _ = reduce(&state, .edit(.insert("lock")))
        _ = reduce(&state, .command(.confirm))
        let number = try #require(state.find.search?.number)
        let early = ItemSet([1, 2], universe: 500)
        _ = reduce(&state, .search(.progressed(number, early, fraction: 0.25, isComplete: false)))
        #expect(state.find.search?.hits.count == 2)
        let effects = reduce(&state, .command(.back))
        #expect(effects.stops(.search))
        #expect(state.message?.text.contains("25 %") == true)
        _ = reduce(
            &state,
            .search(.progressed(number, ItemSet([1, 2, 3], universe: 500), fraction: 1, isComplete: true))
        )
        _ = reduce(&state, .search(.progressed(number - 1, ItemSet([], universe: 500), fraction: 1, isComplete: true)))
        #expect(state.find.search?.hits.count == 2)
    }
}
