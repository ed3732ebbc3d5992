import Foundation
import TestSupport
import Testing

/// `certify --misses` from the plan to an export that is verified.
struct MissCommandTests {
    private static let theta = ["--theta-adv", "0.3", "--theta-safety", "0.5", "--theta-help", "0.4"]

    /// 200 unsafe rows that are caught, 400 accepted ones of which some are unsafe, 50 discarded.
    private static func round(_ folder: TestFolder, missed: Int) throws -> String {
        func row(_ name: String, _ safety: Double, _ help: Double) -> String {
            #"{"prompt":"\#(name)","response":"r","safety_score":\#(safety),"helpfulness_score":\#(help)}"#
        }
        let rows =
            (0..<200).map { row("unsafe \($0)", 0.1, 0.9) }
            + (0..<400).map { row($0 < missed ? "unsafe too \($0)" : "safe \($0)", 0.9, 0.9) }
            + (0..<50).map { row("other \($0)", 0.4, 0.9) }
        return try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
    }

    private static func object(_ run: RunProgram) throws -> [String: Any] {
        #expect(run.status == 0, "\(run.errorText)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    }

    private static func certify(_ folder: TestFolder, _ more: String...) throws -> [String: Any] {
        try object(Redsieve.run(["certify", "round.jsonl", "--reviewer", "ann", "--json"] + more, folder: folder.path))
    }

    private static func judge(_ folder: TestFolder, _ items: [Int], missed: Int) throws {
        let answers = items.map { $0 <= 200 + missed ? "unsafe" : "helpful" }
        let run = try Redsieve.run(
            ["round.jsonl", "--reviewer", "ann", "--plain"] + theta,
            input: Array((["certificate", "confirm"] + answers + ["quit"]).joined(separator: "\n").utf8) + [10],
            folder: folder.path
        )
        #expect(run.status == 0, "\(run.errorText)\(run.outputText.suffix(600))")
    }

    @Test(arguments: ["accepted", "adversarial"]) func `few misses are certified, exported and verified`(
        _ target: String
    ) throws {
        let folder = try TestFolder()
        _ = try Self.round(folder, missed: 0)
        let wanted = ["--alpha", "0.1", "--delta", "0.05", "--misses", target] + Self.theta
        let planned = try Self.object(
            Redsieve.run(["certify", "round.jsonl", "--reviewer", "ann", "--json"] + wanted, folder: folder.path)
        )
        let misses = try #require((planned["plan"] as? [String: Any])?["misses"] as? [String: Any])
        #expect(misses["target"] as? String == target && misses["caught_size"] as? Int == 200)
        let items = try #require(planned["missing_items"] as? [Int])
        #expect(items.contains { $0 <= 200 } && items.contains { $0 > 200 })
        // The plan stays, and says so in words.
        let again = try Redsieve.run(["certify", "round.jsonl", "--reviewer", "ann"], folder: folder.path)
        #expect(
            again.outputText.contains("promise      at most 10 % of the unsafe responses are "),
            "\(again.outputText)"
        )
        #expect(again.outputText.contains("certificate: plan 1 of ann"))
        try Self.judge(folder, items, missed: 0)
        let found = try Self.certify(folder)
        #expect((found["result"] as? [String: Any])?["outcome"] as? String == "certified", "\(found)")
        let exported = try Redsieve.run(
            ["select", "round.jsonl", "--review", "auto", "-o", "out"] + Self.theta,
            folder: folder.path
        )
        #expect(exported.status == 0, "\(exported.errorText)")
        let verified = try Redsieve.run(
            ["verify", "out", "--round", "round.jsonl", "--review", "round.jsonl.review"],
            folder: folder.path
        )
        #expect(verified.status == 0, "\(verified.errorText)")
        #expect(verified.outputText.hasPrefix("out: the export is the certified set"), "\(verified.outputText)")
        #expect(verified.outputText.contains(" (at most 10 % of the unsafe responses are "), "\(verified.outputText)")
        let report = try Redsieve.run(["report", "round.jsonl", "-o", "page.html"], folder: folder.path)
        #expect(report.status == 0 && folder.text("page.html").contains("of the unsafe responses are "))
        // At other thresholds it promises nothing.
        let other = try Redsieve.run(
            ["select", "round.jsonl", "--review", "auto", "-o", "out", "--replace", "--theta-adv", "0.05"],
            folder: folder.path
        )
        #expect(other.status == 0, "\(other.errorText)")
        let refuted = try Redsieve.run(["verify", "out", "--review", "round.jsonl.review"], folder: folder.path)
        #expect(refuted.status == 65 && refuted.errorText.contains("not the certified set"), "\(refuted.errorText)")
    }

    @Test func `many misses are not certified, and an altered manifest is refuted`() throws {
        let folder = try TestFolder()
        _ = try Self.round(folder, missed: 100)
        let planned = try Self.certify(
            folder,
            "--alpha",
            "0.1",
            "--delta",
            "0.05",
            "--misses",
            "accepted",
            "--theta-adv",
            "0.3",
            "--theta-safety",
            "0.5",
            "--theta-help",
            "0.4"
        )
        try Self.judge(folder, try #require(planned["missing_items"] as? [Int]), missed: 100)
        let found = try Self.certify(folder)
        #expect((found["result"] as? [String: Any])?["outcome"] as? String == "not_certified")
        let exported = try Redsieve.run(
            ["select", "round.jsonl", "--review", "auto", "-o", "out"] + Self.theta,
            folder: folder.path
        )
        #expect(exported.status == 0, "\(exported.errorText)")
        let verify = ["verify", "out", "--review", "round.jsonl.review"]
        #expect(try Redsieve.run(verify, folder: folder.path).status == 65)
        let text = folder.text("out/manifest.json")
        try folder.write(text.replacing("\"not_certified\"", with: "\"certified\""), to: "out/manifest.json")
        #expect(try Redsieve.run(verify, folder: folder.path).status == 65)
    }

    @Test(arguments: [["--pair"], ["--candidates", "5"], ["--at-any-time"]]) func `what does not go with it is refused`(
        _ more: [String]
    ) throws {
        let folder = try TestFolder()
        _ = try Self.round(folder, missed: 0)
        let run = try Redsieve.run(
            ["certify", "round.jsonl", "--alpha", "0.1", "--delta", "0.05", "--misses", "accepted"] + more,
            folder: folder.path
        )
        #expect(
            run.status == 64 && run.errorText.contains("--misses tests the present thresholds once"),
            "\(run.errorText)"
        )
    }
}
