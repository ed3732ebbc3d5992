import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// How much of the screen a key changes: what has to go to the terminal.
@Suite struct ChangedCellsTests {
    private static func changed(_ one: Canvas, _ other: Canvas) -> Int {
        zip(one.cells, other.cells).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }

    /// A line is a column or a row of the plot; beside it a step changes numbers, and the list at most.
    @Test(arguments: [Command.chooseAdv, .chooseSafety, .chooseHelp])
    func `a step of θ changes a small part of the screen`(_ choice: Command) {
        var rig = ScreenRig()
        rig.send(choice)
        var before = rig.canvas()
        for command in [Command.stepUp, .stepUp, .stepDown, .leapDown, .stepUp] {
            rig.send(command)
            let after = rig.canvas()
            let cells = Self.changed(before, after)
            #expect(cells > 0)
            // Of 4,320; the list and the text beside it take up 1,300.
            #expect(cells < 1_500, "\(command.rawValue)")
            before = after
        }
    }

    @Test func `the next item leaves all but list, text and its mark as they are`() throws {
        var rig = ScreenRig()
        let before = rig.canvas()
        rig.send(.next)
        let after = rig.canvas()
        let layout = try #require(ScreenLayout(rig.size))
        let above = zip(before.cells, after.cells).prefix(layout.list.y * rig.size.columns).filter { $0 != $1 }.count
        // The mark in the plot where it was and where it is, and the item's name above it.
        #expect(above < 20)
    }

    @Test func `nothing changes where nothing happened`() {
        var rig = ScreenRig()
        let before = rig.canvas()
        rig.layOut()
        #expect(rig.canvas() == before)
    }
}
