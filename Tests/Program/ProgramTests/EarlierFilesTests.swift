import Foundation
import TestSupport
import Testing

/// What the program wrote before: exports come out with the same bytes, are verified, and a review opens as it did.
///
/// `Earlier` holds a small round, manifests of its exports, and reviews of it as SQL.
struct EarlierFilesTests {
    struct Export: CustomTestStringConvertible, Sendable {
        let name: String
        let round: [String]
        var review: String?
        var options: [String] = []
        var testDescription: String { name }
    }

    static let theta = ["--theta-adv", "0.5", "--theta-safety", "0.8", "--theta-help", "0.4"]
    static let exports = [
        Export(name: "rows", round: ["r.jsonl"], options: theta + ["--no-review"]),
        Export(
            name: "messages",
            round: ["r.jsonl"],
            options: theta + ["--no-review", "--format", "messages", "--attack-template", "{prompt}"]
        ),
        Export(
            name: "prompt-completion",
            round: ["r.jsonl"],
            options: theta + ["--no-review", "--format", "prompt-completion", "--attack-template", "{prompt}"]
        ),
        Export(
            name: "shards",
            round: ["1.csv", "2.jsonl"],
            options: ["--lower-is-better", "safety", "--nan-as-null"]
        ),
        Export(name: "certified", round: ["r.jsonl"], review: "certified"),
    ]

    private static func path(_ name: String) -> String { Repository.path("Tests/Program/ProgramTests/Earlier/\(name)") }

    /// Puts the round's files and a review into a folder of the test's own.
    private func copy(_ names: [String], review: String? = nil, to folder: TestFolder) throws {
        for name in names { try FileManager.default.copyItem(atPath: Self.path(name), toPath: folder(name)) }
        guard let review else { return }
        let sql = try String(contentsOfFile: Self.path("\(review).sql"), encoding: .utf8)
        let run = try RunProgram("sqlite3", [folder("r.jsonl.review")], input: Array(sql.utf8))
        try #require(run.status == 0, "\(run.errorText)")
    }

    @Test(arguments: exports) func `an export comes out as it did, and one of before is verified`(
        _ export: Export
    ) throws {
        let folder = try TestFolder()
        try copy(export.round, review: export.review, to: folder)
        let review = export.review.map { _ in ["--review", "r.jsonl.review"] } ?? []
        let made = try Redsieve.run(
            ["select"] + export.round + ["-o", "out"] + export.options + review,
            folder: folder.path
        )
        try #require(made.status == 0, "\(made.errorText)")
        let earlier = try String(contentsOfFile: Self.path("\(export.name).json"), encoding: .utf8)
        // Forms of manifests had no number then, and told nothing of training sets.
        let now = Self.withoutTraining(folder.text("out/manifest.json")).replacing("\n  \"schema\": 2,", with: "")
        if export.review == nil {
            #expect(now == earlier)
        } else {
            // What verdicts state was about rows then, and is about what the files hold now.
            #expect(try Self.withoutStatedError(now) == Self.withoutStatedError(earlier))
        }
        try folder.write(earlier, to: "out/manifest.json")
        let run = try Redsieve.run(["verify", "out", "--round"] + export.round + review, folder: folder.path)
        #expect(run.status == 0 && run.outputText.contains("and a rebuild"), "\(run.errorText)")
        #expect(run.outputText.contains("the verdicts confirm its certificate") == (export.review != nil))
    }

    private static func withoutTraining(_ manifest: String) -> String {
        guard let start = manifest.range(of: "\n  \"training\": {"),
            let end = manifest[start.upperBound...].range(of: "\n  },")
        else { return manifest }
        let rest = manifest.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "")
        // Nor did they name what describes the sets.
        guard let readme = rest.range(of: ",\n    \"README.md\": {"),
            let last = rest[readme.upperBound...].range(of: "}")
        else { return rest }
        return rest.replacingCharacters(in: readme.lowerBound..<last.upperBound, with: "")
    }

    private static func withoutStatedError(_ manifest: String) throws -> NSDictionary {
        var all = try #require(try JSONSerialization.jsonObject(with: Data(manifest.utf8)) as? [String: Any])
        var verdicts = all["verdicts"] as? [String: Any]
        verdicts?["stated_error"] = nil
        all["verdicts"] = verdicts
        return all as NSDictionary
    }

    private func place(in folder: TestFolder) throws -> String {
        try RunProgram(
            "sqlite3",
            [folder("r.jsonl.review"), "SELECT name, value FROM about WHERE name LIKE 'place.%' ORDER BY name"]
        ).outputText
    }

    @Test func `a review opens where the program of before left it, and keeps the place by the same names`() throws {
        let folder = try TestFolder()
        try copy(["r.jsonl"], review: "place", to: folder)
        let before = try place(in: folder)
        #expect(before.contains("place.list|judged\nplace.order|helpfulness\n"))
        let script = """
            expect 7 of 7 items
            expect [judged 1]
            expect by help ▴
            expect filter helpfulness > 0.05
            expect "e" · 1 found
            expect θ safety 0.600
            """
        try folder.write(script + "\n", to: "steps.txt")
        let run = try Redsieve.run(["r.jsonl", "--script", "steps.txt", "--reviewer", "ann"], folder: folder.path)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(try place(in: folder) == before)
    }
}
