import ReviewScreens
import ReviewSession
import TerminalCanvas
import TestSupport
import Testing

@Suite struct CertificateDialogTests {
    private func rig(_ columns: Int, _ rows: Int, symbols: Symbols = .unicode) -> ScreenRig {
        var rig = ScreenRig(columns: columns, rows: rows, symbols: symbols)
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        rig.layOut()
        return rig
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)]) func `the plan, before and after it is fixed`(
        _ columns: Int,
        _ rows: Int
    ) {
        var rig = rig(columns, rows)
        rig.type("C")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "certificate-form-\(columns)x\(rows)")
        rig.press(KeyPress(.enter))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "certificate-plan-\(columns)x\(rows)")
    }

    @Test func `the certificate at 80x24, with its way there`() {
        var rig = rig(80, 24)
        rig.type("C")
        rig.press(KeyPress(.enter), KeyPress(.enter))
        let goal = rig.driver.state.queue?.goal ?? 0
        #expect(goal > 100)
        #expect(rig.text().contains("certificate, plan 1 · blind · 0 checked · \(goal) to go"))
        rig.type(String(repeating: "v", count: 100) + "w" + String(repeating: "v", count: goal - 101))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "certificate-80x24")
        #expect(rig.text().contains("use these thresholds"))
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `a promise about misses, before and after it is fixed`(
        _ columns: Int,
        _ rows: Int
    ) {
        var rig = rig(columns, rows)
        rig.type("C")
        rig.press(KeyPress(.right), KeyPress(.right), KeyPress(.right))
        rig.type("jjjjjj")
        rig.press(KeyPress(.right))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "certificate-misses-form-\(columns)x\(rows)")
        rig.press(KeyPress(.enter))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "certificate-misses-plan-\(columns)x\(rows)")
    }

    @Test func `the pair fits in 80x24, in ASCII as well`() {
        var rig = rig(80, 24, symbols: .ascii)
        rig.type("Cjj")
        rig.press(KeyPress(.right), KeyPress(.enter))
        let text = rig.text()
        #expect(text.contains("candidates of theta help"))
        #expect(text.contains("Enter: begin the sample"))
        #expect(text.unicodeScalars.allSatisfy { $0.value < 0x80 }, "\(text)")
    }
}
