import ItemFilter
import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

/// How filters and facets look.
@Suite struct FilterScreenTests {
    private func rig(_ columns: Int, _ rows: Int, symbols: Symbols = .unicode) -> ScreenRig {
        ScreenRig(
            columns: columns,
            rows: rows,
            symbols: symbols,
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array(
                    ["fraud", "locks", "cheating at cards", "\u{1B}[31m"][Int(item % 7 % 4)].utf8
                )
                return text
            }
        )
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)]) func `the line, its count and what could come next`(
        _ columns: Int,
        _ rows: Int
    ) {
        var rig = rig(columns, rows)
        rig.type("fsafety < 0.3 and c")
        rig.press(KeyPress(.backspace))
        rig.type("category = ")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "filter-typed-\(columns)x\(rows)")
    }

    @Test func `an error stands under its place`() {
        var rig = rig(80, 24)
        rig.type("fsafety < 0.3 and categry = fraud and moved")
        let canvas = rig.canvas()
        expectGolden(CanvasText(canvas).text + "\n", named: "filter-error-80x24")
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `the header tells of the filter and what it leaves`(
        _ columns: Int,
        _ rows: Int
    ) {
        var rig = rig(columns, rows)
        rig.type("fcategory = fraud")
        rig.press(KeyPress(.enter))
        let text = rig.text()
        #expect(text.contains("filter category = fraud"))
        #expect(text.contains("572 of 2,000 items"))
        rig.type("Smoney")
        rig.press(KeyPress(.enter))
        #expect(rig.text().contains("filter \"money\""))
        rig.type("f")
        #expect(rig.text().contains("money"))
    }

    @Test func `an empty list says what to do`() {
        var rig = rig(80, 24)
        rig.type("fcategory = nothing")
        rig.press(KeyPress(.enter))
        #expect(rig.text().contains("No item passes the filter."))
        #expect(rig.text().contains("Esc shows all items"))
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60)]) func `facets`(_ columns: Int, _ rows: Int) {
        var rig = rig(columns, rows)
        rig.type("Fj")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "facets-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 36)]) func `several values are ticked`(_ columns: Int, _ rows: Int) {
        var rig = rig(columns, rows)
        rig.type("F j ")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "facets-ticked-\(columns)x\(rows)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36)])
    func `the columns of a list, and a list with other ones`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(columns: columns, rows: rows)
        rig.send(.chooseColumns)
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "columns-\(columns)x\(rows)")
        rig.send(.cancel)
        rig.driver.send(.run(.chooseColumns, argument: "style category prompt", line: ""))
        rig.layOut()
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "columns-list-\(columns)x\(rows)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)]) func `a cross table`(_ columns: Int, _ rows: Int) {
        var rig = ScreenRig(
            columns: columns,
            rows: rows,
            text: { item in
                var text = SessionDriver.text(item)
                text.fields[1].value = Array(
                    ["fraud", "locks", "cheating at cards", "\u{1B}[31m"][Int(item % 7 % 4)].utf8
                )
                text.fields[2].value = Array("style \(item % 23)".utf8)
                if item % 31 == 0 { text.fields.remove(at: 2) }
                return text
            }
        )
        rig.type("@jll")
        expectGolden(CanvasText(rig.canvas()).text + "\n", named: "cross-\(columns)x\(rows)")
    }

    @Test func `facets in ASCII`() {
        var rig = rig(80, 24, symbols: .ascii)
        rig.type("F")
        let text = rig.text()
        #expect(!text.unicodeScalars.contains { !$0.isASCII })
        #expect(text.contains("cheating at c~"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test(arguments: [(60, 16), (61, 17), (80, 24)]) func `nothing is drawn outside of a small screen`(
        _ columns: Int,
        _ rows: Int
    ) {
        for keys in ["F", "@", "@jl", "^", "f", "fsafety < 0.3 and ", "fx = \"\u{301}", "fmoved"] {
            var rig = rig(columns, rows)
            rig.type(keys)
            #expect(
                CanvasText(rig.canvas()).text.split(separator: "\n", omittingEmptySubsequences: false).count == rows
            )
        }
    }
}
