import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct GridScreenTests {
    private static func rig(_ columns: Int, _ rows: Int) -> ScreenRig {
        let made = MadeGrid(ExampleRound.clustered(items: 6000), lines: (1..<20).map { Double($0) / 20 })
        return ScreenRig(
            made.drawnColumns,
            columns: columns,
            rows: rows,
            grid: ReviewedGrid(made.grid, folder: "grid-7")
        )
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func `counts of a grid between two lines have two ends`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.driver.send(.run(.typeThreshold, argument: "safety 0.873", line: ""))
        rig.layOut()
        expectGolden(rig.text() + "\n", named: "grid-between-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func `counts of a grid on its lines are exact`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.driver.send(.run(.typeThreshold, argument: "safety 0.873", line: ""))
        rig.send(.chooseSafety, .lineBefore, .chooseAdv, .lineBefore, .chooseHelp, .lineAfter)
        expectGolden(rig.text() + "\n", named: "grid-on-lines-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func `the line of a threshold tells both ends before Enter`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns, rows)
        rig.send(.typeThreshold)
        rig.driver.type("0.873")
        rig.layOut()
        expectGolden(rig.text() + "\n", named: "grid-threshold-\(columns)x\(rows)")
    }
}
