import Foundation
import TestSupport
import Testing

struct CertifyCommandTests {
    private static func certify(_ folder: TestFolder, _ arguments: String...) throws -> RunProgram {
        try Redsieve.run(
            ["certify", Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"] + arguments
        )
    }

    private static func object(_ run: RunProgram) throws -> [String: Any] {
        #expect(run.status == 0, "\(run.errorText)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    }

    private static func result(_ object: [String: Any]) throws -> [String: Any] {
        try #require(object["result"] as? [String: Any])
    }

    /// Opens the screen on the review, with the certificate's queue begun.
    private func labelling(in folder: TestFolder, until missing: Int) throws -> PseudoTerminal {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        terminal.send("C")
        try terminal.waitFor("the plan") { $0.contains("begin the sample") && $0.contains("\(missing) missing") }
        terminal.send("\r")
        try terminal.waitFor("the sample") { $0.contains("blind") && $0.contains("0 checked · \(missing) to go") }
        return terminal
    }

    /// Gives one answer to all items of the sample; the last one brings the result.
    private func answer(_ count: Int, _ key: String, on terminal: PseudoTerminal) throws {
        for number in 1..<count {
            try terminal.judge(key)
            try terminal.waitFor("the next") { ShownProgress($0.text)?.checked == number }
        }
        terminal.send(key)
    }

    private func leave(_ terminal: PseudoTerminal) throws {
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `where thresholds come from is said, and which review holds the plan`() throws {
        let folder = try TestFolder()
        let first = try Self.certify(folder, "--alpha", "0.05", "--delta", "0.05", "--theta-help", "0.3")
        #expect(first.status == 0, "\(first.errorText)")
        let usual = "thresholds: θ adv 0.5 (default), θ safety 0.8 (default), θ help 0.3 (command line)\n"
        #expect(first.errorText.contains(usual), "\(first.errorText)")
        #expect(first.errorText.contains("review: none\n"), "\(first.errorText)")
        // The plan that is fixed lies in the review.
        let again = try Self.certify(folder, "--json")
        #expect(again.errorText.contains("θ help 0.3 (review)\n"), "\(again.errorText)")
        #expect(again.errorText.contains("review: \(folder("r.review"))\n"), "\(again.errorText)")
    }

    // MARK: The whole way

    @Test func `from the plan to an export that is verified`() throws {
        let folder = try TestFolder()
        // Without a plan nothing is asked of anybody.
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        terminal.send("C")
        try terminal.waitFor("fix the plan")
        terminal.send("jjjj")
        terminal.press(.left, times: 2)
        try terminal.waitFor("69, room for no mistake")
        terminal.send("\r")
        try terminal.waitFor("plan 1 is fixed: hash ")
        let planned = try Self.object(Self.certify(folder, "--json"))
        #expect(planned["labelled"] as? Int == 0)
        #expect((planned["missing_items"] as? [Int])?.count == 69)
        #expect(try Self.result(planned)["outcome"] as? String == "unfinished")

        terminal.send("\r")
        try terminal.waitFor("the sample") { $0.contains("blind") && $0.contains("69 to go") }
        try answer(69, "v", on: terminal)
        try terminal.waitFor("the certificate") {
            $0.contains("certified: θ safety 0.50") && $0.contains("n = 69, x = 0 wrong")
        }
        terminal.send("\r")
        try terminal.waitFor("the thresholds") { $0.contains("θ safety 0.80 → 0.50") }
        terminal.send("e")
        try terminal.waitFor("Enter writes it")
        terminal.press(.clearLine)
        terminal.send(folder("out") + "\r")
        try terminal.waitFor("the export") { $0.contains("wrote ") }
        try leave(terminal)

        let certified = try Self.object(Self.certify(folder, "--json"))
        let found = try Self.result(certified)
        #expect(found["outcome"] as? String == "certified")
        #expect((found["thresholds"] as? [String: Double]) == ["adv": 0.5, "safety": 0.5, "help": 0.4])
        #expect(found["labels"] as? Int == 69)
        #expect(found["wrong"] as? Int == 0)
        #expect(found["p"] as? Double ?? 1 <= 0.05)

        let data = try #require(FileManager.default.contents(atPath: folder("out/manifest.json")))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let certificate = try #require(manifest["certificate"] as? [String: Any])
        #expect(certificate["exported"] as? Bool == true)
        #expect((certificate["result"] as? NSDictionary) == (certified["result"] as? NSDictionary))
        #expect((certificate["plan"] as? NSDictionary) == (certified["plan"] as? NSDictionary))

        let verified = try Redsieve.run("verify", folder("out"), "--review", folder("r.review"))
        #expect(verified.status == 0, "\(verified.errorText)")
        #expect(verified.outputText.hasPrefix("\(folder("out")): the export is the certified set; "))
        #expect(verified.outputText.contains("the verdicts confirm its certificate (certified, 69 checked)"))
        let again = try Redsieve.run(
            "verify",
            folder("out"),
            "--round",
            Redsieve.sample,
            "--review",
            folder("r.review")
        )
        #expect(again.status == 0, "\(again.errorText)")
        #expect(again.outputText.contains("and a rebuild"))
        let audit = try Redsieve.run("audit", Redsieve.sample, "--review", folder("r.review"))
        #expect(audit.outputText.contains("certificate: plan 1 of ann"))
        #expect(audit.outputText.contains("certified: θ safety 0.50"))
        let json = try Self.object(Redsieve.run("audit", Redsieve.sample, "--review", folder("r.review"), "--json"))
        // The plan came before any label, hence they are labels of the bucket's sample as well. Both have each pair once.
        let accepted = try #require((json["buckets"] as? [String: [String: Any]])?["accepted"])
        #expect(accepted["sampled"] as? Int == 69 && accepted["distinct_pairs"] as? Int == 975)
        #expect(
            audit.outputText.contains("C accepted by θ alone: 979 items · 69 checked · 0 wrong"),
            "\(audit.outputText)"
        )
        #expect((json["certificate"] as? [String: Any])?["plans"] as? Int == 1)

        try tamperedManifestsAreRefuted(folder)
        try changedLabelsAreTold(folder)
    }

    private func tamperedManifestsAreRefuted(_ folder: TestFolder) throws {
        let text = folder.text("out/manifest.json")
        for (old, new, says) in [
            ("\"wrong\": 0,", "\"wrong\": 1,", "wrong items among them: the certificate says 1, the verdicts say 0"),
            ("\"alpha\": 0.05", "\"alpha\": 0.01", "does not match its hash"),
            ("\"judged\": 69", "\"judged\": 60", "items checked"),
        ] {
            #expect(text.contains(old))
            try folder.write(text.replacing(old, with: new), to: "out/manifest.json")
            let run = try Redsieve.run("verify", folder("out"), "--review", folder("r.review"))
            #expect(run.status == 65)
            #expect(run.errorText.contains("the verdicts refute") && run.errorText.contains(says), "\(run.errorText)")
        }
        try folder.write(text, to: "out/manifest.json")
        // Another review has another plan.
        #expect(
            try Redsieve.run(
                "certify",
                Redsieve.sample,
                "--review",
                folder("other.review"),
                "--alpha",
                "0.05",
                "--delta",
                "0.05"
            ).status == 0
        )
        let run = try Redsieve.run("verify", folder("out"), "--review", folder("other.review"))
        #expect(run.status == 65)
        #expect(run.errorText.contains("holds no plan with the hash"), "\(run.errorText)")
    }

    private func changedLabelsAreTold(_ folder: TestFolder) throws {
        let terminal = try Redsieve.openLoaded(
            [Redsieve.sample, "--review", folder("r.review"), "--reviewer", "ann"],
            columns: 120,
            rows: 36
        )
        // The move that took the thresholds over, then the last label.
        terminal.send("u")
        try terminal.waitFor("the move") { $0.contains("undone: θ safety") }
        terminal.send("u")
        try terminal.waitFor("the label") { $0.contains("undone: the verdict") }
        try leave(terminal)
        let run = try Redsieve.run("verify", folder("out"), "--review", folder("r.review"))
        #expect(run.status == 65)
        let told =
            "1 verdict of its sample changed after the result (certified); the verdicts of now would give: unfinished"
        #expect(run.errorText.hasPrefix("redsieve: \(folder("out")): \(told)\n"), "\(run.errorText)")
        let status = try Self.object(Self.certify(folder, "--json"))
        #expect(status["labelled"] as? Int == 69)
        #expect(try Self.result(status)["outcome"] as? String == "certified")
        #expect((status["changes"] as? [String: Any])?["items"] as? Int == 1)
    }

    // MARK: Plans

    @Test func `a plan with labels is not changed silently`() throws {
        let folder = try TestFolder()
        let first = try Self.object(Self.certify(folder, "--alpha", "0.05", "--delta", "0.1", "--json"))
        let again = try Self.object(Self.certify(folder, "--alpha", "0.05", "--json"))
        #expect((again["plan"] as? NSDictionary) == (first["plan"] as? NSDictionary))
        #expect(again["plans"] as? Int == 1)
        // Before its first label another takes its place, and that is said.
        let second = try Self.certify(folder, "--alpha", "0.1", "--delta", "0.2", "--labels", "60")
        #expect(second.outputText.contains("plan 2 replaces plan 1, which had no verdict yet"))
        let terminal = try labelling(in: folder, until: 60)
        try terminal.judge("v")
        terminal.press(.escape)
        try terminal.waitFor("the round") { $0.contains("judged this session") }
        try leave(terminal)
        let refused = try Self.certify(folder, "--alpha", "0.2")
        #expect(refused.status == 64)
        #expect(refused.errorText.contains("has verdicts and stays as it is; --new-plan"), "\(refused.errorText)")
        let one = try Self.certify(folder)
        #expect(one.outputText.contains("checked      1 of 60, 59 missing"), "\(one.outputText)")
        let third = try Self.certify(folder, "--new-plan", "--alpha", "0.2", "--delta", "0.2", "--pair")
        #expect(third.status == 0, "\(third.errorText)")
        #expect(third.outputText.contains("plan 3 replaces plan 2, and draws its own sample"))
        #expect(third.outputText.contains("each plan of a round adds its own δ"))
        #expect(third.outputText.contains("4 candidates of θ help"))
        #expect(third.outputText.contains("checked      0 of "))
    }

    /// Whoever gives another α goes on with what the plan tests, and is told so.
    @Test func `what another plan keeps of the one before is said`() throws {
        let folder = try TestFolder()
        #expect(try Self.certify(folder, "--alpha", "0.1", "--delta", "0.1", "--present").status == 0)
        let again = try Self.certify(folder, "--alpha", "0.15")
        #expect(
            again.outputText.contains("it keeps --present of plan 1; --new-plan begins without"),
            "\(again.outputText)"
        )
        let anew = try Self.certify(folder, "--new-plan", "--alpha", "0.1", "--delta", "0.1")
        #expect(anew.outputText.contains("plan 3 replaces plan 2"))
        #expect(!anew.outputText.contains("it keeps"), "\(anew.outputText)")
    }

    @Test func `all labels one way certify nothing`() throws {
        let folder = try TestFolder()
        #expect(try Self.certify(folder, "--alpha", "0.2", "--delta", "0.2").status == 0)
        let missing = try #require((Self.object(Self.certify(folder, "--json"))["missing_items"] as? [Int])?.count)
        let terminal = try labelling(in: folder, until: missing)
        try answer(missing, "x", on: terminal)
        try terminal.waitFor("the result") { $0.contains("not certified, \(missing) of \(missing) checked are wrong") }
        terminal.press(.escape)
        try terminal.waitFor("the queue") { !$0.contains("not certified") }
        terminal.press(.escape)
        try terminal.waitFor("the round") { $0.contains("judged this session") }
        try leave(terminal)
        let run = try Self.certify(folder)
        #expect(run.status == 0)
        #expect(run.outputText.contains("more verdicts, all correct, in a new plan for"), "\(run.outputText)")
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        var status: Int32 = 64
        let says: String
        var testDescription: String { "\(arguments)" }
    }

    @Test(arguments: [
        Refusal(arguments: [], says: "no plan is fixed yet: give --alpha and --delta"),
        Refusal(arguments: ["--alpha", "0.05"], says: "no plan is fixed yet"),
        Refusal(arguments: ["--alpha", "0", "--delta", "0.05"], says: "--alpha must lie between 0 and 1"),
        Refusal(arguments: ["--alpha", "5", "--delta", "0.05"], says: "5 % is 0.05"),
        Refusal(arguments: ["--alpha", "few", "--delta", "5%"], says: "\"few\" is not a share; write 0.05 or 5%"),
        Refusal(arguments: ["--alpha", "5%", "--delta", "100 %"], says: "--delta must lie between 0 and 1"),
        Refusal(
            arguments: ["--alpha", "5%", "--delta", "5 %", "--labels", "5"],
            status: 65,
            says: "a sample of 5 certifies"
        ),
        Refusal(arguments: ["--alpha", "0.05", "--delta", "1"], says: "--delta must lie between 0 and 1"),
        Refusal(arguments: ["--alpha", "nan", "--delta", "0.1"], says: "--alpha must lie between 0 and 1"),
        Refusal(
            arguments: ["--alpha", "0.05", "--delta", "0.05", "--labels", "0"],
            says: "--labels must be at least 1"
        ),
        Refusal(
            arguments: ["--alpha", "0.05", "--delta", "0.05", "--candidates", "0"],
            says: "--candidates must lie between"
        ),
        Refusal(
            arguments: ["--alpha", "0.05", "--delta", "0.05", "--labels", "5"],
            status: 65,
            says: "a sample of 5 certifies nothing"
        ),
        Refusal(
            arguments: ["--alpha", "0.05", "--delta", "0.05", "--theta-help", "7"],
            status: 65,
            says: "there is nothing to certify"
        ),
    ]) func `wrong use is told and keeps nothing`(_ refusal: Refusal) throws {
        let folder = try TestFolder()
        let run = try Redsieve.run(
            ["certify", Redsieve.sample, "--review", folder("r.review")] + refusal.arguments
        )
        #expect(run.status == refusal.status)
        #expect(run.errorText.contains(refusal.says), "\(run.errorText)")
        #expect(!folder.entries.contains("r.review"))
    }

    @Test func `a newer review is refused and left as it is`() throws {
        let folder = try TestFolder()
        #expect(try Self.certify(folder, "--alpha", "0.05", "--delta", "0.05").status == 0)
        // SQLite's header holds the version of the file's tables at byte 60.
        var bytes = folder.bytes("r.review")
        bytes[63] = 200
        try folder.write(bytes, to: "r.review")
        let run = try Self.certify(folder)
        #expect(run.status == 65)
        #expect(run.errorText.contains("written by a newer redsieve"), "\(run.errorText)")
        #expect(folder.bytes("r.review") == bytes)
    }

    @Test func `another round needs a new plan`() throws {
        let folder = try TestFolder()
        #expect(try Self.certify(folder, "--alpha", "0.05", "--delta", "0.05").status == 0)
        let shorter = try folder.write(
            Array(folder.sampleLines.dropLast(500).joined(separator: [UInt8(ascii: "\n")])),
            to: "shorter.jsonl"
        )
        let run = try Redsieve.run("certify", shorter, "--review", folder("r.review"))
        #expect(run.status == 65)
        #expect(run.errorText.contains("needs a new plan (--new-plan)"), "\(run.errorText)")
        let audit = try Redsieve.run("audit", shorter, "--review", folder("r.review"))
        #expect(audit.outputText.contains("the round has other items than when the plan was fixed"))
    }

    @Test func `verify needs something to hold against the review`() throws {
        let folder = try TestFolder()
        #expect(try Redsieve.run("select", Redsieve.sample, "--out", folder("out")).status == 0)
        #expect(try Self.certify(folder, "--alpha", "0.05", "--delta", "0.05").status == 0)
        let run = try Redsieve.run("verify", folder("out"), "--review", folder("r.review"))
        #expect(run.status == 64)
        #expect(run.errorText.contains("has no certificate for a review to check"), "\(run.errorText)")
    }
}

extension TestFolder {
    fileprivate var sampleLines: [[UInt8]] { ((try? TestFolder.read(Redsieve.sample)) ?? []).lines }
}
