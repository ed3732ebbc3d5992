import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing
import Verdicts

@testable import ReviewScreens

/// Dialogs that are longer than their box, and what they leave of the screen below them.
struct PanelTests {
    private static func rig(columns: Int = 80, rows: Int = 24) -> ScreenRig {
        var rig = ScreenRig(
            columns: columns,
            rows: rows,
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 7))))
        rig.layOut()
        return rig
    }

    private static let pageDown = KeyPress(.pageDown), pageUp = KeyPress(.pageUp)
    private static let home = KeyPress(.home), end = KeyPress(.end), up = KeyPress(.up), down = KeyPress(.down)

    /// The evidence, the help and, where it is long, a plan.
    private static let openings: [[Command]] = [
        [.showEvidence], [.help], [.openCertificate, .confirm],
    ]

    @Test(arguments: openings, [(60, 16), (80, 24)])
    func `page home and end keys go through what is longer than its box`(_ opening: [Command], _ size: (Int, Int))
        throws
    {
        var rig = Self.rig(columns: size.0, rows: size.1)
        for command in opening { rig.send(command) }
        let first = rig.text()
        try #require(rig.driver.state.panes.dialog.end != nil)
        guard rig.driver.state.panes.dialog.end ?? 0 > 0 else { return }
        rig.press(Self.pageDown)
        let second = rig.text()
        #expect(second != first)
        rig.press(Self.pageUp)
        #expect(rig.text() == first)
        rig.press(Self.end)
        let last = rig.text()
        #expect(last != first && !last.contains("more line"))
        // Behind the end lies nothing that keys would have to come back from.
        rig.press(Self.pageDown, Self.down, Self.end, Self.up)
        #expect(rig.text() != last)
        rig.press(Self.down)
        #expect(rig.text() == last)
        rig.press(Self.home)
        #expect(rig.text() == first)
        rig.press(Self.down)
        #expect(rig.text() != first)
    }

    @Test func `arrows and pages go through the rows of every panel`() {
        var rig = Self.rig()
        rig.send(.judgeMany)
        let before = rig.text()
        rig.press(Self.down)
        #expect(rig.text() != before)
        rig.press(Self.up)
        #expect(rig.text() == before)
        rig.send(.cancel, .openCertificate)
        let form = rig.text()
        rig.press(Self.down)
        #expect(rig.text() != form)
    }

    @Test(arguments: [(60, 16), (80, 24)])
    func `page keys lead to the ends of every panel with rows`(_ columns: Int, _ rows: Int) throws {
        for opening: [Command] in [[.judgeMany], [.openQueue], [.openCertificate], [.menu]] {
            var rig = Self.rig(columns: columns, rows: rows)
            for command in opening { rig.send(command) }
            let last = try #require(rig.driver.state.dialog).rows(in: rig.driver.state).count - 1
            for _ in 0...last { rig.press(Self.pageDown) }
            #expect(rig.driver.state.dialog?.chosenRow(in: rig.driver.state) == last, "\(opening)")
            for _ in 0...last { rig.press(Self.pageUp) }
            #expect(rig.driver.state.dialog?.chosenRow(in: rig.driver.state) == 0, "\(opening)")
        }
    }

    /// What a dialog lies on is words of the line of keys, of messages or of the title: none of their letters are left.
    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `no letters are left beside a dialog`(_ columns: Int, _ rows: Int) {
        let openings: [[Command]] = [
            [.typeThreshold], [.search], [.filter], [.note], [.openQueue], [.showEvidence], [.judgeMany],
            [.judgeMany, .callUnsafe, .confirm], [.openCertificate], [.openCertificate, .confirm], [.export], [.help],
            [.palette], [.facets], [.showCurves], [.crossTable], [.chooseColumns], [.exportShown], [.menu],
            [.introduction],
        ]
        for opening in openings {
            var rig = Self.rig(columns: columns, rows: rows)
            for command in opening { rig.send(command) }
            #expect(rig.driver.state.dialog != nil, "\(opening)")
            let lines = CanvasText(rig.canvas()).lines
            for line in [0, rows - 2, rows - 1] {
                let text = lines[line]
                guard let left = text.firstIndex(where: { "╭│╰".contains($0) }) else { continue }
                let beside = text[..<left].filter { $0 != " " }
                #expect(beside.isEmpty, "\(opening) at \(columns)x\(rows): \(text)")
                guard let right = text.lastIndex(where: { "╮│╯".contains($0) }) else { continue }
                #expect(text[right...].dropFirst().allSatisfy { $0 == " " }, "\(opening): \(text)")
            }
        }
    }

    /// Names of a round may be cut; what the program says itself is broken into rows, or said to need more room.
    @Test(arguments: [(60, 16), (66, 18), (80, 24)])
    func `no words of a dialog are cut`(_ columns: Int, _ rows: Int) {
        let openings: [[Command]] = [
            [.typeThreshold], [.search], [.filter], [.openQueue], [.openQueue, .last], [.judgeMany],
            [.judgeMany, .callUnsafe], [.judgeMany, .callUnsafe, .confirm], [.openCertificate], [.menu],
            [.introduction], [.chooseTheme], [.facets], [.export],
        ]
        for opening in openings {
            var rig = Self.rig(columns: columns, rows: rows)
            for command in opening { rig.send(command) }
            guard let spot = rig.spots().first(where: { if case .dialog = $0.target { true } else { false } }) else {
                #expect(rig.driver.state.dialog == nil, "\(opening)")
                continue
            }
            let lines = CanvasText(rig.canvas()).lines
            for line in lines[spot.rect.y..<spot.rect.maxY].dropFirst().dropLast() {
                let inside = line.dropFirst(spot.rect.x).prefix(spot.rect.width)
                let isWaiting = ["working the plan out", "looking …"].contains { inside.contains($0) }
                #expect(!inside.contains("…") || isWaiting, "\(opening): \(inside)")
            }
        }
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func `the list names its order whatever its tabs hold`(_ columns: Int, _ rows: Int) {
        var rig = Self.rig(columns: columns, rows: rows)
        rig.send(.callUnsafe, .mark, .nextOrder)
        let name = rig.driver.state.list.order.title
        #expect(rig.text().contains(name))
        rig.send(.reverseOrder)
        #expect(rig.text().contains("\(name) ▴"))
    }

    @Test func `an item is called the same in list reading pane plot and note`() throws {
        for hasID in [true, false] {
            var rig = ScreenRig(
                columns: 120,
                rows: 36,
                verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening),
                text: { item in
                    var text = SessionDriver.text(item)
                    if !hasID { text.fields.removeAll { $0.role == .id } }
                    text.line = 2 * Int(item) + 1
                    return text
                }
            )
            rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 7))))
            rig.layOut()
            let item = try #require(rig.driver.state.currentItem)
            let name = hasID ? "r3-\(1000 + item)" : "line \(2 * item + 1)"
            let lines = CanvasText(rig.canvas()).lines
            #expect(lines.contains { $0.contains("▸\(name) ") })
            #expect(lines.contains { $0.contains("╭─ \(name) ") || $0.contains(" \(name) ─") })
            #expect(lines.contains { $0.contains(hasID ? "item \(name) ◆" : "· \(name) ◆") })
            rig.send(.note)
            let note = CanvasText(rig.canvas()).lines
            #expect(note.contains { $0.contains("note on \(name)") })
            #expect(note.contains { $0.contains("How would someone open lock number \(item)?") })
            rig.send(.cancel, .callUnsafe)
            #expect(rig.driver.state.message?.text.hasPrefix("\(name): unsafe") == true)
        }
    }

    @Test func `digits are shown as far as there is room`() throws {
        var rig = Self.rig(columns: 120, rows: 36)
        rig.driver.send(.run(.typeThreshold, argument: "0.8123456", line: ""))
        rig.layOut()
        #expect(rig.driver.state.describe(0.8123456, .safety) == "0.8123456")
        #expect(rig.driver.state.describe(0.81234567890123, .safety) == "0.812345679…")
        #expect(rig.driver.state.describe(0.81234567890123, .safety, width: 7) == "0.8123…")
        #expect(rig.driver.state.message?.text.contains("0.8123456") == true)
        #expect(rig.text().contains(" 0.8123…"))
    }
}
