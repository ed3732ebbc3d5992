import ItemFilter
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// Lists in the order of a field, and their columns.
@Suite struct SortTests {
    private func driver(_ verdicts: VerdictState = VerdictState(reviewer: "ada", writer: 7)) -> SessionDriver {
        SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: verdicts,
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array(["fraud", "locks", "9", "10", ""][Int(item % 7) % 5].utf8)
                if item % 7 == 6 { text.fields.remove(at: 1) }
                return text
            }
        )
    }

    /// The categories of the list from the top, each once where it comes several times in a row.
    private func categories(_ driver: SessionDriver) -> [String?] {
        var found: [String?] = []
        for item in driver.state.list.window.items {
            let value: String? =
                item % 7 == 6 ? nil : ["fraud", "locks", "9", "10", ""][Int(item % 7) % 5]
            if found.isEmpty || found.last != .some(value) { found.append(value) }
        }
        return found
    }

    private func run(_ line: String, _ command: Command = .nextOrder, in driver: inout SessionDriver) {
        driver.send(.run(command, argument: line, line: "\(command.rawValue) \(line)"))
    }

    @Test func `numbers come first, then texts, and what has no value last`() {
        var driver = driver()
        run("category", in: &driver)
        #expect(driver.state.list.order == .field("category"))
        #expect(categories(driver) == ["9", "10", "", "fraud", "locks", nil])
        #expect(driver.state.list.cursor == 0)
        driver.send(.reverseOrder)
        #expect(categories(driver) == ["locks", "fraud", "", "10", "9", nil])
        let items = driver.state.list.window.items.filter { $0 % 7 == 1 }
        #expect(items == items.sorted())
        // The next list is in the same order, and rows are read once.
        driver.send(.showDiscarded)
        #expect(categories(driver) == ["locks", "fraud", "", "10", "9", nil])
        run("distance", in: &driver)
        run("category", in: &driver)
        #expect(driver.count(of: SortJob.self) == 1)
    }

    @Test func `the order stays with thresholds, filters and verdicts`() {
        var driver = driver()
        run("category", in: &driver)
        driver.send(.leapUp)
        driver.send(.filter)
        driver.type("safety > 0.9")
        driver.send(.confirm)
        #expect(categories(driver) == ["9", "10", "", "fraud", "locks", nil])
        driver.send(.callUnsafe)
        #expect(driver.state.list.order == .field("category"))
    }

    @Test func `the key of orders never has rows read, and goes through the field that was sorted by last`() {
        var driver = driver()
        driver.send(.nextOrder, .nextOrder, .nextOrder)
        #expect(driver.state.list.order == .round)
        driver.send(.nextOrder)
        #expect(driver.state.list.order == .distance && driver.state.sorting.pending == nil)
        run("category", in: &driver)
        #expect(driver.state.list.order == .field("category"))
        driver.send(.nextOrder)
        #expect(driver.state.list.order == .distance)
        driver.send(.nextOrder, .nextOrder, .nextOrder, .nextOrder)
        #expect(driver.state.list.order == .field("category") && driver.state.sorting.pending == nil)
    }

    @Test func `a field that no row has is no order`() {
        var driver = driver()
        driver.send(.filter, .cancel)
        run("colour", in: &driver)
        #expect(driver.state.list.order == .distance)
        #expect(driver.state.sorting.pending == nil)
    }

    @Test func `reading for an order can be stopped, and another one takes its place`() {
        var driver = driver()
        driver.send(.filter, .cancel)
        driver.holdsBack = true
        run("category", in: &driver)
        #expect(driver.state.pendingWork == .sorting(0))
        run("style", in: &driver)
        driver.send(.back)
        #expect(driver.state.sorting.pending == nil && driver.outside.stops(.sort))
        driver.deliverAll()
        #expect(driver.state.list.order == .distance)
        run("style", in: &driver)
        run("category", in: &driver)
        driver.deliverAll()
        #expect(driver.state.list.order == .field("category"))
        #expect(driver.state.sorting.pending == nil)
    }

    @Test func `columns are chosen, kept, and come back`() throws {
        var driver = driver(VerdictState(reviewer: "ada", writer: 7, file: .opening))
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: []))))
        #expect(driver.state.listColumns.map(\.name) == ["safety", "help", "category", "prompt"])
        driver.send(.chooseColumns)
        let rows = driver.state.dialog?.rows(in: driver.state).map(\.title) ?? []
        #expect(rows.contains("[x] category") && rows.contains("[ ] style") && rows.contains("[ ] scores.toxicity"))
        let style = try #require(rows.firstIndex(of: "[ ] style"))
        driver.send(.dialog(ColumnsDialog.id, .choose(row: style)))
        driver.send(.mark)
        #expect(driver.state.listColumns.last == .role(.style))
        driver.send(.cancel)
        #expect(driver.state.listColumns.map(\.name) == ["safety", "help", "category", "prompt"])
        run("style scores.toxicity, prompt".replacing(",", with: ""), .chooseColumns, in: &driver)
        #expect(driver.state.listColumns.map(\.name) == ["style", "scores.toxicity", "prompt"])
        #expect(driver.keptPlace?.columns == ["style", "scores.toxicity", "prompt"])
        run("nonsense", .chooseColumns, in: &driver)
        #expect(driver.state.listColumns.map(\.name) == ["style", "scores.toxicity", "prompt"])
        run("category", in: &driver)
        let place = driver.state.place
        #expect(place.order == .field("category"))
        var again = self.driver(VerdictState(reviewer: "ada", writer: 8, file: .opening))
        again.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: [], place: place))))
        #expect(again.state.listColumns.map(\.name) == ["style", "scores.toxicity", "prompt"])
        #expect(again.state.list.order == .field("category"))
        run("usual", .chooseColumns, in: &again)
        #expect(again.state.list.columns.chosen == nil)
    }

    @Test func `the dialog sorts by the column under its cursor`() throws {
        var driver = driver()
        driver.send(.chooseColumns)
        let rows = driver.state.dialog?.rows(in: driver.state).map(\.title) ?? []
        let category = try #require(rows.firstIndex(of: "[x] category"))
        driver.send(.dialog(ColumnsDialog.id, .answer("sort \(category + 1)")))
        #expect(driver.state.list.order == .field("category"))
        #expect(driver.state.dialog is ColumnsDialog)
        driver.send(.dialog(ColumnsDialog.id, .answer("1")))
        driver.send(.confirm)
        #expect(!driver.state.listColumns.contains(.role(.safety)))
    }

    @Test func `a round that is read again is sorted again`() {
        var driver = driver()
        run("category", in: &driver)
        driver.send(.reverseOrder, .reload)
        driver.load(ExampleRound.clustered(items: 420)) { item in
            var text = SessionDriver.text(item)
            text.fields[1].value = Array(item % 2 == 0 ? "b".utf8 : "a".utf8)
            return text
        }
        #expect(driver.state.list.order == .field("category") && driver.state.list.descending)
        #expect(driver.state.list.window.items.first.map { $0 % 2 } == 0)
        #expect(driver.state.list.window.items.last.map { $0 % 2 } == 1)
    }
}
