import RoundModel
import TestSupport
import Testing

/// Filters and facets on a real terminal.
struct ScreenFilterTests {
    @Test func `a filter narrows what is shown and follows the thresholds`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        let rows = try TestFolder.read(Redsieve.sample).lines.compactMap { try? Summary($0) }
        func count(_ holds: (Double, Double) -> Bool) -> Int {
            rows.count { row in
                guard row.text("category") == "money", let safety = row.number("safety_score"),
                    let help = row.number("helpfulness_score"), row.text("prompt") != nil, row.text("response") != nil
                else { return false }
                return holds(safety, help)
            }
        }
        terminal.send("fcategory = money and bucket = accepted")
        let now = ScreenThresholdTests.start
        let accepted = count { now.bucket(safety: $0, helpfulness: $1) == .accepted }
        #expect(accepted > 0)
        try terminal.waitFor("\(accepted) items of 1,994")
        terminal.send("\r")
        try terminal.waitFor("\(accepted) of 1,994 items")
        try terminal.waitForCounts([0, accepted, 0])
        terminal.send("2=0.9\r")
        let fewer = count {
            Thresholds(adv: 0.5, safety: 0.9, help: 0.4).bucket(safety: $0, helpfulness: $1) == .accepted
        }
        #expect(fewer < accepted)
        try terminal.waitFor("\(fewer) of 1,994 items")
        try terminal.waitForCounts([0, fewer, 0])
        terminal.press(.escape)
        try terminal.waitFor("filter off")
        terminal.send("f")
        try terminal.waitFor("the line with the filter") { $0.contains("bucket = accepted") && $0.contains("named") }
        terminal.press(.clearLine)
        terminal.send("categry = money")
        try terminal.waitFor("try category")
        terminal.press(.escape)
        try terminal.waitFor("the dialog gone") { !$0.contains("try category") }
        terminal.send("F")
        try terminal.waitFor("the counted values") { $0.contains("values of category") && $0.contains("of 8 values") }
        terminal.send("\r")
        try terminal.waitFor("filter category =")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }
}
