import TestSupport
import Testing

/// `redsieve plan`: what its job does not do is refused by name.
struct PlanCommandTests {
    private static let foreign = [
        ["--evaluation", "test.txt"], ["--evaluation-list", "test.list"], ["--seen", "before.jsonl"],
        ["--near", "0.7"],
        ["--ignore-split"], ["--drop-evaluation"], ["--drop-seen"], ["--per-prompt", "best"], ["--best-by", "ranks"],
        ["--format", "messages"], ["--rejected", "weaker"], ["--margin", "-1"], ["--pairs-per-prompt", "2"],
        ["--attack-template", "{prompt}"], ["--card", "card.toml"], ["--dataset-info"], ["--allow-empty"],
    ]

    @Test(arguments: foreign) func `what select alone does is refused by name, and nothing is made`(_ option: [String])
        throws
    {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run(["plan", round, "-o", folder("plan")] + option)
        #expect(run.status == 64)
        #expect(run.errorText.contains("\(option[0]) is no option of plan"), "\(run.errorText)")
        #expect(run.errorText.contains("redsieve select does that"))
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test func `none of these is offered`() throws {
        let help = try Redsieve.run("plan", "--help").outputText
        for option in Self.foreign { #expect(!help.contains("\(option[0]) "), "\(option[0])") }
    }
}
