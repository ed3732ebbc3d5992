import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import TextSafety

@testable import ReviewSession

@Suite struct ReviewScreenTests {
    @Test(arguments: [(80, 24), (120, 36), (200, 60), (60, 16)])
    func `the whole screen`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.leapUp, .showMoved)
        expectGolden(rig.canvas(), named: "review-\(columns)x\(rows)")
    }

    @Test func `the whole screen in ASCII`() {
        var rig = ScreenRig(symbols: .ascii)
        rig.send(.stepUp, .showMoved)
        let canvas = rig.canvas()
        #expect(canvas.cells.allSatisfy { $0.glyph.base.isASCII })
        expectGolden(canvas, named: "review-ascii")
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `reading`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.showAdversarial, .read)
        expectGolden(rig.canvas(), named: "item-list-\(columns)x\(rows)")
    }

    @Test(arguments: [(0, 0), (1, 1), (20, 5), (59, 16), (60, 15)])
    func `what is too small says so, and nothing breaks`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.stepUp, .read, .showInvalid)
        let text = rig.text()
        if columns >= 20 { #expect(text.contains("too small")) }
        if columns >= 59 { #expect(text.contains("needs 60x16")) }
    }

    @Test(arguments: 0..<20) func `any size and any walk draws within its lines`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomRounds.columns[seed % RandomRounds.columns.count]
        var rig = ScreenRig(
            columns,
            columns: Int.random(in: 60...210, using: &generator),
            rows: Int.random(in: 16...70, using: &generator)
        )
        for _ in 0..<8 {
            let command = Command.allCases.randomElement(using: &generator) ?? .next
            rig.send(command)
            let text = CanvasText(rig.canvas())
            #expect(text.lines.count == rig.size.rows)
            // A frame that is cut or overdrawn shows as a side without its corner.
            if rig.driver.state.dialog == nil, !rig.driver.state.isItemWhole {
                #expect(text.lines[1].hasPrefix("╭─ safety"))
            }
        }
    }

    @Test func `crossed thresholds are said`() {
        var rig = ScreenRig()
        rig.send(.chooseAdv, .leapUp, .leapUp, .leapUp, .leapUp)
        #expect(rig.driver.state.thresholds.now.areCrossed)
        #expect(rig.text().contains("θ adv > θ safety: adversarial wins"))
    }

    @Test func `items on a line are counted`() {
        var rig = ScreenRig(ScoreColumns(safety: [0.5, 0.5, 0.8, 0.1], helpfulness: [0.4, 0.9, 0.9, 1]))
        #expect(rig.text().contains("on a line: 2 adv, 1 safety, 1 help"))
    }

    @Test func `a narrow screen tells both sides of each line, and how many items are on it`() {
        let safety = (0..<200).map { $0 == 0 ? 0.3 : $0 == 1 ? 0.5 : $0 == 2 ? 0.8 : 0.9 }
        let help = (0..<200).map { $0 < 3 ? 0.4 : 0.9 }
        var rig = ScreenRig(ScoreColumns(safety: safety, helpfulness: help), columns: 80, rows: 24)
        let text = rig.text()
        #expect(text.contains("<1│99 %"))
        #expect(text.contains("0│98 %"))
        #expect(text.contains("on a line: 1 adv, 1 safety, 3 help"))
    }

    @Test func `ids are cut where they do not differ`() {
        var rig = ScreenRig(columns: 80, rows: 24) { item in
            ItemText(
                prompt: [],
                response: [],
                fields: [ItemText.Field(name: [], value: Array("campaign-2026-\(item)".utf8), role: .id)],
                file: "f",
                line: 1
            )
        }
        let text = rig.text()
        for item in (0..<3).compactMap({ rig.driver.state.list.window[$0] }) {
            #expect(text.contains("\("-\(item)".suffix(5)) "))
        }
    }

    @Test func `invalid rows name their shard, and lines as editors take them`() {
        let rows = [0, 1].map {
            InvalidRow(place: RowPlace(shard: $0, offset: 0, length: 9), line: 12345 + $0, reason: .null(.safety))
        }
        var rig = ScreenRig(columns: 80, rows: 24, invalid: rows)
        rig.tell { $0.shards = ["rounds/3/part-1.jsonl", "rounds/3/part-2.jsonl"] }
        rig.send(.showInvalid)
        let text = rig.text()
        #expect(text.contains("part-1.jsonl 12345"))
        #expect(text.contains("part-2.jsonl 12346"))
        #expect(!text.contains("o order"))
    }

    @Test func `hints name no key that would only refuse`() {
        var rig = ScreenRig(ScoreColumns(safety: [0.9], helpfulness: [0.9]), columns: 200, rows: 60)
        rig.send(.showAdversarial)
        let empty = rig.text()
        for hint in ["Enter read", "u undo", "b baseline", "j k item"] { #expect(!empty.contains(hint), "\(hint)") }
        rig.send(.showAccepted, .stepUp)
        let moved = rig.text()
        for hint in ["Enter read", "u undo", "b baseline", "o order"] { #expect(moved.contains(hint), "\(hint)") }
    }

    @Test func `Space opens the text where the list has its place`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.send(.scrollDown)
        #expect(rig.driver.state.reading.isOpen)
    }

    @Test func `no tab of the list is left out`() {
        var rig = ScreenRig(ExampleRound.clustered(items: 20_000), columns: 60, rows: 16)
        rig.send(.leapUp, .leapUp)
        let text = rig.text()
        for tab in [" A ", " C ", "[D ", " moved ", " invalid 0"] { #expect(text.contains(tab), "\(tab)") }
    }

    @Test func `what lies beyond the axes is said on each side`() {
        let middle = (0..<500).map { Double($0 % 100) / 10 }
        var rig = ScreenRig(
            ScoreColumns(safety: middle + [1e6, 2e6, -1e6], helpfulness: middle + [5, 5e6, -1e6])
        )
        let text = rig.text()
        for note in [" 2 beyond →", "← 1 beyond ", "↑ 1 beyond", "↓ 1 beyond"] {
            #expect(text.contains(note), "\(note)")
        }
    }

    @Test func `a text console gets straight lines and half blocks`() {
        var rig = ScreenRig(symbols: Symbols(.blocks))
        rig.driver.state.plot.dots.draw(as: PlotDrawing(.blocks))
        rig.send(.showMoved)
        let allowed = Set("─│┌┐└┘┼┤┬▄▀█▌".unicodeScalars)
        #expect(rig.canvas().cells.allSatisfy { $0.glyph.base.isASCII || allowed.contains($0.glyph.base) })
    }

    @Test func `an empty round has a screen`() {
        var rig = ScreenRig(ScoreColumns(safety: [], helpfulness: []))
        #expect(rig.text().contains("no items"))
    }
}

/// Rounds at the edges of what there can be.
enum RandomRounds {
    static let columns: [ScoreColumns] = [
        ExampleRound.clustered(items: 300),
        ScoreColumns(safety: [0.5], helpfulness: [0.5]),
        ScoreColumns(safety: [1e308, -1e308, 0], helpfulness: [5, 5, 5]),
        ScoreColumns(safety: [3, 3, 3], helpfulness: [.leastNonzeroMagnitude, 0, 1]),
        ScoreColumns(safety: (0..<100).map { Double($0) * 1e6 }, helpfulness: (0..<100).map { Double($0) * 1e-9 }),
    ]
}
