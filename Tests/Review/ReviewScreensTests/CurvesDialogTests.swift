import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

@Suite struct CurvesDialogTests {
    /// A round of which a sample of each bucket was checked, one in five wrong.
    private static func rig(
        _ columns: Int,
        _ rows: Int,
        _ symbols: Symbols = .unicode,
        labels: Int = 60
    ) -> ScreenRig {
        var rig = ScreenRig(
            columns: columns,
            rows: rows,
            symbols: symbols,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 7))))
        for (bucket, right) in [(Command.showAccepted, Command.callHelpful), (.showAdversarial, .callUnsafe)]
        where labels > 0 {
            rig.driver.send(bucket, .openQueue, .confirm)
            for number in 0..<labels { rig.driver.send(number % 5 == 0 ? .callNotHelpful : right) }
            rig.driver.send(.back)
        }
        rig.driver.send(.showDiscarded, .openQueue, .confirm)
        for number in 0..<labels { rig.driver.send(number % 6 == 0 ? .callHelpful : .callNotHelpful) }
        rig.driver.send(.back, .chooseSafety)
        rig.layOut()
        return rig
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `the sweep of a threshold`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.type(";")
        rig.press(KeyPress(.right, .shift))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "curves-\(columns)x\(rows)")
    }

    @Test func `the sweep in blocks and in ASCII`() {
        var rig = Self.rig(80, 24, .ascii)
        rig.type(";")
        let text = CanvasText(rig.canvas()).text
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
        expectGolden(text + "\n", named: "curves-80x24-ascii")
        rig = Self.rig(80, 24)
        rig.type(";V")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "curves-80x24-blocks")
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func `what the scores tell`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.type(";")
        for name in ["roc", "precision", "reliability"] {
            rig.press(KeyPress(.tab), KeyPress(.home))
            for _ in 0..<6 { rig.press(KeyPress(.right)) }
            expectGolden(CanvasText(rig.canvas()).text + "\n", named: "curves-\(name)-\(columns)x\(rows)")
        }
    }

    @Test func `keys choose threshold, value and figure`() {
        var rig = Self.rig(80, 24)
        rig.type(";1")
        #expect(rig.text().contains("if θ adv moved"))
        #expect(rig.text().contains("pairs are adversarial"))
        rig.type("3")
        rig.press(KeyPress(.home))
        let first = rig.text()
        rig.type("l")
        #expect(rig.text() != first)
        rig.type("]]")
        let text = rig.text()
        #expect(text.contains("⠒⠒⠒ precision") && !text.contains("recall  "))
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.dialog == nil)
        #expect(rig.text().contains("θ help"))
    }

    @Test func `a click in the picture goes to the value there`() throws {
        var rig = Self.rig(120, 36)
        rig.driver.state.mouse = MouseState(isPossible: true, isTaken: true)
        rig.type(";")
        let before = rig.text()
        rig.click(x: 20, y: 10)
        #expect(rig.text() != before)
    }

    @Test(arguments: [(20, 5), (40, 10), (60, 16)])
    func `where there is little room nothing is drawn over its frame`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.type(";")
        for _ in 0..<4 {
            _ = rig.canvas()
            rig.press(KeyPress(.left, .shift))
        }
    }

    @Test func `without verdicts it says how many are missing`() {
        var rig = Self.rig(80, 24, labels: 0)
        rig.type(";")
        #expect(rig.text().contains("check"))
    }
}
