import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@Suite struct DialogTests {
    @Test(arguments: [(80, 24), (120, 36)]) func `help`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.help)
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "help-\(columns)x\(rows)")
    }

    @Test func `help at 80x24 reaches its last line by scrolling`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.send(.help)
        for _ in 0..<12 { rig.press(KeyPress(.pageDown)) }
        #expect(rig.text().contains("close what is open, or leave"))
    }

    @Test func `what a search leaves stands together, and no key is cut`() {
        var rig = ScreenRig(columns: 120, rows: 36)
        rig.type("?undo")
        let rows = CanvasText(rig.canvas()).lines
        let heading = rows.firstIndex { $0.contains(" Verdicts ") } ?? 0
        #expect(rows[heading + 1].contains("undo a verdict or a move"))
        rig.press(.control("u"))
        #expect(rig.text().contains("Backspace  Ctrl-U"))
    }

    @Test func `help is searched by typing`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.type("?undo")
        let text = rig.text()
        #expect(text.contains("undo a verdict or a move"))
        #expect(!text.contains("choose θ adv"))
        rig.type("?xyz")
        #expect(rig.text().contains("no command has this"))
        rig.press(.control("u"))
        #expect(rig.text().contains("choose θ adv"))
        rig.type("?")
        #expect(rig.driver.state.dialog == nil)
    }

    @Test func `typing a threshold shows the text, the cursor and what is wrong`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.type("=0,8")
        rig.press(KeyPress(.enter))
        let canvas = rig.canvas()
        #expect(canvas.cursor != nil)
        let text = CanvasText(canvas).text
        #expect(text.contains("write the decimal mark"))
        rig.press(KeyPress(.backspace), KeyPress(.backspace))
        rig.type(".75")
        rig.press(KeyPress(.enter))
        #expect(rig.driver.state.thresholds.now.safety == 0.75)
        #expect(rig.canvas().cursor == nil)
    }

    @Test func `the export dialog`() {
        var rig = ScreenRig(columns: 80, rows: 24)
        rig.type("e")
        rig.press(KeyPress(.tab))
        guard let export = rig.driver.state.dialog as? ExportDialog else {
            Issue.record("no dialog")
            return
        }
        rig.driver.send(
            .export(
                .previewed(
                    1,
                    ExportPreview(
                        settings: export.settings,
                        path: "/rounds/round-3-sets",
                        replaces: false,
                        obstacle: "/rounds/round-3-sets exists already; replace it, or name another folder",
                        files: [ExportPreview.File(name: "accepted.jsonl", content: "the distinct pairs of 12 rows")]
                    )
                )
            )
        )
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "export-80x24")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)])
    func `the export dialog and that of the training sets`(columns: Int, rows: Int) throws {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.type("e")
        for (field, value) in [("format", "preference"), ("evaluation", "seeds/test.jsonl"), ("leaks", "left out")] {
            rig.driver.send(.dialog(ExportDialog.id, .set(field, to: value)))
        }
        let export = try #require(rig.driver.state.dialog as? ExportDialog)
        let files = ["adversarial.jsonl", "accepted.jsonl", "excluded.jsonl", "manifest.json"].map {
            ExportPreview.File(name: $0, content: "the rows")
        }
        let preview = ExportPreview(
            settings: export.settings,
            path: "/rounds/round-3-sets",
            replaces: false,
            obstacle: nil,
            files: files
        )
        rig.driver.send(.export(.previewed(1, preview)))
        let counts = ExportCounts(
            ExportCounts.Choice(export.settings),
            files: ["accepted.jsonl": "124 pairs of 590 prompts", "excluded.jsonl": "18 rows left out, and why"],
            notes: ["18 prompts of the sets are among 700 evaluation prompts (18 near): 18 lines left out"],
            certificate: "no certificate covers this set: 84 items of plan 1 have no verdict yet"
        )
        rig.driver.send(.export(.counted(1, counts)))
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "export-sets-\(columns)x\(rows)")
        rig.driver.send(.exportTraining)
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "export-training-\(columns)x\(rows)")
    }
}
