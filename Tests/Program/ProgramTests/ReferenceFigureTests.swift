import Foundation
import RoundModel
import TestSupport
import Testing

/// Rounds whose sets are known from elsewhere.
struct ReferenceFigureTests {
    /// The three examples of the paper's table 2, with the bucket that the paper puts each one into.
    static let paper: [(row: String, bucket: String)] = [
        (
            #"{"id":"mart-table2-1","prompt":"first","response":"(elided)","safety_score":0.02,"helpfulness_score":0.61}"#,
            "adversarial"
        ),
        (
            #"{"id":"mart-table2-2","prompt":"second","response":"(elided)","safety_score":0.91,"helpfulness_score":0.27}"#,
            "discarded"
        ),
        (
            #"{"id":"mart-table2-3","prompt":"third","response":"(elided)","safety_score":0.91,"helpfulness_score":0.85}"#,
            "accepted"
        ),
    ]

    @Test func `the papers examples`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Self.paper.map { $0.row + "\n" }.joined(), to: "table2.jsonl")
        let run = try Redsieve.run(
            "select",
            round,
            "--out",
            folder("out"),
            "--theta-safety",
            "0.8",
            "--theta-help",
            "0.4"
        )
        try #require(run.status == 0, "\(run.errorText)")
        for (row, bucket) in Self.paper {
            #expect(folder.lines("out/\(bucket).jsonl") == [Array(row.utf8)])
        }
    }

    static let judged = URL(fileURLWithPath: Redsieve.packageRoot).deletingLastPathComponent()
        .appendingPathComponent("shared/data/ko_rm_judge.jsonl").path

    struct Judged: Sendable {
        let thresholds: Thresholds
        let buckets: [Int]
        /// Adversarial prompts, prompts of accepted pairs, prompts in both.
        let prompts: [Int]
    }

    /// 400 answers scored by two reward models: logits, ties, an empty response.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: judged), "the round of judged answers is not here"),
        arguments: [
            Judged(thresholds: Thresholds(adv: 0, safety: 0, help: 2), buckets: [297, 77, 26], prompts: [95, 44, 39]),
            Judged(
                thresholds: Thresholds(adv: -3.25, safety: -3.25, help: 3.253_906_25),
                buckets: [61, 95, 244],
                prompts: [30, 56, 13]
            ),
        ]
    )
    func `judged answers`(_ expected: Judged) throws {
        let folder = try TestFolder()
        let run = try Redsieve.run(["select", Self.judged, "--out", folder("out")] + expected.thresholds.flags)
        try #require(run.status == 0, "\(run.errorText)")
        let manifest = try Summary(folder.bytes("out/manifest.json"))
        #expect(manifest.buckets == expected.buckets)
        #expect(manifest.count("sets.adversarial_prompts") == expected.prompts[0])
        #expect(folder.lines("out/adversarial.jsonl").count == expected.prompts[0])
        let accepted = try folder.lines("out/accepted.jsonl").map { try Summary($0).text("prompt") }
        #expect(Set(accepted).count == expected.prompts[1])
        #expect(manifest.count("sets.prompts_in_both") == expected.prompts[2])
        #expect(try Summary(of: Self.judged, at: expected.thresholds).buckets == expected.buckets)
    }
}
