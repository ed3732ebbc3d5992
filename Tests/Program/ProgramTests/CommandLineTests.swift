import RoundModel
import TestSupport
import Testing

/// How arguments are taken.
struct CommandLineTests {
    struct Usage: CustomTestStringConvertible, Sendable {
        let name: String
        let arguments: [String]
        let says: [String]
        var testDescription: String { name }
    }

    static let wrong: [Usage] = [
        Usage(name: "no round", arguments: ["summary"], says: ["round"]),
        Usage(name: "nothing at all", arguments: [], says: ["round"]),
        Usage(
            name: "θ is a word",
            arguments: ["summary", "R", "--theta-adv", "half"],
            says: ["half", "not a number"]
        ),
        Usage(
            name: "θ is nan",
            arguments: ["summary", "R", "--theta-safety", "nan"],
            says: ["nan", "--theta-safety"]
        ),
        Usage(
            name: "θ is NaN in select",
            arguments: ["select", "R", "--theta-help", "NaN", "--out", "D"],
            says: ["NaN"]
        ),
        Usage(name: "θ is inf", arguments: ["summary", "R", "--theta-adv", "inf"], says: ["inf", "not finite"]),
        Usage(name: "θ is -inf", arguments: ["summary", "R", "--theta-adv", "-inf"], says: ["-inf", "not finite"]),
        Usage(name: "θ is too large", arguments: ["summary", "R", "--theta-adv", "1e999"], says: ["1e999"]),
        Usage(name: "θ is hexadecimal", arguments: ["summary", "R", "--theta-adv", "0x1p3"], says: ["0x1p3"]),
        Usage(name: "θ has a comma", arguments: ["summary", "R", "--theta-adv", "0,5"], says: ["0,5", "point"]),
        Usage(name: "θ is empty", arguments: ["summary", "R", "--theta-adv", ""], says: ["--theta-adv"]),
        Usage(name: "θ is left out", arguments: ["summary", "R", "--theta-adv"], says: ["--theta-adv"]),
        Usage(name: "wrong θ for the screen", arguments: ["R", "--theta-adv", "x"], says: ["\"x\"", "not a number"]),
        Usage(name: "unknown option", arguments: ["summary", "R", "--thetaadv", "1"], says: ["--thetaadv"]),
        Usage(name: "option with escapes", arguments: ["summary", "R", "--x\u{1B}[31m"], says: ["--x␛[31m"]),
        Usage(name: "θ with escapes", arguments: ["summary", "R", "--theta-adv", "\u{1B}]0;t\u{7}"], says: ["␛]0;t␇"]),
        Usage(name: "θ with bidi", arguments: ["summary", "R", "--theta-adv", "\u{202E}1"], says: ["⟨U+202E⟩1"]),
        Usage(
            name: "role that is none",
            arguments: ["summary", "R", "--field", "saftey=x"],
            says: ["saftey", "safety"]
        ),
        Usage(name: "field without a path", arguments: ["summary", "R", "--field", "safety="], says: ["safety="]),
        Usage(name: "field without =", arguments: ["summary", "R", "--field", "safety"], says: ["role=path"]),
        Usage(
            name: "field twice",
            arguments: ["summary", "R", "--field", "safety=a", "--field", "safety=b"],
            says: ["safety", "twice"]
        ),
        Usage(
            name: "score that is none",
            arguments: ["summary", "R", "--lower-is-better", "x"],
            says: ["helpfulness"]
        ),
        Usage(name: "standard input twice", arguments: ["summary", "-", "-"], says: ["standard input"]),
        Usage(name: "select without --out", arguments: ["select", "R"], says: ["--out"]),
        Usage(name: "select into nothing", arguments: ["select", "R", "--out", ""], says: ["--out"]),
        Usage(
            name: "format that is none",
            arguments: ["select", "R", "--out", "D", "--format", "x"],
            says: ["messages"]
        ),
    ]

    @Test(arguments: wrong) func `wrong usage`(_ usage: Usage) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let arguments = usage.arguments.map { $0 == "R" ? round : $0 == "D" ? folder("out") : $0 }
        expectRefusal(try Redsieve.run(arguments), status: 64, says: usage.says)
        #expect(folder.entries == ["round.jsonl"])
    }

    @Test(arguments: [
        ["summary", "R", "--json", "--theta-adv", "-3.25"], ["summary", "--theta-adv=-3.25", "R", "--json"],
        ["--theta-adv", "-3.25", "summary", "R", "--json"], ["--json", "summary", "--theta-adv", "-3.25", "R"],
        ["--theta-adv=-3.25", "summary", "--json", "R"], ["summary", "R", "--json", "--theta-adv", " -3.25 "],
    ])
    func `thresholds stand anywhere`(_ arguments: [String]) throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let run = try Redsieve.run(arguments.map { $0 == "R" ? round : $0 })
        try #require(run.status == 0, "\(run.errorText)")
        let summary = try Summary(run.output)
        #expect(summary.number("thresholds.adv") == -3.25)
        #expect(summary.number("thresholds.safety") == 0.8)
        #expect(summary.buckets == [0, 1, 2])
    }

    /// A round may be called what a command is called, and so may an option's value.
    @Test func `names of commands can be names of files`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "select")
        let run = try Redsieve.run(["summary", "select", "--json"], folder: folder.path)
        try #require(run.status == 0, "\(run.errorText)")
        #expect(try Summary(run.output).text("round.name") == "select")
        let exported = try Redsieve.run(["--out", "summary", "select", "./select"], folder: folder.path)
        #expect(exported.status == 0, "\(exported.errorText)")
        #expect(folder.entries(of: "summary").contains("manifest.json"))
    }

    /// A file's name may begin with a hyphen.
    @Test func `names after two hyphens are names`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "--json")
        let run = try Redsieve.run(["summary", "--json", "--", "--json"], folder: folder.path)
        try #require(run.status == 0, "\(run.errorText)")
        #expect(try Summary(run.output).text("round.name") == "--json")
    }

    @Test(arguments: [["--help"], ["-h"], ["select", "--help"], ["summary", "--help"], ["review", "--help"]])
    func `help is a result`(_ arguments: [String]) throws {
        let run = try Redsieve.run(arguments)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.outputText.contains("USAGE: redsieve"))
        #expect(controls(in: run.output) == [])
    }

    @Test(arguments: ["1", "5", "13", "-7", "0", "99999999999999999999", "x"]) func `help fits no width worse`(
        _ columns: String
    ) throws {
        let run = try Redsieve.run(["select", "--help"], environment: ["COLUMNS": columns])
        #expect(run.status == 0)
        #expect(run.outputText.contains("USAGE: redsieve") && run.outputText.contains("EXAMPLES:"), "\(run.errorText)")
        let terminal = try Redsieve.open(["select", "--help"], columns: 5, rows: 50)
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(!terminal.raw.isEmpty)
    }

    @Test func `the version is that of the manifest`() throws {
        let folder = try TestFolder()
        let round = try folder.write(Rows.three, to: "round.jsonl")
        let version = try Redsieve.run("--version")
        #expect(version.status == 0)
        #expect(try Redsieve.run("select", round, "--out", folder("out")).status == 0)
        let manifest = try Summary(folder.bytes("out/manifest.json"))
        #expect(version.outputText == "redsieve \(manifest.text("program.version") ?? "") (development build)\n")
    }
}
