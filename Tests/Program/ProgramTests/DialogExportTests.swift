import TestSupport
import Testing

/// What the dialog of the export writes is what `select` writes with the same choices, byte for byte, and `verify` makes it again.
struct DialogExportTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// What is answered to the dialog, a line each.
        let lines: [String]
        /// What `select` is told.
        let options: [String]
        /// What `verify` needs beside the round.
        var files: [String] = []
        var testDescription: String { name }
    }

    private static let card = """
        name = "Trials"
        license = "CC-BY-4.0"
        url = "https://example.org/trials"
        date = 2026-11-30
        [[creator]]
        name = "Ann"
        """

    @Test(arguments: [
        Case(
            name: "rows, the best of a prompt",
            lines: ["format rows", "per-prompt best", "best-by ranks"],
            options: ["--format", "rows", "--per-prompt", "best", "--best-by", "ranks"]
        ),
        Case(
            name: "one at random, another template",
            lines: [
                "format prompt-completion", "per-prompt random", "seed 7", "template Now {prompt} again",
                "dataset-info yes",
            ],
            options: [
                "--format", "prompt-completion", "--per-prompt", "random", "--seed", "7", "--attack-template",
                "Now {prompt} again", "--dataset-info",
            ]
        ),
        Case(
            name: "pairs with everything on",
            lines: [
                "format preference", "per-prompt best", "best-by safety", "rejected weaker", "margin 0.05", "pairs 3",
                "evaluation test.txt", "leaks left out", "seen before.jsonl", "seen-prompts left out", "near 0.7",
                "card card.toml", "dataset-info yes",
            ],
            options: [
                "--format", "preference", "--per-prompt", "best", "--best-by", "safety", "--rejected", "weaker",
                "--margin",
                "0.05", "--pairs-per-prompt", "3", "--evaluation", "test.txt", "--drop-evaluation", "--seen",
                "before.jsonl", "--drop-seen", "--near", "0.7", "--card", "card.toml", "--dataset-info",
            ],
            files: ["--evaluation", "test.txt", "--seen", "before.jsonl"]
        ),
        Case(
            name: "labels against a list of digests",
            lines: ["format unpaired", "rejected weaker", "evaluation-list test.list", "leaks left out"],
            options: [
                "--format", "unpaired", "--rejected", "weaker", "--evaluation-list", "test.list", "--drop-evaluation",
            ],
            files: ["--evaluation-list", "test.list"]
        ),
        Case(
            name: "choices that play no part in the format that was chosen last",
            lines: [
                "format preference", "margin 0.5", "pairs 2", "dataset-info yes", "template Ask {prompt}",
                "rejected weaker",
                "per-prompt random", "seed 3", "per-prompt all", "split ignored", "format rows",
            ],
            options: ["--ignore-split"]
        ),
    ])
    func `the dialog and select write the same bytes, which verify makes again`(_ choice: Case) throws {
        let folder = try TestFolder()
        let round = try folder.write(TestFolder.read(Redsieve.sample), to: "round-2.jsonl")
        let rows = folder.text("round-2.jsonl").split(separator: "\n")
        let prompts = rows.prefix(20).compactMap { row in
            row.split(separator: #""prompt":""#, maxSplits: 1).last?.split(separator: "\"").first.map(String.init)
        }
        _ = try folder.write(prompts.joined(separator: "\n") + "\n", to: "test.txt")
        let before = rows.dropFirst(300).prefix(50).joined(separator: "\n")
        _ = try folder.write(before + "\n", to: "before.jsonl")
        _ = try folder.write(Self.card, to: "card.toml")
        #expect(try Redsieve.run(["evaluation-list", "test.txt", "-o", "test.list"], folder: folder.path).status == 0)

        let lines = ["export screen"] + choice.lines + ["confirm", "quit"]
        let plain = try Redsieve.run(
            [round, "--no-review", "--plain"],
            input: Array((lines.joined(separator: "\n") + "\n").utf8),
            folder: folder.path
        )
        #expect(plain.status == 0 && plain.errors.isEmpty, "\(plain.errorText)\(plain.outputText)")
        let select = try Redsieve.run(
            ["select", round, "--no-review", "-o", "select"] + choice.options,
            folder: folder.path
        )
        #expect(select.status == 0, "\(select.errorText)")
        let names = folder.entries(of: "select")
        #expect(folder.entries(of: "screen") == names, "\(plain.outputText)")
        for name in names { #expect(folder.bytes("screen/\(name)") == folder.bytes("select/\(name)"), "\(name)") }
        let verify = try Redsieve.run(["verify", "screen", "--round", round] + choice.files, folder: folder.path)
        #expect(verify.status == 0, "\(verify.errorText)")
    }

    @Test func `an evaluation prompt in the sets is told in the dialog, and nothing is written until it is left out`()
        throws
    {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round-2.jsonl")
        _ = try folder.write("HOW DO I bake bread?\n", to: "test.txt")
        let lines = ["export out", "evaluation test.txt", "confirm", "leaks left out", "confirm", "quit"]
        let run = try Redsieve.run(
            [round, "--no-review", "--plain"],
            input: Array((lines.joined(separator: "\n") + "\n").utf8),
            folder: folder.path
        )
        #expect(run.outputText.contains("the training sets would hold 1 evaluation prompt"))
        #expect(run.outputText.contains("excluded.jsonl: 1 row left out, and why"))
        #expect(run.outputText.contains("adversarial.jsonl: 1 adversarial prompt"))
        #expect(folder.text("out/accepted.jsonl").isEmpty)
        #expect(folder.lines("out/excluded.jsonl").count == 1)
    }
}
