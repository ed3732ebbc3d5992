import Foundation
import TestSupport
import Testing

/// Ways to figures that are better than the truth, in good faith or not: none of them moves a figure to the good.
struct EvidenceAttackTests {
    private static let theta = ["--theta-adv", "0.3", "--theta-safety", "0.5", "--theta-help", "0.4"]

    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Rows that θ accepts, each with a prompt of its own.
    private func accepted(_ count: Int, _ name: String = "round.jsonl") throws -> String {
        var random = SeededGenerator(seed: 9)
        let rows = (0..<count).map { row in
            let safety = Double(Int.random(in: 510...990, using: &random)) / 1_000
            return #"{"prompt":"p\#(row)","response":"r","safety_score":\#(safety),"helpfulness_score":0.9}"#
        }
        return try folder.write(rows.joined(separator: "\n") + "\n", to: name)
    }

    /// What the program tells of lines that somebody types.
    @discardableResult
    private func type(
        _ lines: [String],
        into round: String,
        as reviewer: String = "ann",
        review: String? = nil
    ) throws -> String {
        let run = try Redsieve.run(
            [round, "--plain", "--reviewer", reviewer] + (review.map { ["--review", $0] } ?? []) + Self.theta,
            input: Array((lines + ["quit"]).joined(separator: "\n").utf8) + [10]
        )
        #expect(run.status == 0, "\(run.errorText)\(run.outputText.suffix(600))")
        return run.outputText
    }

    private func audit(_ round: String, review: String? = nil) throws -> [String: Any] {
        let run = try Redsieve.run(
            ["audit", round, "--json"] + (review.map { ["--review", $0] } ?? []) + Self.theta
        )
        #expect(run.status == 0, "\(run.errorText)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    }

    private func bytes(_ object: [String: Any]) throws -> Data {
        try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }

    /// A sample of the accepted bucket in which every sixth is called unsafe.
    private func sampled(_ labels: Int, _ round: String) throws {
        let answers = (1...labels).map { $0.isMultiple(of: 6) ? "unsafe" : "helpful" }
        try type(["accepted", "queue", "1", "goal \(labels)", "confirm"] + answers + ["back"], into: round)
    }

    private static func figure(_ audit: [String: Any], _ path: String...) -> [String: Any]? {
        path.reduce(audit as [String: Any]?) { $0?[$1] as? [String: Any] }
    }

    private static func upper(_ figure: [String: Any]?) -> Double? { figure?["upper"] as? Double }

    @Test func `mistakes of a sample that a list confirms once more stay in the sample`() throws {
        let round = try accepted(300)
        try sampled(60, round)
        let before = try #require(Self.figure(audit(round), "buckets", "accepted"))
        let exported = try #require(Self.upper(before["exported_error_rate"] as? [String: Any]))
        // They lie in the adversarial list now; each is called unsafe again, with the call in sight.
        try type(["adversarial"] + [String](repeating: "unsafe", count: 10), into: round)
        let after = try #require(Self.figure(audit(round), "buckets", "accepted"))
        #expect(after["sampled"] as? Int == 60 && after["wrong"] as? Int == 10)
        #expect(after["hunted"] as? Int ?? 0 == 0)
        #expect(Self.upper(after["exported_error_rate"] as? [String: Any]) == exported)
        #expect(exported > 0.2)
    }

    @Test func `rows that were found wrong and deleted are no clean sample`() throws {
        let round = try accepted(300)
        try sampled(60, round)
        let wrong = try type(["adversarial", "list"], into: round).matches(of: /unsafe: (p[0-9]+)/).map { $0.output.1 }
        #expect(Set(wrong).count == 10)
        let left = try String(contentsOfFile: round, encoding: .utf8).split(separator: "\n")
            .filter { row in !wrong.contains { row.contains("\"\($0)\"") } }
        #expect(left.count == 290)
        let shorter = try folder.write(left.joined(separator: "\n") + "\n", to: "shorter.jsonl")
        let bucket = try #require(Self.figure(audit(shorter, review: round + ".review"), "buckets", "accepted"))
        #expect(bucket["sampled"] as? Int == 60 && bucket["wrong"] as? Int == 10)
        // What was found and taken out says how many of the others are wrong.
        #expect(try #require(Self.upper(bucket["exported_error_rate"] as? [String: Any])) > 0.2)
    }

    @Test func `labels on answers to the same prompts give no interval without width`() throws {
        var random = SeededGenerator(seed: 8)
        let rows = (0..<1_000).map { row in
            let safety = [0.1, 0.4, 0.9][Int.random(in: 0...2, using: &random)]
            return #"{"prompt":"p\#(row / 4)","response":"r\#(row)","safety_score":\#(safety),"helpfulness_score":0.9}"#
        }
        let round = try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl")
        for (queue, answer) in [(1, "helpful"), (2, "unsafe"), (3, "not-helpful")] {
            let answers = [String](repeating: answer, count: 60)
            try type(["accepted", "queue", "\(queue)", "goal 60", "confirm"] + answers + ["back"], into: round)
        }
        let agreement = try #require(Self.figure(audit(round), "agreement"))
        #expect(agreement["labels"] as? Int == 180 && agreement["prompts"] as? Int ?? 180 < 180)
        let figures = agreement.compactMapValues { $0 as? [String: Any] }.filter { $0.value["value"] != nil }
        #expect(figures.count >= 4, "\(agreement)")
        for (name, figure) in figures {
            let lower = try #require(figure["lower"] as? Double)
            #expect(try lower < #require(Self.upper(figure)), "\(name)")
        }
    }

    @Test func `what was said behind another's verdict is no agreement`() throws {
        let round = try accepted(300)
        let answers = (1...40).map { $0.isMultiple(of: 3) ? "unsafe" : "helpful" }
        try type(["accepted"] + answers, into: round)
        try type(["judged"] + answers, into: round, as: "bob")
        let reviewers = try #require(Self.figure(audit(round), "reviewers"))
        #expect(reviewers["overlap"] as? Int == 40 && reviewers["compared"] as? Int == 0)
        let first = try #require(reviewers["first_verdicts"] as? [String: Int])
        #expect(first["after_anothers"] == 40 && first["call_in_sight"] == 40 && first["blind"] == 0)
        #expect(Self.figure(reviewers, "krippendorff_alpha")?["missing_labels"] != nil)
    }

    /// One reviewer, two copies of a review that went on apart, with other answers about the same items.
    @Test func `reviews merged in either order show the same`() throws {
        let round = try accepted(300)
        try sampled(60, round)
        let (one, other) = (folder("one"), folder("other"))
        for copy in [one, other] {
            for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: round + ".review" + ending)
            {
                try FileManager.default.copyItem(atPath: round + ".review" + ending, toPath: copy + ending)
            }
        }
        let again = ["adversarial", "helpful", "helpful"]
        try type(again, into: round, review: one)
        try type(["adversarial", "unsure", "not-helpful"], into: round, review: other)
        var audits: [Data] = []
        for (name, files) in [("forward", [one, other]), ("backward", [other, one])] {
            let merged = try Redsieve.run(["merge"] + files + ["-o", folder(name)])
            #expect(merged.status == 0, "\(merged.errorText)")
            audits.append(try bytes(audit(round, review: folder(name))))
        }
        #expect(audits[0] == audits[1])
    }

    /// Reviews that began apart have samples of their own, and plans of their own.
    @Test func `reviews with other seeds and plans show the same in either order, and say so`() throws {
        let round = try accepted(300)
        let reviews = [folder("one"), folder("other")]
        for (review, alpha) in zip(reviews, ["0.05", "0.1"]) {
            let plan = try Redsieve.run(
                [
                    "certify", round, "--review", review, "--reviewer", "ann", "--alpha", alpha, "--delta", "0.05",
                    "--present",
                ]
                    + Self.theta
            )
            #expect(plan.status == 0, "\(plan.errorText)")
            let answers = [String](repeating: "helpful", count: 30)
            try type(
                ["accepted", "queue", "1", "goal 30", "confirm"] + answers + ["back"],
                into: round,
                review: review
            )
        }
        var audits: [Data] = []
        var told: [String] = []
        for (name, files) in [("forward", reviews), ("backward", reviews.reversed())] {
            let merged = try Redsieve.run(["merge"] + files + ["-o", folder(name)])
            #expect(merged.status == 0, "\(merged.errorText)")
            audits.append(try bytes(audit(round, review: folder(name))))
            told.append(try Redsieve.run(["certify", round, "--review", folder(name)]).outputText)
        }
        #expect(audits[0] == audits[1])
        #expect(told[0] == told[1] && told[0].contains("after 1 other"), "\(told)")
    }
}
