import RoundModel
import TestSupport
import Testing

/// Thresholds moved by keys, on a real terminal: what it shows is what `summary` counts.
struct ScreenThresholdTests {
    static let sizes = [(80, 24), (120, 36), (200, 60)]

    /// What the sample round's thresholds are at first.
    static let start = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)

    private func expectCounts(_ terminal: PseudoTerminal, at thresholds: Thresholds) throws {
        try terminal.waitForCounts(Summary(of: Redsieve.sample, at: thresholds).buckets)
        try terminal.waitFor("the values of \(thresholds)") { screen in
            ThresholdName.allCases.allSatisfy { name in
                screen.lines.contains { line in
                    let words = line.split(separator: " ").joined(separator: " ")
                    return words.contains("\(name.title) \(DecimalText.exact(thresholds[name], atLeast: 2)) ")
                }
            }
        }
    }

    @Test(arguments: sizes) func `moves are counted`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        var now = Self.start
        try expectCounts(terminal, at: now)

        terminal.send("1")
        terminal.press(.right)
        now.adv = 0.51
        try expectCounts(terminal, at: now)
        terminal.press(.shiftLeft)
        now.adv = 0.41
        try expectCounts(terminal, at: now)
        terminal.send("2")
        terminal.press(.left, times: 3)
        now.safety = 0.77
        try expectCounts(terminal, at: now)
        terminal.send("3")
        terminal.press(.shiftRight, times: 2)
        now.help = 0.6
        try expectCounts(terminal, at: now)

        // A value of many digits is taken as it was typed.
        terminal.send("2=0.93123456789\r")
        now.safety = 0.931_234_567_89
        try terminal.waitForCounts(Summary(of: Redsieve.sample, at: now).buckets)

        // Undone to where it began, and redone.
        terminal.send("u")
        now.safety = 0.77
        try expectCounts(terminal, at: now)
        terminal.send("uuuuuuu")
        try expectCounts(terminal, at: Self.start)
        terminal.send("u")
        try terminal.waitFor("nothing to undo")
        terminal.send("UUUUUUU")
        try expectCounts(terminal, at: now)

        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        // A slip of the finger loses nothing.
        #expect(terminal.screen.text.contains("--theta-adv 0.41 --theta-safety 0.77 --theta-help 0.6"))
    }

    @Test(arguments: sizes) func `a typed value that is none`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        for (typed, says) in [
            ("half", "\"half\" is not a number"), ("nan", "not finite"), ("1e999", "not finite"),
            ("0x10", "not a number"),
            ("0,5", "point"),
        ] {
            terminal.send("=")
            try terminal.waitFor("set to")
            terminal.send(typed + "\r")
            try terminal.waitFor(says)
            terminal.press(.escape)
            try terminal.waitFor("no dialog") { !$0.contains("set to") }
        }
        try expectCounts(terminal, at: Self.start)
        // What was wrong can be put right in place.
        terminal.send("1=x0.25")
        try terminal.waitFor("x0.25")
        terminal.press(.enter)
        try terminal.waitFor("is not a number")
        terminal.press(.clearLine)
        terminal.send("-0.25\r")
        try expectCounts(terminal, at: Thresholds(adv: -0.25, safety: 0.8, help: 0.4))
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: sizes) func `crossed lines are said`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        terminal.send("1=0.95\r")
        try terminal.waitForCounts(
            Summary(of: Redsieve.sample, at: Thresholds(adv: 0.95, safety: 0.8, help: 0.4)).buckets
        )
        try terminal.waitFor("θ adv > θ safety")
        terminal.send("u")
        try terminal.waitFor("no warning") { !$0.contains("θ adv > θ safety") }
    }

    @Test(arguments: sizes) func `the baseline`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        let before = try Summary(of: Redsieve.sample).buckets
        let after = try Summary(of: Redsieve.sample, at: Thresholds(adv: 0.5, safety: 0.9, help: 0.4)).buckets
        terminal.send("2")
        terminal.press(.shiftRight)
        try terminal.waitForCounts(after)
        let moved = before[1] - after[1]
        try terminal.waitFor("moved \(moved)")
        try terminal.waitFor("the change") { $0.contains("−\(moved)") && $0.contains("+\(moved)") }
        terminal.send("b")
        try terminal.waitFor("moved 0")
        terminal.send("b")
        try terminal.waitFor("the baseline already")
        terminal.press(.shiftLeft)
        try terminal.waitForCounts(before)
        try terminal.waitFor("moved \(moved)")
    }

    /// Given on the command line, for a round of another scale.
    @Test func `given thresholds and logits`() throws {
        let folder = try TestFolder()
        let rows = (-40...40).map { Rows.json("p\($0)", "r", safety: "\(Double($0) / 4)", help: "\(-$0).5") }
        let round = try folder.write(rows.joined(separator: "\n"), to: "logits.jsonl")
        let terminal = try Redsieve.openLoaded([round, "--theta-adv", "-3.25", "--theta-safety", "-3.25"])
        let suggested = try Summary(of: round, at: nil, ["--theta-adv", "-3.25", "--theta-safety", "-3.25"])
        try terminal.waitForCounts(suggested.buckets)
        try terminal.waitFor("-3.25")
        terminal.send("3=-2.5\r")
        try terminal.waitForCounts(
            Summary(of: round, at: Thresholds(adv: -3.25, safety: -3.25, help: -2.5)).buckets
        )
    }
}
