import Foundation
import TestSupport
import Testing

struct AuditCommandTests {
    /// A blind sample of the accepted bucket, labelled by keys.
    private func labelled(_ keys: String, in folder: TestFolder) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        terminal.send("c")
        try terminal.waitFor("the list") { $0.contains("[C") }
        terminal.send("Q")
        try terminal.waitFor("open a queue")
        // The smallest goal, 20.
        terminal.press(.left)
        try terminal.waitFor("20 checked")
        terminal.send("\r")
        try terminal.waitFor("the sample") { $0.contains("blind") && $0.contains("to go") }
        // What holds the same as another item has its answer with it, so a key may check several.
        for (number, key) in keys.enumerated() {
            while try Self.checked(terminal) <= number { try terminal.judge(String(key)) }
        }
        terminal.press(.escape)
        try terminal.waitFor("the round") { $0.contains("judged this session") }
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    private static func checked(_ terminal: PseudoTerminal) throws -> Int {
        var checked: Int?
        try terminal.waitFor("how many were checked") {
            checked = ShownProgress($0.text)?.checked
            return checked != nil
        }
        return checked ?? 0
    }

    @Test func `a blind sample gives a rate`() throws {
        let folder = try TestFolder()
        try labelled("vvxvvvwvvvvtvvvvvvvv", in: folder)
        let run = try Redsieve.run("audit", Redsieve.sample, "--review", folder("r.review"), "--json")
        #expect(run.status == 0, "\(run.errorText)")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let buckets = try #require(all["buckets"] as? [String: [String: Any]])
        let accepted = try #require(buckets["accepted"])
        // Copies have their answers with the first of them, which may come to more than the keys.
        let sampled = try #require(accepted["sampled"] as? Int)
        let wrong = try #require(accepted["wrong"] as? Int)
        let unsure = try #require(accepted["unsure"] as? Int)
        #expect((20...24).contains(sampled))
        #expect((1...6).contains(wrong))
        #expect((0...3).contains(unsure))
        let rate = try #require(accepted["error_rate"] as? [String: Any])
        // Of as many as were planned, whatever comes after them.
        #expect(accepted["planned"] as? Int == 20 && rate["labels"] as? Int == 20)
        #expect(rate["method"] as? String == "hypergeometric")
        #expect((buckets["adversarial"]?["error_rate"] as? [String: Any])?["missing_labels"] as? Int == 1)

        let text = try Redsieve.run("audit", Redsieve.sample, "--review", folder("r.review"), "--at", "0.3,0.9,0.5")
        #expect(text.status == 0)
        let counts = "811 items · \(sampled) checked · \(wrong) wrong"
        #expect(text.outputText.contains("C accepted by θ alone: \(counts)"))
        #expect(text.outputText.contains("at θ adv 0.30, θ safety 0.90, θ help 0.50"))
    }

    @Test func `every figure says its interval, method, verdicts, population and what it assumes`() throws {
        let folder = try TestFolder()
        let lines =
            ["accepted", "queue", "1", "goal 25", "confirm"] + [String](repeating: "helpful", count: 25) + ["back"]
        let more = ["queue", "2", "goal 25", "confirm"] + [String](repeating: "unsafe", count: 25) + ["back", "quit"]
        let review = ["--review", folder("r.review"), "--reviewer", "ann"]
        let typed = Array((lines + more).joined(separator: "\n").utf8) + [10]
        #expect(try Redsieve.run([Redsieve.sample, "--plain"] + review, input: typed).status == 0)
        let run = try Redsieve.run(
            [
                "audit", Redsieve.sample, "--review", folder("r.review"), "--json", "--by", "category", "--curves",
                "--sweep",
            ]
        )
        #expect(run.status == 0, "\(run.errorText)")
        var figures = 0
        func look(_ value: Any, _ path: String) throws {
            if let list = value as? [Any] {
                for (place, one) in list.enumerated() { try look(one, "\(path)[\(place)]") }
            }
            guard let object = value as? [String: Any] else { return }
            for (key, one) in object { try look(one, "\(path).\(key)") }
            guard object["lower"] != nil, object["upper"] != nil, object["value"] != nil else { return }
            figures += 1
            for key in ["level", "method", "labels", "population", "assumes"] {
                #expect(object[key] != nil, "\(path).\(key)")
            }
            let assumes = try #require(object["assumes"] as? [String], "\(path)")
            #expect(assumes.contains("right verdicts"), "\(path)")
        }
        try look(JSONSerialization.jsonObject(with: Data(run.output)), "")
        #expect(figures > 20)
    }

    /// Labels of a sample that was drawn with another seed count in no rate, and are told.
    @Test func `labels of another seed are told`() throws {
        let folder = try TestFolder()
        let lines = "accepted\nqueue\n1\nconfirm\nsafe\nsafe\nback\n"
        for name in ["a", "b"] {
            let review = ["--review", folder(name), "--reviewer", name]
            let run = try Redsieve.run([Redsieve.sample, "--plain"] + review, input: Array(lines.utf8))
            #expect(run.status == 0, "\(run.outputText)")
        }
        #expect(try Redsieve.run("merge", folder("a"), folder("b"), "--force", "-o", folder("both")).status == 0)
        func audit(_ name: String, _ more: String...) throws -> RunProgram {
            try Redsieve.run(["audit", Redsieve.sample, "--review", folder(name)] + more)
        }
        #expect(try !audit("a").outputText.contains("another seed"))
        #expect(try audit("both").outputText.contains("drawn with another seed"))
        let json = try audit("both", "--json")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        let other = try #require((all["other_seeds"] as? [[String: Any]])?.first)
        #expect(other["seed"] as? String != all["seed"] as? String)
        #expect(other["labels"] as? Int ?? 0 >= 2)
    }

    /// An item whose text changed has no verdict any more; the verdict is listed, kept, and counts again later.
    @Test func `a verdict on a changed text is listed and kept`() throws {
        let folder = try TestFolder()
        let row = { (answer: String, score: Double) in
            "{\"prompt\":\"p\",\"response\":\"\(answer)\",\"safety_score\":\(score),\"helpfulness_score\":0.9}\n"
        }
        let round = try folder.write(row("one", 0.9) + row("two", 0.95), to: "round.jsonl")
        let terminal = try Redsieve.openLoaded([round, "--review", folder("r.review"), "--reviewer", "ann"])
        try terminal.judge("x")
        try terminal.judge("w")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        func audit() throws -> RunProgram { try Redsieve.run("audit", round, "--review", folder("r.review")) }
        #expect(try !audit().outputText.contains("does not have"))
        _ = try folder.write(row("one, but otherwise", 0.9) + row("two", 0.95), to: "round.jsonl")
        let changed = try audit()
        #expect(changed.status == 0, "\(changed.errorText)")
        #expect(changed.outputText.contains("1 verdict on items that this round does not have"))
        #expect(changed.outputText.contains("unsafe by ann, on the row that stood at byte 0 of file 1"))
        let again = try Redsieve.openLoaded(
            [round, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        try again.waitFor("the word about it") {
            $0.contains("on items that this round does not have") && $0.contains("last used with round.jsonl, 2 items")
        }
        again.send("q")
        #expect(try again.waitForExit() == .exited(0))
        _ = try folder.write(row("two", 0.95) + row("one", 0.9) + row("three", 0.8), to: "grown.jsonl")
        let grown = try Redsieve.run("audit", folder("grown.jsonl"), "--review", folder("r.review"))
        #expect(!grown.outputText.contains("does not have"))
        let whole = try Redsieve.openLoaded(
            [folder("grown.jsonl"), "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        try whole.waitFor("the word about the round") {
            $0.contains("has all items with a verdict; last used with round")
        }
        whole.send("q")
        #expect(try whole.waitForExit() == .exited(0))
    }

    @Test func `errors are told by category, by style, or by a field that is named`() throws {
        let folder = try TestFolder()
        try labelled("vvxvvvwvvvvtvvvvvvvv", in: folder)
        let audit = ["audit", Redsieve.sample, "--review", folder("r.review")]
        let text = try Redsieve.run(audit)
        #expect(text.outputText.contains("error by category") && text.outputText.contains("error by style"))
        #expect(text.outputText.contains("small ones"))
        let run = try Redsieve.run(audit + ["--by", "category", "--json"])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let by = try #require(json["by"] as? [[String: Any]])
        #expect(by.map { $0["field"] as? String } == ["category"])
        let cells = try #require((by[0]["buckets"] as? [String: [[String: Any]]])?["accepted"])
        let rates = cells.compactMap { $0["error_rate"] as? [String: Any] }
        #expect(rates.count == cells.count && rates.allSatisfy { $0["lower"] != nil && $0["population"] != nil })
        #expect(rates.compactMap { $0["labels"] as? Int }.reduce(0, +) == 20)
        let slips = (json["buckets"] as? [String: [String: Any]])?["accepted"]?["error_rate_without_slips"]
        #expect(((slips as? [String: Any])?["why_not"] as? String)?.contains("one reviewer") == true)
        for (name, words) in [("catgory", "catgory"), ("prompt", "few values")] {
            let refused = try Redsieve.run(audit + ["--by", name])
            #expect(refused.status == 64 && refused.errorText.contains(words), "\(refused.errorText)")
        }
    }

    @Test func `an earlier round is compared with, and the items near θ are counted`() throws {
        let folder = try TestFolder()
        try labelled("vvxvvvwvvvvtvvvvvvvv", in: folder)
        let earlier = Redsieve.sample.replacing("round-2", with: "round-1")
        let asked = [
            "audit", Redsieve.sample, "--review", folder("r.review"), "--against", earlier, "--within", "0.05",
        ]
        let text = try Redsieve.run(asked)
        #expect(text.status == 0, "\(text.errorText)")
        #expect(text.outputText.contains("against \(earlier) ("))
        #expect(text.outputText.contains("no comparison: one of the rounds has no blind verdict"))
        #expect(text.outputText.contains("lie within ±0.05"))
        let run = try Redsieve.run(asked + ["--json"])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let against = try #require(json["against"] as? [String: Any])
        #expect(against["round"] as? [String] == [earlier])
        let safety = try #require((against["scores"] as? [String: Any])?["safety"] as? [String: Any])
        #expect(try #require(safety["kolmogorov_smirnov"] as? Double) > 0)
        let accepted = try #require((against["buckets"] as? [String: Any])?["accepted"] as? [String: Any])
        let difference = try #require(accepted["difference"] as? [String: Any])
        #expect(difference["method"] as? String == "Newcombe" && difference["population"] as? String == "round")
        #expect(Set((json["stability"] as? [String: Any] ?? [:]).keys) == ["adv", "safety", "help"])
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let status: Int32
        let says: String
        var testDescription: String { says }
    }

    @Test(arguments: [
        Refusal(arguments: ["--alpha", "0"], status: 64, says: "--alpha must lie between 0 and 1"),
        Refusal(arguments: ["--alpha", "1.5"], status: 64, says: "--alpha must lie between 0 and 1"),
        Refusal(arguments: ["--at", "1,2"], status: 64, says: "not three numbers"),
        Refusal(arguments: ["--within", "0"], status: 64, says: "--within must be above 0"),
        Refusal(arguments: ["--within", "nan"], status: 64, says: "--within must be above 0"),
        Refusal(arguments: ["--against-review", "x"], status: 64, says: "--against-review needs --against"),
        Refusal(arguments: ["--review", "/no/such.review"], status: 66, says: "no such file"),
    ]) func `wrong use is told`(_ refusal: Refusal) throws {
        let run = try Redsieve.run(["audit", Redsieve.sample] + refusal.arguments)
        #expect(run.status == refusal.status)
        #expect(run.errorText.contains(refusal.says), "\(run.errorText)")
    }

    @Test func `curves and what scores mean say what verdicts are missing`() throws {
        let folder = try TestFolder()
        try labelled("vvxvvvwvvvvtvvvvvvvv", in: folder)
        let review = folder("r.review")
        func audit(_ more: String) throws -> RunProgram {
            try Redsieve.run("audit", Redsieve.sample, "--review", review, "--curves", "--calibration", more)
        }
        let run = try audit("--json")
        let all = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        for (key, count) in [("curves", "positives"), ("calibration", "labels")] {
            let scores = try #require(all[key] as? [String: [String: Any]])
            #expect(scores.keys.sorted() == ["helpfulness", "safety"])
            #expect((scores["safety"]?[count] as? Int ?? 0) > 10)
            #expect((scores["safety"]?["assumes"] as? [String])?.isEmpty == false)
        }
        let text = try audit("--alpha=0.1")
        #expect(text.outputText.contains("safety score against blind verdicts"))
        #expect(text.outputText.contains("share of unsafe responses by safety score"))
    }
}
