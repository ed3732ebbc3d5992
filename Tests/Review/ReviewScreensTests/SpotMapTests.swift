import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@testable import ReviewScreens
@testable import ReviewSession

/// What is drawn is what is hit.
@Suite struct SpotMapTests {
    static let sizes = [(80, 24), (120, 36), (200, 60), (60, 16)]

    /// Screens of every kind, by the keys that lead to them.
    static let screens = [
        "", "\t", "\n", "=", "e", "/", "f", "F", "?", ":", "Q", "B", "C", "P", "\"", "Q\n", "Q\n?", "Q\nP", "m", "i",
        "T",
    ]

    private func rig(_ keys: String, _ columns: Int, _ rows: Int) -> ScreenRig {
        var rig = ScreenRig.withMouse(columns: columns, rows: rows, invalid: Self.invalid)
        rig.driver.state.aids.themes = ThemeState(names: ["one", "two", "three"], now: "one")
        for key in keys.unicodeScalars {
            switch key {
            case "\t": rig.press(KeyPress(.tab))
            case "\n": rig.press(KeyPress(.enter))
            default: rig.press(.character(key))
            }
        }
        return rig
    }

    static let invalid = (0..<40).map { number in
        InvalidRow(
            place: RowPlace(shard: 0, offset: number * 100, length: 90),
            line: number + 1,
            reason: .notAnObject
        )
    }

    @Test(arguments: screens, sizes)
    func `every key that is named at the bottom is a button of its own`(keys: String, size: (Int, Int)) {
        var rig = rig(keys, size.0, size.1)
        let row = size.1 - 2
        let spots = rig.spots().filter { $0.rect.y == row }
        let line = CanvasText(rig.canvas()).lines[row]
        var named = 0
        for spot in spots {
            guard case .key(let key) = spot.target else { continue }
            named += 1
            #expect(rig.shown(spot.rect).hasPrefix(key.name), "\(line)")
            #expect(rig.screen.spots.target(x: spot.rect.x, y: row) == spot.target)
        }
        let hints = KeyHints.hints(for: rig.driver.state)
        let shown = hints.filter { hint in
            let names = hint.keys.compactMap { CommandTable.standard.key(of: $0)?.name }
            return line.contains(" \(names.joined(separator: hint.separator)) \(hint.title) ")
        }
        // A message may have taken the row.
        guard line.contains(hints.first?.title ?? "") else { return }
        #expect(named >= shown.count, "\(line)")
    }

    @Test(arguments: screens, sizes)
    func `nothing that can be hit lies outside the screen, and what lies under a dialog cannot be hit`(
        keys: String,
        size: (Int, Int)
    ) {
        var rig = rig(keys, size.0, size.1)
        for spot in rig.spots() {
            #expect(spot.rect.x >= 0 && spot.rect.y >= 0 && spot.rect.maxX <= size.0 && spot.rect.maxY <= size.1)
            guard rig.driver.state.dialog != nil else { continue }
            switch spot.target {
            case .key, .dialog, .dialogRow, .dialogOption: break
            case .row, .list, .tab, .order, .reading, .threshold, .plot, .own: Issue.record("\(spot) under \(keys)")
            }
        }
        #expect((rig.screen.spots.plot == nil) == (rig.driver.state.dialog != nil || rig.driver.state.isItemWhole))
    }

    @Test(arguments: sizes)
    func `every tab shows its list`(columns: Int, rows: Int) throws {
        for tab in ListTab.allCases {
            var rig = rig("", columns, rows)
            rig.send(.mark)
            let tabs = rig.spots().filter { $0.target == .tab(tab) }
            if tab == .judged {
                #expect(tabs.isEmpty)
                continue
            }
            try #require(!tabs.isEmpty, "\(tab)")
            for spot in tabs {
                var rig = rig
                rig.click(x: spot.rect.x + 1, y: spot.rect.y)
                #expect(rig.driver.state.list.tab == tab)
                #expect(rig.driver.state.list.choice.isChosen)
            }
        }
    }

    @Test(arguments: sizes)
    func `the name of a column sorts by it, and once more turns that round`(columns: Int, rows: Int) throws {
        var rig = rig("", columns, rows)
        let spot = try #require(rig.spots().first { $0.target == .order(.safety) })
        rig.click(x: spot.rect.x, y: spot.rect.y)
        #expect(rig.driver.state.list.order == .safety && !rig.driver.state.list.descending)
        rig.click(x: spot.rect.x, y: spot.rect.y)
        #expect(rig.driver.state.list.order == .safety && rig.driver.state.list.descending)
    }

    @Test(arguments: sizes, ["", "i"])
    func `every row of the list is chosen by a click on it`(size: (Int, Int), keys: String) throws {
        var rig = rig(keys, size.0, size.1)
        let rows = rig.spots().filter { if case .row = $0.target { true } else { false } }
        #expect(rows.count == min(rig.driver.state.panes.listRows, rig.driver.state.listCount))
        for spot in rows {
            guard case .row(_, let row, let item) = spot.target else { continue }
            rig.click(x: spot.rect.maxX - 1, y: spot.rect.y)
            #expect(rig.driver.state.list.cursor == row)
            #expect(rig.driver.state.list.selectedItem == item)
            #expect(rig.shown(spot.rect).hasPrefix("▸") || keys == "i")
        }
    }

    @Test(arguments: sizes)
    func `a line is taken where it is drawn, and nowhere else`(columns: Int, rows: Int) throws {
        var rig = rig("", columns, rows)
        let plot = try rig.plot()
        let inner = plot.layout.inner
        let now = rig.driver.state.thresholds.now
        for (name, x) in [
            (ThresholdName.adv, plot.layout.column(of: now.adv)), (.safety, plot.layout.column(of: now.safety)),
        ] {
            let x = try #require(x)
            for y in inner.y..<inner.maxY where y != plot.layout.row(of: now.help) {
                let isLabel = plot.labels.contains { $0.y == y && ($0.x..<$0.x + $0.width).contains(x) }
                if isLabel { continue }
                #expect(plot.line(x: x, y: y)?.name == name)
                #expect(plot.line(x: x, y: y)?.isBeside == false)
                #expect(plot.line(x: x + 3, y: inner.maxY - 1) == nil)
            }
        }
        let y = try #require(plot.layout.row(of: now.help))
        #expect(plot.line(x: inner.maxX - 1, y: y)?.name == .help)
        for label in plot.labels {
            guard case .line(let name) = label.subject else { continue }
            #expect(plot.line(x: label.x, y: label.y)?.name == name)
        }
    }

    @Test(arguments: sizes)
    func `a cell of the plot holds the scores that are drawn in it`(columns: Int, rows: Int) throws {
        var rig = rig("", columns, rows)
        let layout = try rig.plot().layout
        for x in layout.inner.x..<layout.inner.maxX {
            for y in layout.inner.y..<layout.inner.maxY {
                let cell = layout.cell(x: x, y: y)
                #expect(layout.column(of: cell.middle.safety) == x)
                #expect(layout.row(of: cell.middle.helpfulness) == y)
            }
        }
        #expect(layout.cell(x: -50, y: 10_000) == layout.cell(x: layout.inner.x, y: layout.inner.maxY - 1))
        #expect(layout.cell(x: .max, y: .min) == layout.cell(x: layout.inner.maxX - 1, y: layout.inner.y))
    }

    @Test func `a terminal that is too small has nothing to hit`() {
        var rig = ScreenRig.withMouse(columns: 20, rows: 5)
        #expect(rig.spots().isEmpty)
        rig.click(x: 3, y: 3)
        #expect(rig.driver.state.dialog == nil)
    }

    @Test func `a message that takes the row of the hints takes their buttons too`() {
        var rig = ScreenRig.withMouse(columns: 80, rows: 24)
        rig.driver.state.message = Message(.failure, String(repeating: "what went wrong ", count: 8))
        #expect(rig.spots().allSatisfy { $0.rect.y != 22 })
    }
}
