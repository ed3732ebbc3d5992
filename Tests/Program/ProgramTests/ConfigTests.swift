import TestSupport
import Testing

/// What a configuration does to the program, and what a broken one does.
@Suite struct ConfigTests {
    private func folder(_ configuration: String) throws -> TestFolder {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "round.jsonl")
        try folder.write(configuration, to: "redsieve/config.toml")
        return folder
    }

    private func run(_ folder: TestFolder, _ arguments: String...) throws -> RunProgram {
        try Redsieve.run(
            arguments.map { $0 == "R" ? folder("round.jsonl") : $0 },
            environment: ["XDG_CONFIG_HOME": folder.path]
        )
    }

    @Test func `all that is wrong is told at once`() throws {
        let folder = try TestFolder()
        let config = try folder.write("mouse = 3\n[thresholds]\nsafty = 1\n[plot]\naxes = \"log\"\n", to: "c.toml")
        for arguments in [["config"], ["summary", Redsieve.sample]] {
            let run = try Redsieve.run(arguments + ["--config", config])
            #expect(run.status == 65)
            let lines = run.errorText.split(separator: "\n").filter { $0.contains("c.toml:") }
            #expect(lines.count == 3, "\(run.errorText)")
            for (line, place) in zip(lines, ["c.toml:1:9: ", "c.toml:3:1: ", "c.toml:5:8: "]) {
                #expect(line.contains(place), "\(line)")
            }
            #expect(run.output.isEmpty)
        }
    }

    @Test func `thresholds come from the command line, else the configuration, else the data`() throws {
        let folder = try folder("[thresholds]\nadv = 0.25\nsafety = 0.75\n")
        let summary = try Summary(run(folder, "summary", "R", "--json", "--theta-safety", "0.7").output)
        #expect(summary.number("thresholds.adv") == 0.25)
        #expect(summary.number("thresholds.safety") == 0.7)
        #expect(summary.number("thresholds.help") == 0.4)
    }

    @Test func `the screen opens where the review was left, and else where the configuration says`() throws {
        let folder = try folder("[thresholds]\nadv = 0.25\nsafety = 0.75\n[steps]\nsafety = 0.25\n")
        let arguments = [folder("round.jsonl"), "--review", folder("r.review")]
        let environment = ["XDG_CONFIG_HOME": folder.path]
        let first = try Redsieve.openLoaded(arguments, environment: environment)
        try first.waitFor("the configured ones") { $0.contains("0.25") && $0.contains("0.75") }
        first.press(.right)
        try first.waitFor("a step of a quarter") { $0.contains("0.75 → 1.00") }
        first.send("q")
        #expect(try first.waitForExit() == .exited(0))
        let again = try Redsieve.openLoaded(arguments, environment: environment)
        try again.waitFor("the review's own") { $0.lines.contains { $0.contains("safety") && $0.contains("1.00") } }
        again.send("q")
        try again.waitForExit()
    }

    @Test func `fields are found by configured names, the first that is there`() throws {
        let folder = try folder("[fields]\nsafety = [\"nowhere\", \"rm.tox\"]\nprompt = \"text\"\n")
        try folder.write(
            "{\"text\": \"p\", \"prompt\": \"no\", \"response\": \"r\", \"safety\": 1, \"rm\": {\"tox\": 0.25}, \"helpful\": 1}\n",
            to: "named.jsonl"
        )
        let summary = try Summary(run(folder, "summary", folder("named.jsonl"), "--json").output)
        #expect(summary.text("round.fields.safety") == "rm.tox")
        #expect(summary.text("round.fields.prompt") == "text")
        let other = try run(folder, "summary", folder("named.jsonl"), "--json", "--field", "safety=safety")
        #expect(try Summary(other.output).text("round.fields.safety") == "safety")
    }

    @Test func `keys can be exchanged, and help and hints follow`() throws {
        let folder = try folder("[keys]\nscreen.quit = [\"%\"]\nscreen.help = [\"F1\"]\n")
        let terminal = try Redsieve.open([folder("round.jsonl")], environment: ["XDG_CONFIG_HOME": folder.path])
        try terminal.waitFor("% leave")
        terminal.send("q")
        try terminal.waitFor("q does nothing here; F1 lists the keys")
        terminal.send("%")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
        ("theme = 3\n", "config.toml:1:9: \"theme\" must be"), ("a b\n", "config.toml:1:"),
        ("[#\n", "config.toml:1:2: not TOML: the name of a table is missing behind ["),
        ("\nreviwer = \"x\"\n", "config.toml:2:1: unknown key \"reviwer\"; did you mean \"reviewer\"?"),
        ("[keys]\nscreen.quit = \"x\"\n", "config.toml:2:15: \"screen.quit\": x is already bound to verdict.unsafe"),
    ]) func `a broken one is an error of every command that reads it`(_ text: String, _ message: String) throws {
        let folder = try folder(text)
        let commands = [
            ["R"], ["summary", "R"], ["select", "R", "--out", "x"], ["audit", "R"], ["report", "R", "-o", "x"],
            ["config"],
        ]
        for arguments in commands {
            let run = try Redsieve.run(
                arguments.map { $0 == "R" ? folder("round.jsonl") : $0 },
                environment: ["XDG_CONFIG_HOME": folder.path],
                folder: folder.path
            )
            expectRefusal(run, status: 65, says: [message])
        }
    }

    @Test func `what another part of the program cannot use is told with its line`() throws {
        let theme = try folder("theme = \"pink\"\n")
        expectRefusal(try run(theme, "R"), status: 65, says: ["config.toml:1: ", "pink"])
        let reviewer = try folder("\nreviewer = \"\\u001b[31m\"\n")
        expectRefusal(try run(reviewer, "R"), status: 65, says: ["config.toml:2: "])
    }

    @Test func `--config goes before the usual place, and must be there`() throws {
        let folder = try folder("nonsense\n")
        try folder.write("[thresholds]\nadv = 0.125\n", to: "mine.toml")
        let run = try run(folder, "summary", "R", "--json", "--config", folder("mine.toml"))
        #expect(try Summary(run.output).number("thresholds.adv") == 0.125)
        expectRefusal(
            try self.run(folder, "summary", "R", "--config", folder("none.toml")),
            status: 66,
            says: ["none.toml", "cannot be read"]
        )
    }

    @Test func `config checks a file, or says that there is none`() throws {
        let folder = try folder("[keys]\nscreen.quit = [\"%\"]\n")
        #expect(try run(folder, "config").outputText.contains("config.toml is valid; 1 command has other keys"))
        #expect(try Redsieve.run("config").outputText.contains("does not exist; the defaults apply"))
        let defaults = try Redsieve.run("config", "--defaults")
        try folder.write(defaults.output, to: "defaults.toml")
        #expect(try run(folder, "config", "--config", folder("defaults.toml")).outputText.contains("is valid\n"))
    }

    @Test func `a log tells what was said, and holds no text of the round`() throws {
        let folder = try folder("")
        let terminal = try Redsieve.openLoaded(
            [folder("round.jsonl"), "--log", folder("log")],
            environment: ["XDG_CONFIG_HOME": folder.path]
        )
        terminal.send("=0.7\r")
        try terminal.waitFor("θ safety 0.80 → 0.70")
        terminal.send("q")
        try terminal.waitForExit()
        let lines = String(decoding: folder.bytes("log"), as: UTF8.self).split(separator: "\n")
        #expect(lines.contains { $0.contains(" info redsieve 0.") })
        #expect(lines.contains { $0.hasSuffix("round.jsonl: 3 items, whole") })
        #expect(lines.contains { $0.contains("info done: θ safety 0.80 → 0.70") })
        #expect(lines.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [a-z]+ .*/) != nil })
        expectRefusal(try run(folder, "R", "--log", "/nonexistent/log"), status: 73, says: ["no log can be written"])
    }
}
