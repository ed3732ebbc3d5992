import ReviewScreens
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Themes

import struct Foundation.URL

@testable import ReviewSession

/// What a theme makes of the whole screen.
@Suite struct ThemeScreenTests {
    static let finder = ThemeFinder(
        folders: [
            Repository.path("themes")
        ]
    )

    private func rig(_ name: String, columns: Int = 80, rows: Int = 24) throws -> ScreenRig {
        var rig = ScreenRig(columns: columns, rows: rows, theme: try Self.finder.theme(name))
        rig.driver.state.aids.themes = ThemeState(names: ThemeFinder.shipped, now: name)
        rig.screen = ReviewScreen(theme: .monochrome, others: Self.finder.all, symbols: .unicode)
        rig.layOut()
        return rig
    }

    @Test(arguments: ThemeFinder.shipped, [(80, 24), (120, 36), (200, 60)])
    func `a theme that paints a ground paints all of it, and one that does not leaves it`(
        _ name: String,
        _ size: (Int, Int)
    ) throws {
        var rig = try rig(name, columns: size.0, rows: size.1)
        rig.send(.stepUp, .showMoved)
        let paints = try Self.finder.theme(name)[.ground].background != .standard
        for open in [Command.back, .help, .cancel, .palette, .cancel, .chooseTheme, .cancel, .export] {
            rig.send(open)
            let bare = rig.canvas().cells.count { $0.style.background == .standard }
            #expect((bare == 0) == paints, "\(name) with \(open)")
        }
    }

    @Test(arguments: ThemeFinder.shipped) func `the whole screen in every theme`(_ name: String) throws {
        var rig = try rig(name)
        rig.send(.leapUp, .showMoved)
        expectGolden(rig.canvas(), named: "theme-\(name)")
    }

    @Test func `a switch shows at once, and no text changes with it`() throws {
        var rig = try rig("default")
        rig.send(.stepUp)
        let before = rig.canvas()
        rig.send(.chooseTheme, .nextRow, .confirm)
        rig.driver.state.message = nil
        let after = rig.canvas()
        #expect(before.cells != after.cells)
        rig.driver.state.aids.themes.show("default")
        #expect(CanvasText(rig.canvas()).text == CanvasText(after).text)
    }

    @Test func `kinds of messages are told apart without colour`() throws {
        let shown = [Message.Kind.done, .refusal, .failure].map { kind in
            var rig = ScreenRig()
            rig.driver.state.message = Message(kind, "same words")
            return CanvasText(rig.canvas()).lines.last ?? ""
        }
        #expect(shown[0].hasPrefix(" same words"))
        #expect(shown[1].hasPrefix(" ! same words"))
        #expect(shown[2].hasPrefix(" !! same words"))
    }
}
