import Foundation
import TestSupport
import Testing

/// Resizing at any time, down to "too small" and back.
struct ScreenSizeTests {
    @Test func `a storm of sizes`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        let counts = try Summary(of: Redsieve.sample).buckets
        var random = SeededGenerator(seed: 7)
        for step in 0..<60 {
            let columns = Int.random(in: 1...220, using: &random)
            let rows = Int.random(in: 1...70, using: &random)
            terminal.resize(columns: columns, rows: rows)
            if step % 3 == 0 { terminal.send("j") }
            if step % 10 == 0 { terminal.drain() }
        }
        for (columns, rows) in [(59, 15), (60, 16), (59, 16), (200, 60), (60, 15), (120, 36), (1, 1), (80, 24)] {
            terminal.resize(columns: columns, rows: rows)
            if columns < 60 || rows < 16 {
                if columns > 1 { try terminal.waitFor("too small") }
            } else {
                try terminal.waitFor("counts at \(columns)x\(rows)") { screen in
                    ShownCounts(screen.text)?.buckets == counts && !screen.contains("too small")
                        && screen.line(0).contains("round-2.jsonl") && frameProblems(screen).isEmpty
                }
            }
        }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(EscapeScanner(terminal.raw).problems == [])
    }

    /// What cannot be seen is not changed, and `q` leaves all the same.
    @Test func `keys while it is too small`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        terminal.resize(columns: 59, rows: 15)
        try terminal.waitFor("59x15, needs 60x16")
        terminal.send("1")
        terminal.press(.shiftRight)
        // Keys are taken in order: once it has stopped, those before were taken too.
        terminal.press(.suspend)
        try terminal.waitForStop()
        terminal.child.signal(SIGCONT)
        terminal.resize(columns: 80, rows: 24)
        try terminal.waitForCounts(Summary(of: Redsieve.sample).buckets)
        terminal.resize(columns: 20, rows: 5)
        try terminal.waitFor("too small")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(!terminal.screen.isAlternate)
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 36), (200, 60)]) func `dialogs outlive resizing`(
        columns: Int,
        rows: Int
    )
        throws
    {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        terminal.send("=0.1234")
        try terminal.waitFor("0.1234")
        terminal.resize(columns: 30, rows: 10)
        try terminal.waitFor("too small")
        terminal.resize(columns: columns, rows: rows)
        try terminal.waitFor("0.1234")
        try terminal.waitFor("set to")
    }
}

/// Rows whose frame is not closed at the right edge. The header, and the two lines at the bottom have no frame, nor
/// has the side column of small screens.
func frameProblems(_ screen: VTermScreen) -> [String] {
    let edges: Set<String> = ["│", "╮", "╯", "┃", "┤"]
    let isWide = screen.columns >= 100
    var problems: [String] = []
    // Between the first frame and the last one, or only in the list where the side has none.
    let last = (0..<screen.rows).last { screen.line($0).hasPrefix("╰") } ?? 0
    let first = isWide ? 1 : (0..<last).last { screen.line($0).hasPrefix("╭") } ?? last
    for y in first..<max(first, last + 1) where !edges.contains(screen.cell(x: screen.columns - 1, y: y).text) {
        problems.append("row \(y): \(screen.line(y))")
    }
    return last == 0 ? ["no frame"] : problems
}

/// Where the edge beside the text of an item from the list is not where it belongs.
func itemProblems(_ screen: VTermScreen) -> [String] {
    let (columns, rows) = (screen.columns, screen.rows)
    let top = (rows >= 32 ? 1 : 0) + (rows >= 22 ? 3 : 2) + 1
    return (top..<rows - (columns < 150 ? 3 : 2)).filter {
        !["│", "┃"].contains(screen.cell(x: columns - 1, y: $0).text)
    }
    .map { "row \($0): \(screen.line($0))" }
}
