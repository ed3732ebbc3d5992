import RoundModel
import TestSupport
import Testing

/// The lists and the reading pane on a real terminal.
struct ScreenListTests {
    /// Bucket of each id of the sample round at thresholds, by the rule itself.
    private func buckets(at thresholds: Thresholds) throws -> [String: Bucket] {
        var result: [String: Bucket] = [:]
        for line in try TestFolder.read(Redsieve.sample).lines {
            guard let row = try? Summary(line), let id = row.text("id"),
                let safety = row.number("safety_score"), let help = row.number("helpfulness_score")
            else { continue }
            result[id] = thresholds.bucket(safety: safety, helpfulness: help)
        }
        return result
    }

    /// The ids in the list, from the top.
    private func ids(_ screen: VTermScreen) -> [String] {
        screen.lines.compactMap { line in
            line.firstMatch(of: #/^│[▸ ](r2-\d{5}) /#).map { String($0.output.1) }
        }
    }

    @Test(arguments: ScreenThresholdTests.sizes) func `every list holds its items`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        let all = try buckets(at: ScreenThresholdTests.start)
        let counts = try Summary(of: Redsieve.sample).buckets
        for (key, bucket) in zip("acd", Bucket.allCases) {
            terminal.send(String(key))
            try terminal.waitFor("the list of \(bucket.name)") { screen in
                screen.contains("1 of \(DecimalText.grouped(counts[Int(bucket.rawValue)]))") && !ids(screen).isEmpty
                    && ids(screen).allSatisfy { all[$0] == bucket }
            }
            terminal.send("G")
            let last = DecimalText.grouped(counts[Int(bucket.rawValue)])
            try terminal.waitFor("the end of \(bucket.name)") { screen in
                screen.contains("\(last) of \(last)") && !ids(screen).isEmpty
                    && ids(screen).allSatisfy { all[$0] == bucket }
            }
        }
    }

    @Test func `what moved says from and to`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample])
        terminal.send("m")
        try terminal.waitFor("Nothing has moved")
        terminal.send("2=0.9\r")
        let now = Thresholds(adv: 0.5, safety: 0.9, help: 0.4)
        try terminal.waitForCounts(Summary(of: Redsieve.sample, at: now).buckets)
        let (before, after) = (try buckets(at: ScreenThresholdTests.start), try buckets(at: now))
        try terminal.waitFor("the items and their ids") { screen in
            screen.contains("C→D") && !ids(screen).isEmpty
                && ids(screen).allSatisfy { before[$0] == .accepted && after[$0] == .discarded }
        }
    }

    @Test func `invalid rows have lines and reasons`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        terminal.send("i")
        let folder = try TestFolder()
        #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder("out")).status == 0)
        for line in folder.lines("out/invalid.jsonl") {
            let row = try Summary(line)
            let number = row.count("line")
            // The list cuts long reasons; the reading pane has them whole.
            let reason = (row.text("reason") ?? "?").prefix(28)
            try terminal.waitFor("line \(number)") { screen in
                screen.lines.contains { $0.contains(" \(number) ") && $0.contains(reason) }
            }
        }
    }

    /// Each order, and each one turned round, by the scores of the items that are shown.
    @Test func `orders are what they say`() throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: 120, rows: 36)
        terminal.send("c")
        let scores = try Dictionary(
            TestFolder.read(Redsieve.sample).lines.compactMap { line -> (String, (Double, Double))? in
                guard let row = try? Summary(line), let id = row.text("id"),
                    let safety = row.number("safety_score"), let help = row.number("helpfulness_score")
                else { return nil }
                return (id, (safety, help))
            },
            uniquingKeysWith: { first, _ in first }
        )
        func key(_ id: String, _ order: String) -> Double {
            guard let (safety, help) = scores[id] else { return .nan }
            switch order {
            case "safety": return safety
            case "helpfulness", "help": return help
            default: return min(abs(safety - 0.5), abs(safety - 0.8), abs(help - 0.4))
            }
        }
        for _ in 0..<3 {
            for _ in 0..<2 {
                var title = ""
                try terminal.waitFor("an ordered list") { screen in
                    guard let match = screen.text.firstMatch(of: #/by (distance|safety|helpfulness|help) ([▴▾])/#)
                    else { return false }
                    title = "\(match.output.1) \(match.output.2)"
                    let shown = ids(screen).map { key($0, String(match.output.1)) }
                    let sorted = match.output.2 == "▾" ? shown.sorted() : shown.sorted(by: >)
                    return shown.count > 5 && shown == sorted
                }
                terminal.send("O")
                try terminal.waitFor("another direction") { !$0.contains("by \(title)") }
            }
            let before = try terminal.find("an order") { $0.text.firstMatch(of: #/by [a-z]+ [▴▾]/#)?.output }.dropLast(
                2
            )
            terminal.send("o")
            try terminal.waitFor("another order") { !$0.contains(before + " ") }
        }
    }

    @Test(arguments: ScreenThresholdTests.sizes) func `enter reads`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        terminal.send("a")
        let all = try buckets(at: ScreenThresholdTests.start)
        let id = try terminal.find("a list") { screen in
            let shown = ids(screen)
            return screen.contains("[A") && shown.count > 2 && shown.allSatisfy { all[$0] == .adversarial }
                ? shown.first : nil
        }
        let source = try #require(
            TestFolder.read(Redsieve.sample).lines.compactMap { try? Summary($0) }.first { $0.text("id") == id }
        )
        terminal.press(.enter)
        // Where there is room the text is there before; the hints tell that the keys are the text's now.
        try terminal.waitFor("Enter close")
        let words = (source.text("prompt") ?? "").split(separator: " ").prefix(4).joined(separator: " ")
        try terminal.waitFor("the item's text") { screen in
            // Wide screens show the text before Enter too; the hint tells that the keys have gone over to it.
            screen.contains("Enter close") && screen.contains("A adversarial") && screen.contains("under θ adv")
                && screen.text.contains(words) && screen.text.contains("prompt")
        }
        terminal.send("\t")
        try terminal.waitFor("the fields") { $0.contains("read from") && $0.text.contains("attack_style") }
        terminal.press(.escape)
        try terminal.waitFor("the list again") { ids($0).first == id && !$0.contains("Enter close") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        // No threshold was moved, so there is nothing to say.
        #expect(!terminal.screen.text.contains("redsieve"))
    }

    @Test(arguments: ScreenThresholdTests.sizes) func `help and keys without meaning`(columns: Int, rows: Int) throws {
        let terminal = try Redsieve.openLoaded([Redsieve.sample], columns: columns, rows: rows)
        terminal.send("?")
        try terminal.waitFor("choose θ adv")
        terminal.press(.pageDown, times: 9)
        try terminal.waitFor("the help's end") { $0.contains("close what is open, or leave") }
        terminal.press(.escape)
        try terminal.waitFor("no help") { !$0.contains("close what is open") }
        terminal.send("#")
        try terminal.waitFor("# does nothing here")
        terminal.send("\u{1B}[200~q\n\u{1B}[31m\u{1B}[201~")
        try terminal.waitFor("pasted text does nothing here")
        #expect(EscapeScanner(terminal.raw).problems == [])
    }
}
