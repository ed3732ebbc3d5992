import DensityPlot
import ItemFilter
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Filters, from the key to what is shown.
@Suite struct FilterTests {
    private func driver(items: Int = 500) -> SessionDriver {
        SessionDriver(
            ExampleRound.clustered(items: items),
            verdicts: VerdictState(reviewer: "ada", writer: 7),
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array((item % 4 == 0 ? "fraud" : "locks").utf8)
                return text
            }
        )
    }

    private func filter(_ text: String, in driver: inout SessionDriver) {
        driver.send(.filter)
        driver.send(.edit(.clear))
        driver.type(text)
        driver.send(.confirm)
    }

    private func dialog(_ driver: SessionDriver) throws -> FilterDialog {
        guard let dialog = driver.state.dialog as? FilterDialog else {
            throw Absent()
        }
        return dialog
    }

    private struct Absent: Error {}

    @Test func `counts, list and plot are of the items that pass, and of all again`() throws {
        var driver = driver()
        filter("category = fraud", in: &driver)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.find.filter?.items?.count == 125)
        #expect(driver.state.counting.tally?.counts.total == 125)
        #expect(driver.state.plot.grid?.counts.reduce(0, +) == 125)
        #expect(driver.state.list.window.items.allSatisfy { $0 % 4 == 0 })
        #expect(driver.state.message?.kind == .done)
        driver.send(.stepUp)
        #expect(driver.state.counting.tally?.counts.total == 125)
        driver.send(.back)
        #expect(driver.state.find.filter == nil)
        #expect(driver.state.counting.tally?.counts.total == 500)
        // The line offers it again.
        driver.send(.filter)
        #expect(try dialog(driver).entry.text == "category = fraud")
    }

    @Test func `counts, list and plot narrow as one types, and Esc gives back what was before`() throws {
        var driver = driver()
        driver.send(.pageDown, .next, .next)
        let (item, row) = (driver.state.list.selectedItem, driver.state.list.cursor - driver.state.list.top)
        driver.send(.filter)
        driver.type("category = fraud")
        #expect(driver.state.find.filterPreview?.items?.count == 125)
        #expect(driver.state.counting.tally?.counts.total == 125)
        #expect(driver.state.plot.grid?.counts.reduce(0, +) == 125)
        #expect(driver.state.list.window.items.allSatisfy { $0 % 4 == 0 })
        // What is no filter yet leaves what the last one did.
        driver.type(" and safety <")
        #expect(driver.state.find.filterPreview == nil)
        #expect(try dialog(driver).error == nil)
        #expect(driver.state.counting.tally?.counts.total == 125)
        driver.type(" 0.5")
        let count = try #require(driver.state.find.filterPreview?.items?.count)
        #expect(count > 0 && count < 125 && driver.state.counting.tally?.counts.total == count)
        driver.send(.edit(.clear))
        #expect(driver.state.counting.tally?.counts.total == 500)
        driver.type("id = nothing")
        #expect(driver.state.counting.tally?.counts.total == 0 && driver.state.list.selectedItem == nil)
        driver.send(.cancel)
        #expect(driver.state.counting.tally?.counts.total == 500)
        #expect(driver.state.find.filter == nil)
        #expect(driver.state.list.selectedItem == item)
        #expect(driver.state.list.cursor - driver.state.list.top == row)
    }

    @Test func `a line that is only opened narrows nothing, and the filter in force comes back`() throws {
        var driver = driver()
        filter("category = fraud", in: &driver)
        driver.send(.back)
        // It offers the last one.
        driver.send(.filter)
        #expect(driver.state.find.filterPreview?.items?.count == 125)
        #expect(driver.state.counting.tally?.counts.total == 500)
        driver.send(.confirm)
        #expect(driver.state.counting.tally?.counts.total == 125)
        driver.send(.filter, .cancel)
        #expect(driver.state.counting.tally?.counts.total == 125)
        driver.send(.filter)
        driver.type(" and safety < 0.2")
        #expect((driver.state.counting.tally?.counts.total ?? 125) < 125)
        driver.send(.cancel)
        #expect(driver.state.counting.tally?.counts.total == 125)
        driver.send(.filter)
        driver.send(.edit(.clear))
        #expect(driver.state.counting.tally?.counts.total == 500)
        driver.send(.cancel)
        #expect(driver.state.find.filter?.text == "category = fraud")
        #expect(driver.state.counting.tally?.counts.total == 125)
    }

    @Test func `typing fast asks for no more than the newest line, and shows that in the end`() throws {
        var driver = driver()
        driver.send(.filter)
        driver.holdsBack = true
        driver.type("safety < 0.5 and category = fraud")
        #expect(driver.held.filter { $0.job is FilterJob }.count <= 2)
        driver.deliverAll()
        let wanted = try #require(driver.state.find.filterPreview?.items)
        #expect(driver.state.find.shownItems?.count == wanted.count && wanted.count < 125)
        #expect(driver.state.counting.tally?.counts.total == wanted.count)
    }

    @Test func `an error is at its place, and Enter says what is unfinished`() throws {
        var driver = driver()
        driver.send(.filter)
        driver.type("category < 3 and")
        #expect(try dialog(driver).error?.range == 9..<10)
        driver.send(.edit(.clear))
        driver.type("moved and")
        #expect(try dialog(driver).error == nil)
        driver.send(.confirm)
        #expect(try dialog(driver).error?.range == 9..<9)
        driver.type(" judged")
        driver.send(.confirm)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.find.filter?.items?.count == 0)
        #expect(driver.state.message?.kind == .notice)
    }

    @Test func `a regular expression that is none is said where it stands`() throws {
        var driver = driver()
        filter("moved or prompt ~ /(/", in: &driver)
        let dialog = try dialog(driver)
        #expect(dialog.error?.reason == .pattern("no expressions here"))
        #expect(dialog.error?.range == 20..<21)
        #expect(driver.state.find.filter == nil)
    }

    @Test func `buckets in a filter follow the thresholds`() throws {
        var driver = driver()
        filter("bucket = accepted", in: &driver)
        let before = try #require(driver.state.find.filter?.items?.count)
        #expect(driver.state.counting.tally?.counts.accepted == before)
        driver.send(.typeThreshold)
        driver.send(.edit(.clear))
        driver.type("0.95")
        driver.send(.confirm)
        let after = try #require(driver.state.find.filter?.items?.count)
        #expect(after < before)
        #expect(driver.state.counting.tally?.counts == BucketCounts(adversarial: 0, accepted: after, discarded: 0))
        filter("moved", in: &driver)
        #expect(driver.state.find.filter?.items?.count == before - after)
        driver.send(.setBaseline)
        #expect(driver.state.find.filter?.items?.count == 0)
    }

    @Test func `scores in a filter are asked for once, whatever the thresholds do`() {
        var driver = driver()
        filter("safety < 0.3", in: &driver)
        let asked = driver.count(of: FilterJob.self)
        driver.send(.stepUp, .stepUp, .leapDown)
        #expect(driver.count(of: FilterJob.self) == asked)
    }

    @Test func `notes, flags and verdicts in a filter follow what is said`() throws {
        var driver = driver()
        filter("has:flag or has:verdict or judged", in: &driver)
        #expect(driver.state.find.filter?.items?.count == 0)
        driver.send(.back, .showAccepted)
        let first = try #require(driver.state.list.selectedItem)
        driver.send(.flag)
        filter("has:flag", in: &driver)
        #expect(driver.state.find.filter?.items?.count == 1)
        #expect(driver.state.find.filter?.items?.contains(Int(first)) == true)
        driver.send(.flag)
        #expect(driver.state.find.filter?.items?.count == 0)
    }

    @Test func `a filter and a search leave what both do`() {
        var driver = driver()
        driver.send(.search)
        driver.type("number 17")
        driver.send(.confirm, .onlyHits)
        #expect(driver.state.counting.tally?.counts.total == 11)
        filter("category = fraud", in: &driver)
        // 17 and 170 to 179: of these 172 and 176.
        #expect(driver.state.counting.tally?.counts.total == 2)
        driver.send(.onlyHits)
        #expect(driver.state.counting.tally?.counts.total == 125)
    }

    @Test func `Tab completes, and again goes on to the next`() throws {
        var driver = driver()
        driver.send(.filter)
        driver.type("cat")
        driver.send(.complete)
        #expect(try dialog(driver).entry.text == "category ")
        driver.type("= ")
        driver.send(.complete)
        #expect(try dialog(driver).entry.text == "category = locks")
        driver.send(.complete)
        #expect(try dialog(driver).entry.text == "category = fraud")
        driver.send(.complete)
        #expect(try dialog(driver).entry.text == "category = locks")
    }

    @Test func `a named filter is kept with the review and found again`() throws {
        var driver = driver()
        driver.send(.nameFilter)
        #expect(driver.state.message?.kind == .refusal)
        driver.send(
            .review(.opened(ReviewOpening(path: "/r.review", seed: 1)))
        )
        filter("category = fraud", in: &driver)
        driver.send(.nameFilter)
        driver.type("  money ")
        driver.send(.confirm)
        #expect(driver.state.find.filters == [NamedFilter(name: "money", text: "category = fraud")])
        #expect(driver.keptPlace?.filters == driver.state.find.filters)
        #expect(driver.state.filterName == "money")
        driver.send(.back, .filter)
        driver.send(.edit(.clear))
        driver.send(.laterFilter)
        #expect(try dialog(driver).entry.text == "category = fraud")
        driver.send(.confirm)
        driver.send(.nameFilter)
        driver.send(.edit(.clear))
        driver.send(.confirm)
        #expect(driver.state.find.filters == [])
    }

    @Test func `a review that is opened again has its filters, and the one in force`() throws {
        var driver = driver()
        filter("category = fraud", in: &driver)
        driver.send(.nameFilter)
        driver.type("money")
        driver.send(.confirm)
        let place = driver.state.place
        #expect(place.filter == "category = fraud")
        var other = self.driver()
        other.send(.review(.opened(ReviewOpening(path: "/r.review", seed: 1, place: place))))
        #expect(other.state.find.filter?.items?.count == 125)
        #expect(other.state.filterName == "money")
        var broken = place
        broken.filter = "nothing = 1"
        var third = self.driver()
        third.send(.review(.opened(ReviewOpening(path: "/r.review", seed: 1, place: broken))))
        #expect(third.state.find.filter == nil)
        #expect(third.state.counting.tally?.counts.total == 500)
    }

    @Test func `an empty line shows all items`() {
        var driver = driver()
        filter("category = fraud", in: &driver)
        filter("", in: &driver)
        #expect(driver.state.find.filter == nil)
        #expect(driver.state.counting.tally?.counts.total == 500)
    }

    @Test func `answers of a filter that was replaced are dropped, and parts are not taken for the whole`() throws {
        var state = driver().state
        _ = reduce(&state, .command(.filter))
        _ = reduce(&state, .filter(.fieldsRead(state.round.revision, PlainFilter.fields)))
        func request(_ effects: [Effect]) -> FilterRequest? { effects.jobs(FilterJob.self).first?.request }
        let first = try #require(request(reduce(&state, .edit(.insert("safety < 0.3")))))
        let second = try #require(request(reduce(&state, .edit(.insert("5")))))
        #expect(first != second)
        _ = reduce(&state, .filter(.progressed(first, ItemSet([1], universe: 500), fraction: 1, isComplete: true)))
        #expect(state.find.filterPreview?.items == nil)
        _ = reduce(
            &state,
            .filter(.progressed(second, ItemSet([1, 2], universe: 500), fraction: 0.5, isComplete: false))
        )
        #expect(state.find.filterPreview?.items?.count == 2)
        #expect(state.find.filterPreview?.isComplete == false)
        // Once it is taken it goes on without being asked for again.
        #expect(request(reduce(&state, .command(.confirm))) == nil)
        #expect(state.find.members?.count == 2)
        _ = reduce(
            &state,
            .filter(.progressed(second, ItemSet([1, 2, 3], universe: 500), fraction: 1, isComplete: true))
        )
        #expect(state.find.members?.count == 3)
    }

    @Test func `a round that is read again is filtered again`() throws {
        var driver = driver()
        filter("category = fraud", in: &driver)
        let report = try #require(driver.state.round.report)
        let columns = driver.state.round.columns
        driver.send(.reload)
        #expect(driver.state.find.filter?.items == nil)
        let asked = driver.count(of: FilterJob.self)
        driver.send(
            .load(
                .progressed(
                    RoundSnapshot(
                        columns: columns,
                        report: report,
                        meter: LoadMeter(),
                        isComplete: true
                    )
                )
            )
        )
        #expect(driver.count(of: FilterJob.self) == asked + 1)
        #expect(driver.state.counting.tally?.counts.total == 125)
    }
}
