import Basics
import Foundation
import RoundGrid
import RoundModel
import TestSupport
import Testing

@Suite struct RoundPlanTests {
    private static let fields: [FieldRole: [String]] = [
        .prompt: ["prompt"], .response: ["response"], .safety: ["scores", "safety"], .helpfulness: ["scores", "help"],
    ]

    private static var plan: RoundPlan {
        RoundPlan(
            files: [
                PlannedFile(path: "/rounds/a b=c/\"x\".jsonl", bytes: 12), PlannedFile(address: "s3a://b/*.jsonl"),
            ],
            fields: fields,
            lowerIsBetter: [.safety],
            seed: .max,
            thresholds: PlannedThresholds(adv: -0.3, help: 1e-7)
        )
    }

    @Test func `what is written is read again`() throws {
        var plan = Self.plan
        #expect(try RoundPlan(reading: plan.bytes) == plan)
        plan.verdicts = [PlannedVerdict(item: "00", ruling: "safe", answers: "[]")]
        plan.gridFiles = [PlannedFile(path: "x", bytes: 1)]
        plan.discarded = true
        #expect(try RoundPlan(reading: plan.bytes) == plan)
    }

    @Test func `a plan that somebody changed is refused`() throws {
        let text = String(decoding: Self.plan.bytes, as: UTF8.self)
        let changed = text.replacing("-0.3", with: "0.3")
        #expect(changed != text)
        #expect(throws: PlanProblem.changed) { try RoundPlan(reading: Array(changed.utf8)) }
        #expect(throws: PlanProblem.changed) { try RoundPlan(reading: Array((text + " ").utf8)) }
    }

    @Test func `a plan of another version and what is no plan are told apart`() {
        #expect(throws: PlanProblem.otherVersion(2)) { try RoundPlan(reading: Array(#"{"plan": 2}"#.utf8)) }
        #expect(throws: PlanProblem.noPlan) { try RoundPlan(reading: Array(#"{"schema": 1}"#.utf8)) }
        #expect(throws: PlanProblem.noPlan) { try RoundPlan(reading: []) }
    }

    @Test func `the digest at the end is that of all before it`() throws {
        let text = String(decoding: Self.plan.bytes, as: UTF8.self)
        let mark = try #require(text.firstRange(of: ",\n  \"sha256\": \""))
        var digest = SHA256()
        Array(text[..<mark.lowerBound].utf8).withUnsafeBytes { digest.add($0) }
        #expect(text[mark.upperBound...] == "\(Hexadecimal.text(digest.bytes))\"\n}\n")
        #expect(Self.plan.sha256 == Hexadecimal.text(digest.bytes))
    }

    @Test func `what is an address is told by its scheme`() {
        #expect(PlannedFile.isAddress("s3a://rounds/7"))
        #expect(!PlannedFile.isAddress("/rounds/a://b"))
        #expect(!PlannedFile.isAddress("://b"))
        #expect(PlannedFile(address: "s3a://b/part-{0..3}").pattern == true)
        #expect(PlannedFile(address: "s3a://b/part-0.jsonl").pattern == nil)
    }

    @Test func `a folder of a plan has job and plan, and never replaces another`() throws {
        let folder = try TestFolder()
        let path = folder.path + "/plan"
        try PlanFolder.make(path, Self.plan)
        #expect(FileSystem.entries(of: path) == ["README.md", "plan.json", "redsieve_job.py"])
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/plan.json")))
        #expect(try RoundPlan(reading: bytes) == Self.plan)
        #expect(throws: OutputFileError.self) { try PlanFolder.make(path, Self.plan) }
    }
}
