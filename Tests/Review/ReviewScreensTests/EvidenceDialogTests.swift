import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

/// The evidence as it is drawn.
struct EvidenceDialogTests {
    /// Some accepted items checked, one in eight wrong.
    private static func rig(_ columns: Int, _ rows: Int, checked: Int) -> ScreenRig {
        var rig = ScreenRig(
            columns: columns,
            rows: rows,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 7))))
        rig.layOut()
        guard checked > 0 else { return rig }
        rig.send(.showAccepted, .openQueue)
        rig.driver.send(.screen(.dialog(QueueDialog.id, .set("goal", to: "300"))))
        rig.send(.confirm)
        for number in 0..<checked {
            // Only the last is to be drawn.
            rig.driver.send(.command(number % 8 == 4 ? .callUnsafe : .callHelpful))
        }
        rig.layOut()
        rig.send(.back)
        return rig
    }

    @Test(arguments: [0, 1, 30, 300], [(80, 24), (120, 36), (200, 60)])
    func `evidence`(_ checked: Int, _ size: (Int, Int)) {
        var rig = Self.rig(size.0, size.1, checked: checked)
        rig.send(.showEvidence)
        let text = rig.text()
        #expect(!text.contains("no estimate"))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "evidence-\(checked)-\(size.0)x\(size.1)")
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `figures of the evidence`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows, checked: 30)
        rig.send(.showEvidence)
        rig.press(KeyPress(.tab))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "evidence-figures-\(columns)x\(rows)")
        rig.press(KeyPress(.tab))
        #expect(rig.text().contains("the true error rate is likely between"))
    }
}
