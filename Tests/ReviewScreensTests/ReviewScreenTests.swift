import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

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
        expectGolden(rig.canvas(), named: "reading-\(columns)x\(rows)")
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
            if rig.driver.state.dialog == nil {
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
