import Foundation
import RoundModel
import TestSupport
import Testing

/// `redsieve GRID` through the whole program.
@Suite struct GridReviewTests {
    private static func folder() throws -> TestFolder {
        let folder = try TestFolder()
        let made = MadeGrid(ExampleRound.clustered(items: 900), lines: (1..<20).map { Double($0) / 20 })
        try made.write(to: folder, "grid-7")
        return folder
    }

    @Test func `a grid is opened, moved to a line, judged and planned from`() throws {
        let folder = try Self.folder()
        let script = """
            size 120 36
            :threshold.type safety 0.873
            expect is no line of the grid
            expect at least to at most
            key 2
            key (
            expect θ safety
            :threshold.type adv 0.5
            :threshold.type help 0.4
            key x
            try key e
            expect redsieve plan --select grid-7
            """
        try folder.write(script + "\n", to: "steps.txt")
        let run = try Redsieve.run(["grid-7", "--script", "steps.txt"], folder: folder.path)
        #expect(run.status == 0, "\(run.errorText)")
        let summary = try Redsieve.run(["summary", "grid-7"], folder: folder.path)
        #expect(summary.outputText.contains("θ safety"))
        let plan = try Redsieve.run(["plan", "--select", "grid-7", "-o", "plan"], folder: folder.path)
        #expect(plan.outputText.contains("verdicts on 1 item"), "\(plan.outputText) \(plan.errorText)")
    }

    @Test func `a review in lines counts what summary counts`() throws {
        let folder = try Self.folder()
        let run = try Redsieve.run(
            ["grid-7", "--plain", "--no-review"],
            input: Array("threshold safety 0.85\ncounts\nthreshold safety 0.87\ncounts\n".utf8),
            folder: folder.path
        )
        for theta in ["0.85", "0.87"] {
            let json = try Redsieve.run(["summary", "grid-7", "--json", "--theta-safety", theta], folder: folder.path)
            let object = try JSONSerialization.jsonObject(with: Data(json.outputText.utf8)) as? [String: Any]
            let buckets = try #require(object?["buckets"] as? [String: [String: Int]])
            for (name, ends) in buckets {
                let range = CountRange(low: ends["low"] ?? 0, high: ends["high"] ?? 0)
                #expect(run.outputText.contains(": \(range.text) items") || range.high == 1, "\(name) \(theta)")
            }
        }
        #expect(run.outputText.contains("lines of the grid, so counts are bounds"))
    }

    @Test func `a grid that is incomplete, changed or of another version is refused by what is wrong`() throws {
        func refused(_ says: String, _ change: (TestFolder) throws -> Void) throws {
            let folder = try Self.folder()
            try change(folder)
            expectRefusal(
                try Redsieve.run(["grid-7", "--plain"], folder: folder.path),
                status: 65,
                says: [says]
            )
        }
        try refused("sample.jsonl is missing") { try FileManager.default.removeItem(atPath: $0("grid-7/sample.jsonl")) }
        try refused("sample.jsonl is not what the job wrote") { folder in
            let text = try String(contentsOfFile: folder("grid-7/sample.jsonl"), encoding: .utf8)
            try folder.write(text + text, to: "grid-7/sample.jsonl")
        }
        try refused("cells.csv is missing") { try FileManager.default.removeItem(atPath: $0("grid-7/cells.csv")) }
        try refused("a grid of version 2") { try $0.write(#"{"grid": 2}"#, to: "grid-7/grid.json") }
    }

    @Test func `what does not go with a grid is refused`() throws {
        let folder = try Self.folder()
        for (arguments, status, says) in [
            (["grid-7", "grid-7/sample.jsonl", "--plain"], 64, "grid of a whole round"),
            (["grid-7", "--field", "safety=x", "--plain"], 64, "fields of its plan"),
            (["select", "grid-7", "-o", "sets"], 65, "is a grid, not a round"),
            (["audit", "grid-7"], 65, "is a grid, not a round"),
            (["report", "grid-7", "-o", "r.html"], 65, "is a grid, not a round"),
        ] {
            expectRefusal(
                try Redsieve.run(arguments, folder: folder.path),
                status: Int32(status),
                says: [says]
            )
        }
    }
}
