import TestSupport
import Testing

/// What somebody meant by a word that does not exist.
struct MistypedTests {
    struct Typed: CustomTestStringConvertible, Sendable {
        let words: [String]
        let says: [String]
        var testDescription: String { words.joined(separator: " ") }

        init(_ words: String, _ says: String...) {
            self.words = words.split(separator: " ").map(String.init)
            self.says = says
        }
    }

    @Test(arguments: [
        Typed("summry R", "summry is neither a command nor a file", "did you mean \"summary\"?"),
        Typed("raport R", "\"report\""), Typed("Select R -o D", "\"select\""), Typed("verfy D", "\"verify\""),
        Typed("summry R --json", "\"summary\""), Typed("--theta-adv 0.3 slect R -o D", "\"select\""),
        Typed("halp", "\"help\""),
        Typed("summary R --jsno", "summary has no option --jsno", "did you mean \"--json\"?"),
        Typed("report R --outptu x", "\"--output\""), Typed("report R --html x", "report has no option --html"),
        Typed("select R --theta-saftey 0.3", "\"--theta-safety\""), Typed("R --plian", "\"--plain\""),
        Typed("R --json", "review has no option --json", "summary, audit, campaign, certify"),
        Typed("select R --format mesages -o D", "did you mean \"messages\"?"),
        Typed("summary R --field promt=x", "did you mean \"prompt\"?"),
        Typed("summary R --lower-is-better saftey", "did you mean \"safety\"?"),
    ]) func `the nearest right one is named`(_ typed: Typed) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run(typed.words.map { $0 == "R" ? round : $0 == "D" ? folder("out") : $0 })
        expectRefusal(run, status: 64, says: typed.says)
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test func `a theme that is not there names the one that is`() throws {
        expectRefusal(
            try Redsieve.run(Redsieve.sample, "--theme", "drak"),
            status: 65,
            says: ["did you mean \"dark\"?"]
        )
    }

    @Test func `a file is a file, whatever it is called`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "summry")
        let run = try Redsieve.run(["summry", "--plain", "--no-review"], folder: folder.path)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.hasPrefix("summry: 3 items"))
    }

    @Test(arguments: ["round-3.json", "out/round", "nothing-like-a-command"])
    func `what is not near to a command is a file that is missing`(_ name: String) throws {
        expectRefusal(try Redsieve.run(name, "--plain"), status: 66, says: [name, "no such file"])
    }

    /// An option's value is not the command.
    @Test(arguments: [
        ["--within", "0.02"], ["--by", "category"], ["--against", "select"], ["--against-review", "merge"],
    ])
    func `options with values may stand before the command`(_ option: [String]) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run(option + ["audit", round], folder: folder.path)
        // There is no review: what the audit says, and nobody else.
        #expect([64, 66].contains(run.status), "\(run.errorText)")
        #expect(run.errorText.contains("review") && !run.errorText.contains("audit: no such"), "\(run.errorText)")
    }
}
