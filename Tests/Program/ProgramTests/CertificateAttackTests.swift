import Foundation
import TestSupport
import Testing

/// Ways to get a certificate that nobody earned: each is refused, or `verify` tells it first.
struct CertificateAttackTests {
    /// A round whose truth a test knows: rows on the accepted side, of which some are wrong, some that are discarded, and some that
    /// are unsafe and called so.
    private struct Attack {
        let folder: TestFolder
        let round: String
        let isWrong: [Bool]
        let discarded: Int
        var theta = ["--theta-adv", "0.3", "--theta-safety", "0.5", "--theta-help", "0.4"]

        /// - Parameter wrong: the share of the accepted rows that is wrong.
        init(
            _ folder: TestFolder,
            accepted: Int = 500,
            wrong: Double,
            discarded: Int = 0,
            caught: Int = 0,
            name: String = "round.jsonl"
        ) throws {
            self.folder = folder
            self.discarded = discarded
            var random = SeededGenerator(seed: 5)
            var sum = 0.0
            isWrong = (0..<accepted).map { _ in
                let before = sum.rounded(.down)
                sum += wrong
                return sum.rounded(.down) > before
            }
            var rows = (0..<accepted).map { row -> String in
                let safety = Double(Int.random(in: 510...990, using: &random)) / 1_000
                return #"{"prompt":"p\#(row)","response":"r","safety_score":\#(safety),"helpfulness_score":0.9}"#
            }
            rows += (0..<discarded).map {
                #"{"prompt":"d\#($0)","response":"r","safety_score":0.4,"helpfulness_score":0.9}"#
            }
            rows += (0..<caught).map {
                #"{"prompt":"u\#($0)","response":"r","safety_score":0.1,"helpfulness_score":0.9}"#
            }
            round = try folder.write(rows.joined(separator: "\n") + "\n", to: name)
        }

        func run(_ command: String, _ arguments: [String]) throws -> RunProgram {
            try Redsieve.run([command] + arguments, folder: folder.path)
        }

        func certify(_ arguments: String...) throws -> [String: Any] {
            let run = try run("certify", [round, "--reviewer", "ann", "--json"] + arguments)
            #expect(run.status == 0, "\(run.errorText)")
            return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        }

        /// Plans a test of the thresholds at hand.
        func plan(_ arguments: String...) throws -> [String: Any] {
            let usual = ["--alpha", "0.05", "--delta", "0.05", "--present"]
            let run = try run("certify", [round, "--reviewer", "ann", "--json"] + usual + theta + arguments)
            #expect(run.status == 0, "\(run.errorText)")
            return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        }

        /// Answers about the items that the plan lacks, in the order in which they are asked.
        func answers(_ certificate: [String: Any]) throws -> [String] {
            let items = try #require(certificate["missing_items"] as? [Int])
            return items.map { item in
                let isUnsafe = item <= isWrong.count ? isWrong[item - 1] : item > isWrong.count + discarded
                return isUnsafe ? "unsafe" : "helpful"
            }
        }

        /// - Returns: what was told.
        @discardableResult
        func judge(_ lines: [String]) throws -> String {
            let run = try Redsieve.run(
                [round, "--reviewer", "ann", "--plain"] + theta,
                input: Array((lines + ["quit"]).joined(separator: "\n").utf8) + [10],
                folder: folder.path
            )
            #expect(run.status == 0, "\(run.errorText)\(run.outputText.suffix(600))")
            return run.outputText
        }

        func select(_ arguments: [String]) throws -> RunProgram {
            try run("select", [round, "--review", "auto", "-o", "out", "--replace"] + arguments)
        }

        func verify(_ arguments: String...) throws -> RunProgram { try run("verify", ["out"] + arguments) }

        var withRound: [String] { ["--round", round, "--review", round + ".review"] }
    }

    private static func outcome(_ object: [String: Any]) -> String? {
        (object["result"] as? [String: Any])?["outcome"] as? String
    }

    /// What standard error says first, without the program's and the folder's names.
    private static func first(_ run: RunProgram) -> String {
        let line = run.errorText.split(separator: "\n").first.map(String.init) ?? ""
        return line.replacing("redsieve: out: ", with: "")
    }

    @Test func `answers that are changed after the result turn nothing`() throws {
        let attack = try Attack(TestFolder(), wrong: 0.12)
        let answers = try attack.answers(attack.plan())
        let wrong = answers.count { $0 == "unsafe" }
        let undo = [String](repeating: "undo", count: answers.count)
        try attack.judge(["certificate", "confirm"] + answers + ["cancel"] + undo + answers.map { _ in "helpful" })
        let now = try attack.certify()
        #expect(Self.outcome(now) == "not_certified")
        #expect((now["changes"] as? [String: Any])?["items"] as? Int == wrong)
        #expect((now["changes"] as? [String: Any])?["now"] as? String == "certified")
        #expect(try attack.select(attack.theta).status == 0)
        let verified = try attack.verify("--review", attack.round + ".review")
        #expect(verified.status == 65)
        #expect(
            Self.first(verified)
                == "\(wrong) verdicts of its sample changed after the result (not certified), before the export"
        )
        #expect(verified.errorText.contains("not the certified set: its plan was judged, and nothing is certified"))
    }

    @Test func `who exports from the review is told whether a certificate covers the set`() throws {
        let attack = try Attack(TestFolder(), wrong: 0, discarded: 200)
        let export = ["export", "cancel"]
        let none = "no certificate covers this set: "
        #expect(try attack.judge(export).contains("no certificate covers this set\n"))
        let answers = try attack.answers(attack.plan())
        let begun = try attack.judge(["certificate", "confirm"] + answers.prefix(5) + ["back"] + export)
        #expect(
            begun.contains(none + "\(answers.count - 5) items of plan 1 have no verdict yet"),
            "\(begun.suffix(900))"
        )
        let judged = try attack.judge(["certificate", "confirm"] + answers.dropFirst(5) + ["cancel", "back"] + export)
        #expect(judged.contains("a certificate covers this set: at most 5 % wrong, with 95 % confidence"))
        let moved = try attack.judge(["threshold safety 0.35"] + export)
        #expect(moved.contains(none + "certified is θ adv 0.30, θ safety 0.50, θ help 0.40"), "\(moved.suffix(900))")
    }

    @Test func `a certified set whose verdicts change later is told`() throws {
        let attack = try Attack(TestFolder(), wrong: 0)
        let answers = try attack.answers(attack.plan())
        try attack.judge(["certificate", "confirm"] + answers)
        #expect(try attack.select(attack.theta).status == 0)
        let before = try attack.run("verify", ["out"] + attack.withRound)
        #expect(before.status == 0, "\(before.errorText)")
        #expect(before.outputText.hasPrefix("out: the export is the certified set; "), "\(before.outputText)")
        #expect(
            before.outputText.contains("the verdicts confirm its certificate (certified, \(answers.count) checked)")
        )
        try attack.judge(["undo"])
        let after = try attack.verify("--review", attack.round + ".review")
        #expect(after.status == 65)
        #expect(
            Self.first(after)
                == "1 verdict of its sample changed after the result (certified); the verdicts of now would give: unfinished"
        )
    }

    @Test func `an export at other thresholds is not the certified one, whatever its manifest says`() throws {
        let attack = try Attack(TestFolder(), wrong: 0, discarded: 200)
        try attack.judge(["certificate", "confirm"] + attack.answers(attack.plan()))
        let other = ["--theta-adv", "0.3", "--theta-safety", "0.35", "--theta-help", "0.4"]
        let selected = try attack.select(other)
        #expect(selected.errorText.contains("these are not the certified thresholds"))
        let says =
            "certified is θ adv 0.30, θ safety 0.50, θ help 0.40, exported was θ adv 0.30, θ safety 0.35, θ help 0.40"
        for arguments in [[], ["--review", attack.round + ".review"], attack.withRound] {
            let run = try attack.run("verify", ["out"] + arguments)
            #expect(run.status == 65 && Self.first(run) == "not the certified set: \(says)", "\(run.errorText)")
        }
        let text = attack.folder.text("out/manifest.json")
        #expect(text.contains("\"exported\": false"))
        try attack.folder.write(
            text.replacing("\"exported\": false", with: "\"exported\": true"),
            to: "out/manifest.json"
        )
        let claimed = try attack.verify()
        #expect(claimed.status == 65)
        #expect(Self.first(claimed) == "not the certified set, though its manifest says so: \(says)")
    }

    @Test func `plans before are told`() throws {
        let attack = try Attack(TestFolder(), wrong: 0.12)
        try attack.judge(["certificate", "confirm"] + attack.answers(attack.plan()))
        try attack.judge(["certificate", "confirm", "cancel"])
        let second = try attack.plan("--new-plan")
        try attack.judge(["certificate", "confirm"] + attack.answers(second).map { _ in "helpful" })
        let certified = try attack.certify()
        #expect(Self.outcome(certified) == "certified")
        let history = try #require(certified["history"] as? [String: Any])
        #expect(history["number"] as? Int == 2 && history["delta_spent"] as? Double == 0.1)
        let before = try #require((history["before"] as? [[String: Any]])?.first)
        #expect(before["outcome"] as? String == "not_certified")
        let lines = try attack.run("certify", [attack.round]).outputText
        let told = "plan 2, after 1 other (1 not certified); δ spent in all 0.1"
        #expect(lines.contains("plans        \(told)"), "\(lines)")
        #expect(try attack.select(attack.theta).status == 0)
        #expect(attack.folder.text("out/manifest.json").contains("\"delta_spent\": 0.1"))
        let verified = try attack.run("verify", ["out"] + attack.withRound)
        #expect(verified.status == 0, "\(verified.errorText)")
        #expect(
            verified.outputText.hasPrefix("out: the export is the certified set; \(told); "),
            "\(verified.outputText)"
        )
        // Who takes them out of the manifest is told by the review.
        let text = attack.folder.text("out/manifest.json")
        try attack.folder.write(text.replacing("\"number\": 2", with: "\"number\": 1"), to: "out/manifest.json")
        let hidden = try attack.verify("--review", attack.round + ".review")
        #expect(hidden.status == 65)
        #expect(Self.first(hidden).hasPrefix("the verdicts refute its certificate: the certificate says: plan 1"))
    }

    @Test func `items that verdicts given at once bring in are not covered`() throws {
        let attack = try Attack(TestFolder(), wrong: 0, discarded: 300)
        try attack.judge(["certificate", "confirm"] + attack.answers(attack.plan()))
        try attack.judge(["discarded", "helpful", "helpful"])
        #expect(try attack.select(attack.theta).status == 0)
        let few = try attack.run("verify", ["out"] + attack.withRound)
        #expect(few.status == 0, "\(few.errorText)")
        let covered =
            "out: the export is the certified set and 2 items that verdicts brought in, which it does not cover; "
        #expect(few.outputText.hasPrefix(covered), "\(few.outputText)")
        try attack.judge(["discarded", "many", "helpful", "confirm", "298"])
        let selected = try attack.select(attack.theta)
        #expect(selected.errorText.contains("by verdicts given at once"), "\(selected.errorText)")
        let says =
            "not the certified set: 298 items were brought in by verdicts given at once, which nobody judged one by one and no "
            + "certificate covers"
        for arguments in [[], ["--review", attack.round + ".review"], attack.withRound] {
            let run = try attack.run("verify", ["out"] + arguments)
            #expect(run.status == 65 && Self.first(run) == says, "\(run.errorText)")
        }
        // A hand that takes them out of the manifest is told by the review.
        var text = attack.folder.text("out/manifest.json")
        text = text.replacing("\"brought_in_unread\": 298", with: "\"brought_in_unread\": 0")
        try attack.folder.write(
            text.replacing("\"exported\": false", with: "\"exported\": true"),
            to: "out/manifest.json"
        )
        let hidden = try attack.verify("--review", attack.round + ".review")
        #expect(hidden.status == 65 && Self.first(hidden) == says, "\(hidden.errorText)")
    }

    @Test func `unsafe responses that verdicts given at once let go break a promise about misses`() throws {
        let attack = try Attack(TestFolder(), accepted: 300, wrong: 0, caught: 200)
        let options = ["--alpha", "0.2", "--delta", "0.1", "--misses", "adversarial"] + attack.theta
        let plan = try attack.run("certify", [attack.round, "--reviewer", "ann", "--json"] + options)
        #expect(plan.status == 0, "\(plan.errorText)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(plan.output)) as? [String: Any])
        try attack.judge(["certificate", "confirm"] + attack.answers(object))
        #expect(Self.outcome(try attack.certify()) == "certified")
        #expect(try attack.select(attack.theta).status == 0)
        #expect(try attack.run("verify", ["out"] + attack.withRound).status == 0)
        try attack.judge(["adversarial", "many", "not-helpful", "confirm", "200"])
        let selected = try attack.select(attack.theta)
        #expect(selected.errorText.contains("200 items came in or went out by verdicts given at once"))
        let says =
            "not the certified set: 200 items were taken out of the adversarial set by verdicts given at once, which nobody "
            + "judged one by one and no certificate covers"
        for arguments in [[], ["--review", attack.round + ".review"], attack.withRound] {
            let run = try attack.run("verify", ["out"] + arguments)
            #expect(run.status == 65 && Self.first(run) == says, "\(run.errorText)")
        }
    }

    @Test func `a round whose rows were replaced needs another plan`() throws {
        let attack = try Attack(TestFolder(), wrong: 0)
        try attack.judge(["certificate", "confirm"] + attack.answers(attack.plan()))
        let text = attack.folder.text("round.jsonl")
        try attack.folder.write(text.replacing("\"p7\"", with: "\"other\""), to: "round.jsonl")
        let refused = try attack.run("certify", [attack.round])
        #expect(refused.status == 65)
        #expect(refused.errorText.contains("the plan was fixed for another round"), "\(refused.errorText)")
        let selected = try attack.select(attack.theta)
        #expect(selected.errorText.contains("plan 1 was fixed for another round, so nothing is certified here"))
        #expect(!attack.folder.text("out/manifest.json").contains("\n  \"certificate\": {"))
        // So are other scores of the same rows.
        try attack.folder.write(text.replacing("0.9}", with: "0.91}"), to: "round.jsonl")
        #expect(try attack.run("certify", [attack.round]).status == 65)
    }

    @Test func `a review that is deleted and begun again has the same sample`() throws {
        let attack = try Attack(TestFolder(), wrong: 0.1)
        let first = try attack.plan()
        try FileManager.default.removeItem(atPath: attack.round + ".review")
        let again = try attack.plan()
        #expect(first["missing_items"] as? [Int] == again["missing_items"] as? [Int])
        #expect((first["plan"] as? NSDictionary) == (again["plan"] as? NSDictionary))
        // Another α draws no other sample.
        try FileManager.default.removeItem(atPath: attack.round + ".review")
        let other = try attack.certify("--alpha", "0.06", "--delta", "0.05", "--present")
        let seeds = [first, other].map { ($0["plan"] as? [String: Any])?["seed"] as? String }
        #expect(seeds[0] == seeds[1] && seeds[0] != nil)
    }

    @Test func `a seed that a script chose marks a rehearsal`() throws {
        let attack = try Attack(TestFolder(), wrong: 0)
        try attack.folder.write("seed 184\nexpect 500 items\n:list.accepted\nkey v\nexpect kept\n", to: "steps.txt")
        let script = try Redsieve.run(
            [attack.round, "--reviewer", "ann", "--script", "steps.txt"] + attack.theta,
            folder: attack.folder.path
        )
        #expect(script.status == 0, "\(script.errorText)")
        try attack.judge(["certificate", "confirm"] + attack.answers(attack.plan()))
        let says = "a script chose the review's seed, so nothing made with it is evidence"
        #expect(try attack.run("certify", [attack.round]).outputText.contains("rehearsal    \(says)"))
        #expect(try attack.select(attack.theta).status == 0)
        #expect(attack.folder.text("out/manifest.json").contains("\"rehearsal\": true"))
        let verified = try attack.run("verify", ["out"] + attack.withRound)
        #expect(
            verified.outputText.hasPrefix("out: a rehearsal: \(says); "),
            "\(verified.outputText)\(verified.errorText)"
        )
    }
}
