import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@Suite struct KeyHintTests {
    /// The row above the message.
    private func hints(_ rig: inout ScreenRig) -> String {
        CanvasText(rig.canvas()).lines.dropLast().last ?? ""
    }

    @Test(arguments: [60, 80, 100, 120, 200]) func `the way to all other keys is always named`(_ columns: Int) {
        var rig = ScreenRig(columns: columns, rows: 24)
        #expect(hints(&rig).contains("? help"))
        rig.send(.stepUp)
        #expect(hints(&rig).contains("? help"))
        rig.driver.send(.run(.filter, argument: "safety < 0.9", line: "filter.open safety < 0.9"))
        rig.layOut()
        #expect(hints(&rig).contains("? help"), "\(hints(&rig))")
    }

    @Test func `what a first review needs is named at 80 columns, also once something was moved`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        for _ in 0..<2 {
            for hint in ["move θ safety", "Enter read", "e export", "? help"] {
                #expect(hints(&rig).contains(hint), "\(hint) in \(hints(&rig))")
            }
            rig.send(.stepUp)
        }
        #expect(hints(&rig).contains("u undo"))
        var wide = ScreenRig()
        wide.send(.stepUp)
        #expect(hints(&wide).contains("f filter"))
    }

    @Test func `the help finds commands by what they do and take`() {
        var rig = ScreenRig()
        rig.type("?categ")
        #expect(rig.text().contains("show only items that pass a filter"))
        #expect(rig.text().contains("count values, and filter by them"))
        #expect(!rig.text().contains("choose θ adv"))
    }

    @Test func `an export under a filter says what it is of`() {
        var rig = ScreenRig()
        rig.type("e")
        #expect(rig.text().contains("Enter writes it: complete, or not at all"))
        rig.press(.control("g"))
        rig.driver.send(.run(.filter, argument: "safety < 0.9", line: "filter.open safety < 0.9"))
        rig.layOut()
        rig.type("e")
        #expect(rig.text().contains("of the whole round, not of what is shown"))
    }

    @Test func `a snapshot asks for its file where it has none, and hands it over where it has`() {
        var rig = ScreenRig()
        rig.send(.snapshot)
        #expect(rig.text().contains(":screen.snapshot "))
        #expect(rig.text().contains("a name that ends in .txt or .svg"))
        rig.type("a.png")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.problem?.contains("neither .txt") == true)
        for _ in 0..<3 { rig.press(KeyPress(.backspace)) }
        rig.type("svg")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.dialog == nil)
        guard case .screen(.snapshot(let request))? = rig.driver.outside.last else {
            Issue.record("\(rig.driver.outside)")
            return
        }
        #expect(request.path == "a.svg" && request.format == .picture && !request.replaces)
    }
}
