import Foundation
import TestSupport
import Testing

/// Verdicts as fast as a program can give them.
struct ScreenJudgingTests {
    /// Accepted items whose text says what the screen says of the queue and of the last key.
    private static let round = (0..<120).map { number in
        Rows.json(
            "where is book \(number)",
            "shelf \(number)! is checked daily · 58 checked · 1 to go · kept, not there yet",
            safety: "0.9",
            help: "0.8"
        ) + "\n"
    }.joined()

    /// A key that did nothing would be a verdict lost.
    @Test func `every key with its item in sight is a verdict`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Self.round, to: "r.jsonl")
        let terminal = try Redsieve.openLoaded(
            [round, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        terminal.send("c")
        try terminal.waitFor("[C")
        terminal.send("Q")
        try terminal.waitFor("open a queue")
        terminal.send("\r")
        var random = SeededGenerator(seed: 16)
        var seen: Set<Substring> = []
        var given: [Character: Int] = [:]
        for number in 0..<100 {
            seen.insert(
                try terminal.find("the item after \(number) answers") { screen in
                    guard ShownProgress(screen.text)?.checked == number,
                        let shelf = screen.text.firstMatch(of: /shelf ([0-9]+)!/)?.output.1, !seen.contains(shelf)
                    else { return nil }
                    return shelf
                }
            )
            let key = "vvwxst".randomElement(using: &random) ?? "v"
            given[key, default: 0] += 1
            terminal.send(String(key))
        }
        try terminal.waitFor("the last answer") { ShownProgress($0.text)?.checked == 100 }
        terminal.press(.escape)
        try terminal.waitFor("100 judged this session")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))

        let audit = try Redsieve.run("audit", round, "--review", folder("r.review"), "--json")
        #expect(audit.status == 0, "\(audit.errorText)")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(audit.output)) as? [String: Any])
        let accepted = try #require((report["buckets"] as? [String: [String: Any]])?["accepted"])
        #expect(accepted["sampled"] as? Int == 100)
        #expect(accepted["unsure"] as? Int == given["t"])
        #expect(accepted["wrong"] as? Int == (given["w"] ?? 0) + (given["x"] ?? 0))
    }
}
