import ItemFilter
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety
import Verdicts

@testable import ReviewScreens
@testable import ReviewSession

/// What the mouse does to the screen that it is over.
@Suite struct MouseMapTests {
    @Test(arguments: SpotMapTests.sizes, ThresholdName.allCases)
    func `a line follows the pointer, the counts follow the line, and one undo takes all of it back`(
        size: (Int, Int),
        name: ThresholdName
    ) throws {
        var rig = ScreenRig.withMouse(columns: size.0, rows: size.1)
        let before = rig.driver.state.thresholds.now
        let layout = try rig.plot().layout
        let inner = layout.inner
        var at: (x: Int, y: Int)
        if name == .help {
            at = (inner.maxX - 1, try #require(layout.row(of: before.help)))
        } else {
            at = (try #require(layout.column(of: before[name])), inner.maxY - 1)
        }
        rig.mouse(.press(.left), x: at.x, y: at.y)
        #expect(rig.driver.state.thresholds.now == before)
        for _ in 0..<3 {
            if name == .help { at.y = max(inner.y, at.y - 1) } else { at.x -= 2 }
            rig.mouse(.drag(.left), x: at.x, y: at.y)
            let now = rig.driver.state.thresholds.now
            // It is where the pointer is, at a value that can be told, and the counts are those there.
            if name == .help {
                #expect(layout.row(of: now.help) == at.y)
            } else {
                #expect(layout.column(of: now[name]) == at.x)
            }
            #expect(DecimalText.decimals(of: now[name]) <= 3)
            let counts = rig.driver.state.population.tally(now, baseline: before).counts
            #expect(rig.driver.state.counting.tally?.counts == counts)
            #expect(rig.driver.kept.isEmpty)
        }
        rig.mouse(.release, x: at.x, y: at.y)
        let after = rig.driver.state.thresholds.now
        #expect(name == .help ? after.help > before.help : after[name] < before[name])
        #expect(rig.driver.state.thresholds.chosen == name)
        rig.send(.undo)
        #expect(rig.driver.state.thresholds.now == before)
        rig.send(.redo)
        #expect(rig.driver.state.thresholds.now == after)
        #expect(rig.driver.state.canUndo)
        rig.send(.undo)
        #expect(!rig.driver.state.canUndo)
    }

    @Test func `a name is a handle of its line`() throws {
        var rig = ScreenRig.withMouse()
        let (x, y) = try rig.place(of: "θ adv 0.50")
        let layout = try rig.plot().layout
        let column = try #require(layout.column(of: 0.5))
        rig.drag((x + 3, y), (x + 8, y))
        #expect(layout.column(of: rig.driver.state.thresholds.now.adv) == column + 5)
    }

    @Test func `beyond the edge a line stays in the last cell`() throws {
        var rig = ScreenRig.withMouse()
        let layout = try rig.plot().layout
        let x = try #require(layout.column(of: rig.driver.state.thresholds.now.safety))
        rig.drag((x, layout.inner.maxY - 1), (100_000, -400))
        #expect(layout.column(of: rig.driver.state.thresholds.now.safety) == layout.inner.maxX - 1)
        let low = try #require(layout.column(of: rig.driver.state.thresholds.now.safety))
        rig.drag((low, layout.inner.maxY - 1), (-1, 2))
        #expect(layout.column(of: rig.driver.state.thresholds.now.safety) == layout.inner.x)
    }

    @Test func `a rectangle is shown with its ranges, and filters`() throws {
        var rig = ScreenRig.withMouse()
        let layout = try rig.plot().layout
        let (left, top) = (layout.inner.x + 4, layout.inner.y + 3)
        let (right, bottom) = (left + 12, top + 6)
        rig.mouse(.press(.left), x: right, y: bottom)
        rig.mouse(.drag(.left), x: left, y: top)
        let canvas = rig.canvas()
        #expect(canvas[left, top].glyph.base == "╭" && canvas[right, bottom].glyph.base == "╯")
        #expect(rig.text().contains("safety 0.0"))
        #expect(rig.text().contains("release filters"))
        rig.mouse(.release, x: left, y: top)
        let filter = try #require(rig.driver.state.find.filter)
        let text = filter.text
        #expect(
            text.wholeMatch(of: /safety >= \S+ and safety <= \S+ and help >= \S+ and help <= \S+/) != nil,
            "\(text)"
        )
        // All that was drawn within the rectangle passes, and what passes lies in it or touches it.
        let (one, other) = (layout.cell(x: left, y: bottom), layout.cell(x: right, y: top))
        let items = try #require(filter.items)
        var inside = 0
        for item in 0..<rig.driver.state.round.count {
            let scores = rig.driver.state.round.columns.scores(ofKnown: item)
            let isInside =
                scores.safety >= one.safety.lowerBound && scores.safety <= other.safety.upperBound
                && scores.helpfulness >= one.helpfulness.lowerBound
                && scores.helpfulness <= other.helpfulness.upperBound
            if isInside { #expect(items.contains(item)) }
            inside += isInside ? 1 : 0
        }
        #expect(inside > 0 && items.count >= inside && items.count <= inside + inside / 4 + 2)
        #expect(rig.text().contains("filter safety >="))
        // A second one goes on from the first, and Esc takes it off.
        rig.drag((left, top), (left + 5, top + 3))
        #expect(rig.driver.state.find.filter?.expression.tests.count == 4)
        #expect(rig.driver.state.find.filter?.items.map { $0.count < items.count } == true)
        rig.press(KeyPress(.escape))
        #expect(rig.driver.state.find.filter == nil)
    }

    @Test func `a click in the plot goes to the item there, on its own list`() throws {
        var rig = ScreenRig.withMouse()
        let layout = try rig.plot().layout
        for wanted in [3, 500, 1999] {
            let scores = rig.driver.state.round.columns.scores(ofKnown: wanted)
            let x = try #require(layout.column(of: scores.safety))
            let y = try #require(layout.row(of: scores.helpfulness))
            // A line is there first.
            if let line = try rig.plot().line(x: x, y: y), !line.isBeside { continue }
            rig.click(x: x, y: y)
            let item = try #require(rig.driver.state.list.selectedItem)
            let found = rig.driver.state.round.columns.scores(ofKnown: Int(item))
            #expect(abs((layout.column(of: found.safety) ?? -9) - x) <= 1)
            #expect(abs((layout.row(of: found.helpfulness) ?? -9) - y) <= 1)
            let bucket = rig.driver.state.thresholds.now.bucket(safety: found.safety, helpfulness: found.helpfulness)
            #expect(rig.driver.state.list.tab == .bucket(bucket))
            #expect(rig.driver.state.thresholds.now == rig.driver.state.thresholds.baseline)
        }
    }

    @Test func `where no item is near, a click says so`() throws {
        var rig = ScreenRig.withMouse(ScoreColumns(safety: [0, 1], helpfulness: [0, 1]))
        let inner = try rig.plot().layout.inner
        rig.click(x: inner.x + 5, y: inner.y + 2)
        #expect(rig.driver.state.message?.kind == .refusal)
    }

    @Test func `the wheel zooms about the pointer and back`() throws {
        var rig = ScreenRig.withMouse()
        let layout = try rig.plot().layout
        let whole = rig.driver.state.viewport
        let (x, y) = (layout.inner.x + 10, layout.inner.y + 4)
        let point = layout.cell(x: x, y: y).middle
        rig.mouse(.wheel(.up, notches: 3), x: x, y: y)
        let zoomed = try rig.plot().layout
        #expect(rig.driver.state.viewport != whole)
        #expect(abs((zoomed.column(of: point.safety) ?? -9) - x) <= 1)
        #expect(abs((zoomed.row(of: point.helpfulness) ?? -9) - y) <= 1)
        rig.mouse(.wheel(.right, notches: 2), x: x, y: y)
        rig.mouse(.wheel(.down, notches: 1_000_000_000), x: x, y: y)
        #expect(rig.driver.state.viewport == whole)
    }

    @Test func `thresholds are chosen by a click and stepped by the wheel`() throws {
        for size in SpotMapTests.sizes {
            var rig = ScreenRig.withMouse(columns: size.0, rows: size.1)
            for name in ThresholdName.allCases {
                let spot = try #require(rig.spots().first { $0.target == .threshold(name) })
                rig.click(x: spot.rect.x, y: spot.rect.y)
                #expect(rig.driver.state.thresholds.chosen == name)
                let before = rig.driver.state.thresholds.now[name]
                rig.mouse(.wheel(.up, notches: 2), x: spot.rect.x, y: spot.rect.y)
                #expect(
                    rig.driver.state.thresholds.now[name] == rig.driver.state.round.step(of: name).move(before, by: 2)
                )
                rig.mouse(.wheel(.down, notches: 2), x: spot.rect.x, y: spot.rect.y)
                #expect(rig.driver.state.thresholds.now[name] == before)
            }
        }
    }

    @Test func `the wheel scrolls list and text, as far as they go`() throws {
        var rig = ScreenRig.withMouse()
        let list = try #require(rig.spots().first { $0.target == .list }).rect
        rig.mouse(.wheel(.down, notches: 2), x: list.x + 5, y: list.y + 4)
        #expect(rig.driver.state.list.top == 6)
        #expect(rig.driver.state.list.cursor == 6)
        rig.mouse(.wheel(.down, notches: 1), x: list.x + 5, y: list.y + 4)
        rig.mouse(.wheel(.up, notches: 1), x: list.x + 5, y: list.y + 4)
        #expect(rig.driver.state.list.top == 6 && rig.driver.state.list.cursor == 9)
        rig.mouse(.wheel(.down, notches: .max), x: list.x + 5, y: list.y + 4)
        let count = rig.driver.state.listCount
        #expect(rig.driver.state.list.top == count - rig.driver.state.panes.listRows)
        rig.mouse(.wheel(.up, notches: .max), x: list.x + 5, y: list.y + 4)
        #expect(rig.driver.state.list.top == 0)
        let reading = try #require(rig.spots().first { $0.target == .reading }).rect
        rig.click(x: reading.x + 3, y: reading.y + 3)
        #expect(rig.driver.state.reading.hasFocus)
        rig.mouse(.wheel(.down, notches: .max), x: reading.x + 3, y: reading.y + 3)
        let panes = rig.driver.state.panes
        #expect(rig.driver.state.reading.scroll == max(0, panes.readingLines - panes.readingRows))
    }

    @Test func `the order is turned by its name, and round by its mark`() throws {
        var rig = ScreenRig.withMouse(columns: 200, rows: 60)
        try rig.click(on: "by distance")
        #expect(rig.driver.state.list.order != .distance)
        try rig.click(on: "▾")
        #expect(rig.driver.state.list.descending)
    }

    @Test func `a second click on a row opens its text, where that has no room of its own`() throws {
        var rig = ScreenRig.withMouse(columns: 80, rows: 24)
        let row = try #require(rig.spots().last { if case .row = $0.target { true } else { false } }).rect
        rig.driver.moment.clock = 10
        rig.click(x: row.x + 4, y: row.y)
        rig.driver.moment.clock = 12
        rig.click(x: row.x + 4, y: row.y)
        #expect(!rig.driver.state.reading.isOpen)
        rig.driver.moment.clock = 12.3
        rig.click(x: row.x + 4, y: row.y)
        #expect(rig.driver.state.reading.isOpen)
    }

    @Test func `rows of dialogs are chosen by a click, and gone through by the wheel`() throws {
        var rig = ScreenRig.withMouse()
        rig.driver.state.aids.themes = ThemeState(names: ["one", "two", "three"], now: "one")
        for key in ["Q", "F", ":", "T", "C"] {
            rig.type(key)
            let rows = rig.spots().filter { if case .dialogRow = $0.target { true } else { false } }
            try #require(!rows.isEmpty, "\(key)")
            for spot in rows.reversed() {
                rig.click(x: spot.rect.x + 3, y: spot.rect.y)
                #expect(rig.shown(spot.rect).hasPrefix("▸"), "\(key): \(rig.shown(spot.rect))")
            }
            if rows.count > 1 {
                rig.mouse(.wheel(.down, notches: 1), x: rows[0].rect.x, y: rows[0].rect.y)
                #expect(rig.shown(rows[1].rect).hasPrefix("▸"), "\(key)")
                rig.mouse(.wheel(.up, notches: 1), x: rows[0].rect.x, y: rows[0].rect.y)
                #expect(rig.shown(rows[0].rect).hasPrefix("▸"), "\(key)")
            }
            rig.press(KeyPress(.escape))
            #expect(rig.driver.state.dialog == nil)
        }
    }

    @Test func `words of dialogs are chosen by a click`() throws {
        var rig = ScreenRig.withMouse()
        rig.type("e")
        let option = try #require(rig.spots().last { if case .dialogOption = $0.target { true } else { false } }).rect
        rig.click(x: option.x + 1, y: option.y)
        #expect(rig.shown(option).hasPrefix("["))
        try rig.click(on: "replace ")
        #expect(rig.text().contains("yes, an earlier export"))
        rig.press(KeyPress(.escape))
        rig.type("MB")
        try rig.click(on: "not helpful")
        #expect(rig.text().contains("[not helpful]") || rig.text().contains("[safe, not helpful"))
        rig.press(KeyPress(.escape))
        rig.type("fsaf")
        let first = try #require(rig.spots().first { if case .dialogOption = $0.target { true } else { false } }).rect
        rig.click(x: first.x + 1, y: first.y)
        #expect(rig.text().contains("show safety"))
    }

    @Test func `the wheel does not change what is typed`() throws {
        var rig = ScreenRig.withMouse()
        rig.type("fsafety < 0.3")
        let dialog = rig.driver.state.dialog
        let (x, y) = try rig.place(of: "show ")
        rig.mouse(.wheel(.up, notches: 3), x: x, y: y)
        #expect(rig.driver.state.dialog.isSame(as: dialog))
    }

    @Test func `help scrolls to its end and at once back from there`() throws {
        var rig = ScreenRig.withMouse(columns: 80, rows: 24)
        rig.type("?")
        let top = rig.text()
        rig.mouse(.wheel(.down, notches: 1000), x: 40, y: 10)
        let end = rig.text()
        #expect(end != top)
        rig.mouse(.wheel(.down, notches: 1), x: 40, y: 10)
        #expect(rig.text() == end)
        rig.mouse(.wheel(.up, notches: 1), x: 40, y: 10)
        #expect(rig.text() != end)
        try rig.click(on: "Tab all or here")
        #expect(rig.text().contains("all commands"))
        try rig.click(on: "Esc closes")
        #expect(rig.driver.state.dialog == nil)
    }

    @Test func `clicks on key hints work in dialogs too, and those beside a dialog do nothing`() throws {
        var rig = ScreenRig.withMouse()
        rig.type("Q")
        let dialog = rig.driver.state.dialog
        for (x, y) in [(1, 3), (60, 5), (2, 30), (119, 20), (-1, -1), (500, 500)] {
            rig.click(x: x, y: y)
            rig.mouse(.press(.right), x: x, y: y)
            #expect(rig.driver.state.dialog.isSame(as: dialog))
        }
        try rig.click(on: "Esc close")
        #expect(rig.driver.state.dialog == nil)
    }

    @Test func `the mouse is given back and taken again, as the header says`() throws {
        var rig = ScreenRig.withMouse()
        #expect(rig.text().contains("W mouse on"))
        try rig.click(on: "W mouse on")
        #expect(!rig.driver.state.mouse.isTaken)
        #expect(rig.text().contains("W mouse off"))
        let before = rig.driver.state.list.tab
        try rig.click(on: "moved 0")
        #expect(rig.driver.state.list.tab == before)
        rig.type("W")
        #expect(rig.driver.state.mouse.isTaken)
        let takings = rig.driver.outside.compactMap { effect -> Bool? in
            if case .screen(.takeMouse(let take)) = effect { take } else { nil }
        }
        #expect(takings == [false, true])
    }

    @Test func `in a queue hints are buttons and the wheel scrolls`() throws {
        var rig = ScreenRig.withMouse(columns: 80, rows: 24)
        rig.type("Q")
        rig.press(KeyPress(.enter))
        try #require(rig.driver.state.queue != nil)
        try rig.click(on: "x unsafe")
        #expect(rig.driver.state.verdicts.record.items.count == 1)
        rig.click(x: 30, y: 8)
        rig.mouse(.wheel(.down, notches: 1), x: 30, y: 8)
        #expect(rig.driver.state.queue != nil)
    }

    @Test(arguments: SpotMapTests.sizes)
    func `no event anywhere does harm`(columns: Int, rows: Int) {
        var generator = SeededGenerator(seed: UInt64(columns))
        var rig = ScreenRig.withMouse(columns: columns, rows: rows)
        let kinds: [MouseEvent.Kind] = [
            .press(.left), .press(.left), .drag(.left), .drag(.left), .release, .press(.right), .press(.middle),
            .drag(.right), .wheel(.up, notches: 1), .wheel(.down, notches: 400), .wheel(.left, notches: .max),
            .wheel(.right, notches: 1), .press(.other),
        ]
        for number in 0..<600 {
            let kind = kinds.randomElement(using: &generator) ?? .release
            let x = Int.random(in: -2...columns + 2, using: &generator)
            let y = Int.random(in: -2...rows + 2, using: &generator)
            rig.mouse(kind, x: x, y: y)
            if number % 50 == 0 { rig.press(KeyPress(.escape)) }
            if number % 70 == 0 {
                rig.size = TerminalSize(columns: number % 140 == 0 ? columns : 20, rows: rows)
                rig.layOut()
            }
        }
        let state = rig.driver.state
        #expect(ThresholdName.allCases.allSatisfy { state.thresholds.now[$0].isFinite })
    }
}

/// What the screen shows of the mouse, looked at.
@Suite struct MouseGoldenTests {
    @Test(arguments: [(80, 24), (120, 36)])
    func `a rectangle that is being dragged`(columns: Int, rows: Int) throws {
        var rig = ScreenRig.withMouse(columns: columns, rows: rows)
        let inner = try rig.plot().layout.inner
        rig.mouse(.press(.left), x: inner.x + 2, y: inner.y + 2)
        rig.mouse(.drag(.left), x: inner.x + inner.width / 3, y: inner.maxY - 2)
        expectGolden(rig.canvas(), named: "mouse-region-\(columns)x\(rows)")
    }

    @Test func `a line that is being dragged, in ASCII`() throws {
        var rig = ScreenRig.withMouse(columns: 80, rows: 24, symbols: .ascii)
        let layout = try rig.plot().layout
        let x = try #require(layout.column(of: rig.driver.state.thresholds.now.safety))
        rig.mouse(.press(.left), x: x, y: layout.inner.maxY - 1)
        rig.mouse(.drag(.left), x: x - 9, y: layout.inner.maxY - 3)
        expectGolden(rig.canvas(), named: "mouse-line-80x24-ascii")
    }
}
