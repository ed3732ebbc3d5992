import Foundation
import TestSupport
import Testing

/// The real program gives verdicts by key and is killed at any moment, two hundred times in all.
struct ReviewKillTests {
    private static let lanes = 4
    private static let killsALane = 50

    /// What is counted in the file, by the database's own program.
    private static func number(_ sql: String, _ path: String) throws -> Int {
        let run = try RunProgram("sqlite3", ["-cmd", ".timeout 100000", path, sql])
        guard let number = Int(run.outputText.split(separator: "\n").first ?? "") else {
            throw WaitedInVain("a number from \(sql)", shown: run.errorText)
        }
        return number
    }

    @Test(arguments: 0..<lanes) func `what the screen said was kept is kept`(_ lane: Int) throws {
        let folder = try TestFolder()
        let review = folder("r.review")
        var random = SeededGenerator(seed: UInt64(lane))
        var said = 0
        var theta = ""
        for kill in 0..<Self.killsALane {
            let terminal = try Redsieve.openLoaded(
                [Redsieve.sample, "--review", review, "--reviewer", "ann"],
                columns: 120,
                rows: 36
            )
            if kill == 0 {
                // The list of discarded items, from which each of these verdicts takes one away.
                terminal.send("d")
                try terminal.waitFor("the list") { $0.contains("[D") }
            } else {
                // Where it was: the list, the threshold, and the verdicts.
                try terminal.waitFor("the list as it was left") { $0.contains("[D") && $0.contains(theta) }
                let verdicts = try Self.number("SELECT count(*) FROM verdicts", review)
                #expect(verdicts >= said, "lane \(lane), kill \(kill)")
                // An item and its copies in the round share their verdict.
                let items = try Self.number("SELECT count(DISTINCT item) FROM verdicts", review)
                try terminal.waitFor("all verdicts") { (Self.judged($0.text) ?? 0) >= items }
            }
            // Some whose word is waited for, and some more that are cut off.
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                try terminal.judge(Bool.random(using: &random) ? "x" : "v")
                said = try Self.number("SELECT count(*) FROM verdicts", review)
            }
            terminal.send(Bool.random(using: &random) ? "l" : "h")
            try terminal.waitFor("the move") { $0.contains("θ safety 0.") && $0.contains("→") }
            theta = try Self.theta(review, atLeast: kill + 1)
            if Bool.random(using: &random) { terminal.send("x") }
            let delay = Int32.random(in: 0...12, using: &random)
            _ = poll(nil, 0, delay)
            terminal.child.signal(SIGKILL)
            #expect(try terminal.waitForExit() == .signalled(SIGKILL))
        }
        #expect(try RunProgram("sqlite3", [review, "PRAGMA integrity_check"]).outputText == "ok\n")
        #expect(try Self.number("SELECT count(*) FROM verdicts", review) >= said)
        #expect(try Self.number("SELECT count(*) - count(DISTINCT writer || ' ' || turn) FROM journal", review) == 0)
    }

    /// The number on the tab of items with a verdict.
    private static func judged(_ text: String) -> Int? {
        guard let at = text.range(of: "judged ") else { return nil }
        return Int(text[at.upperBound...].prefix { $0.isNumber })
    }

    /// θ safety as the journal has it once it holds so many moves, as the screen shows it.
    private static func theta(_ review: String, atLeast moves: Int) throws -> String {
        try waitUntil("a move in the journal") {
            try number("SELECT count(*) FROM journal WHERE event = 'thresholds'", review) >= moves
        }
        let sql = "SELECT printf('θ safety     %.2f', to_safety) FROM journal WHERE to_safety IS NOT NULL"
        let run = try RunProgram("sqlite3", ["-cmd", ".timeout 100000", review, sql + " ORDER BY number DESC LIMIT 1"])
        return run.outputText.split(separator: "\n").first.map(String.init) ?? ""
    }
}
