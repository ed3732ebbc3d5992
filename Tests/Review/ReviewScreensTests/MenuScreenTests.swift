import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

/// What a newcomer sees: the card of the first start, the menu, and the names beside the plot.
@Suite struct MenuScreenTests {
    @Test(arguments: [(60, 16), (80, 24), (120, 36)])
    func `the card of the first start`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.introduction)
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "introduction-\(columns)x\(rows)")
    }

    @Test(arguments: ["x", "q", "y", "n", "1", ":", " "]) func `any key closes the card and does nothing else`(
        _ key: Unicode.Scalar
    ) {
        var rig = ScreenRig(columns: 80, rows: 24)
        let before = rig.driver.state.thresholds
        rig.send(.introduction)
        rig.press(.character(key))
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.driver.state.thresholds == before && rig.driver.outside.isEmpty)
        for key in [KeyPress(.enter), KeyPress(.left), KeyPress(.function(5)), KeyPress(.escape)] {
            rig.send(.introduction)
            rig.press(key)
            #expect(rig.driver.state.dialog == nil)
        }
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36)]) func `the menu`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.type("'")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "menu-\(columns)x\(rows)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36)])
    func `what a threshold would give before Enter`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.type("=600 accepted")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "wish-\(columns)x\(rows)")
        #expect(rig.text().contains("600"))
    }

    @Test func `each row of the menu can be reached, and is seen with its key`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.type("'")
        var seen = rig.text()
        for _ in 0..<80 {
            rig.press(KeyPress(.down))
            seen += rig.text()
        }
        for title in ["unsafe: adversarial", "change the order", "zoom to the lines", "export the sets"] {
            #expect(seen.contains(title), "\(title)")
        }
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `buckets are named, percentages explained and moves headed by words`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        let text = rig.text()
        for words in ["A adversarial", "C accepted", "D discarded", "below", "above", "from A", "moved"] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
