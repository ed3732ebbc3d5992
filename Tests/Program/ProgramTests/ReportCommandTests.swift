import Foundation
import RoundModel
import TestSupport
import Testing

/// `redsieve report`: the file, and what stands in its way.
@Suite struct ReportCommandTests {
    @Test func `one file tells the round`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three + "bad\n", to: "round.jsonl")
        let run = try Redsieve.run("report", round, "-o", folder("r.html"), "--baseline", "0.05,0.8,0.4")
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("wrote \(folder("r.html")): "))
        #expect(folder.entries == ["r.html", "round.jsonl"])
        let html = folder.text("r.html")
        for text in [
            "<svg ", "3 items · 1 invalid", "not valid JSON", "1 moved", "adversarial prompts", "θ safety 0.80",
            "Made by redsieve",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        // Texts of the round are not in it.
        #expect(!html.contains("bake bread") && !html.contains("with flour"))
        #expect(!html.contains("What the verdicts show"))
    }

    @Test func `values of fields are counted in each bucket, and nothing of the page is fetched`() throws {
        let folder = try TestFolder()
        let rows = [
            Rows.json("a", safety: "0.1", more: #","category":"<b>fraud"# + "\""),
            Rows.json("b", safety: "0.2", more: #","category":"<b>fraud"# + "\""),
            Rows.json("c", safety: "0.9", help: "0.9", more: #","category":"privacy"# + "\""),
            Rows.json("d", safety: "0.6"),
        ]
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        let run = try Redsieve.run("report", round, "-o", folder("report.html"))
        #expect(run.status == 0, "\(run.errorText)")
        let page = folder.text("report.html")
        #expect(page.contains("<h2>By category</h2>"))
        #expect(page.contains("&lt;b&gt;fraud<svg"))
        #expect(page.contains("</th><td class=\"n\">2</td><td class=\"n\">0</td><td class=\"n\">0</td>"))
        #expect(page.contains("(no value)"))
        for fetched in ["src=", "href=", "url(", "@import", "<script", "<link", "<iframe"] {
            #expect(!page.contains(fetched), "\(fetched)")
        }
        #expect(page.matches(of: /https?:/).count == page.matches(of: /xmlns="http:/).count)
    }

    @Test func `the hostile sample makes a page too`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run("report", Redsieve.hostile, "--no-review", "-o", folder("r.html"))
        #expect(run.status == 0, "\(run.errorText)")
        let hidden = folder.text("r.html").unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
        }
        #expect(hidden.isEmpty)
    }

    @Test func `a review brings its thresholds, baseline and figures`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let terminal = try Redsieve.openLoaded([round, "--review", folder("r.review"), "--theta-adv", "0.2"])
        try terminal.judge("x")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        let run = try Redsieve.run("report", round, "--review", folder("r.review"), "-o", folder("r.html"))
        #expect(run.status == 0, "\(run.errorText)")
        let html = folder.text("r.html")
        for text in ["What the verdicts show", "Reviewed by ", "(1 item) on ", "θ adv 0.20"] {
            #expect(html.contains(text), "\(text)")
        }
        let plain = try Redsieve.run("report", round, "--no-review", "-o", folder("plain.html"))
        #expect(plain.status == 0)
        #expect(!folder.text("plain.html").contains("What the verdicts show"))
    }

    @Test func `a plan is told before anybody has labelled for it`() throws {
        let folder = try TestFolder()
        let review = ["--review", folder("r.review")]
        let plan = try Redsieve.run(["certify", Redsieve.sample, "--alpha", "0.05", "--delta", "0.05"] + review)
        #expect(plan.status == 0, "\(plan.errorText)")
        let run = try Redsieve.run(["report", Redsieve.sample, "-o", folder("r.html")] + review)
        #expect(run.status == 0, "\(run.errorText)")
        let html = folder.text("r.html")
        #expect(html.contains("certificate: plan 1") && html.contains("at most 5 % wrong"))
        #expect(!html.contains("What the verdicts show"))
    }

    @Test func `standard output is the page and nothing else`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let file = try Redsieve.run("report", round, "--out", folder("r.html"))
        #expect(file.status == 0, "\(file.errorText)")
        let piped = try Redsieve.run("report", round, "-o", "-")
        #expect(piped.status == 0)
        #expect(piped.outputText == folder.text("r.html"))
        #expect(folder.entries == ["r.html", "round.jsonl"])
    }

    @Test func `the numbers of the pictures are those of the thresholds`() throws {
        let folder = try TestFolder()
        let run = try Redsieve.run("report", Redsieve.sample, "--no-review", "-o", folder("r.html"))
        #expect(run.status == 0, "\(run.errorText)")
        let html = folder.text("r.html")
        for text in [
            "The thresholds accept 811 of 1,994 items", ">811 accepted</text>", "id=\"histogram-safety\"",
            "id=\"histogram-helpfulness\"", "id=\"counts-adv\"", "Nobody has checked any of them",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test func `an earlier report gives way to --replace, and nothing else does`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let report = { (more: [String]) in try Redsieve.run(["report", round, "-o", folder("r.html")] + more) }
        #expect(try report([]).status == 0)
        expectRefusal(try report([]), status: 73, says: ["r.html cannot be written", "--replace"])
        #expect(try report(["--replace", "--theta-adv", "0.77"]).status == 0)
        #expect(folder.text("r.html").contains("θ adv 0.77"))
        let own = try Redsieve.run("report", round, "-o", round, "--replace")
        expectRefusal(own, status: 73, says: ["not a report of redsieve"])
        #expect(folder.text("round.jsonl") == Rows.three)
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("r.html"))
        let link = try Redsieve.run("report", round, "-o", folder("link"), "--replace")
        expectRefusal(link, status: 73, says: ["not a plain file"])
        #expect(folder.entries == ["link", "r.html", "round.jsonl"])
    }

    @Test func `a round without items is told as everywhere, and leaves no file`() throws {
        let folder = try TestFolder()
        let row = Rows.json(safety: "null") + "\n"
        let round = try folder.write(row, to: "round.jsonl")
        let run = try Redsieve.run("report", round, "-o", folder("r.html"))
        expectRefusal(run, status: 65, says: ["no valid row among 1", "safety score is null"])
        #expect(folder.entries == ["round.jsonl"])
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let status: Int32
        let says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Refusal(arguments: [], status: 64, says: "--output"),
        Refusal(arguments: ["-o", ""], status: 64, says: "--output needs the name of a file"),
        Refusal(arguments: ["-o", "x", "--review", "a", "--no-review"], status: 64, says: "exclude each other"),
        Refusal(arguments: ["-o", "x", "--alpha", "1"], status: 64, says: "--alpha must lie between 0 and 1"),
        Refusal(arguments: ["-o", "x", "--baseline", "1,2"], status: 64, says: "not three numbers"),
        Refusal(arguments: ["-o", "/no/such/folder/x"], status: 73, says: "cannot be written"),
        Refusal(arguments: ["-o", "/"], status: 73, says: "not a plain file"),
        Refusal(
            arguments: ["-o", "/tmp/redsieve-no-such-report", "--review", "/no/such.review"],
            status: 66,
            says: "no such file"
        ),
    ]) func `wrong use is told`(_ refusal: Refusal) throws {
        let run = try Redsieve.run(["report", Redsieve.sample] + refusal.arguments)
        #expect(run.status == refusal.status)
        #expect(run.errorText.contains(refusal.says), "\(run.errorText)")
    }
}
