import Foundation
import TestSupport
import Testing

/// Man pages, completions and what the manual has from the program: none of them stale.
@Suite struct DocumentTests {
    /// The pages of the manual that have a part from the program.
    private static let generated = ["doc/manual/keys.md", "doc/manual/configuration.md"]

    private static func made() throws -> TestFolder {
        let folder = try TestFolder()
        for page in generated { try folder.write(try Repository.text(of: page), to: page) }
        let run = try Redsieve.run("document", folder.path)
        try #require(run.status == 0, "\(run.errorText)")
        return folder
    }

    @Test func `what is kept in the project is what the program makes`() throws {
        let folder = try Self.made()
        for place in ["share/man/man1", "share/completions"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder(place)).sorted()
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(Redsieve.packageRoot)/\(place)").sorted()
                    == names
            )
            for name in names {
                let kept = FileManager.default.contents(atPath: "\(Redsieve.packageRoot)/\(place)/\(name)")
                #expect(
                    kept == FileManager.default.contents(atPath: folder("\(place)/\(name)")),
                    "\(name): script/documents"
                )
            }
        }
        for page in Self.generated {
            let kept = FileManager.default.contents(atPath: Repository.path(page))
            #expect(kept == FileManager.default.contents(atPath: folder(page)), "\(page): script/documents")
        }
    }

    @Test func `every command of the program has examples in its help, and a page`() throws {
        let help = try Redsieve.run("--help").outputText
        let folder = try Self.made()
        let commands = [
            "review", "score", "select", "summary", "audit", "campaign", "report", "plan", "merge", "verify",
            "evaluation-list", "certify",
            "config",
        ]
        for command in commands {
            #expect(help.contains("  \(command) "))
            #expect(try Redsieve.run(command, "--help").outputText.contains("EXAMPLES:\n"), "\(command)")
            let page = String(decoding: folder.bytes("share/man/man1/redsieve-\(command).1"), as: UTF8.self)
            #expect(page.contains(".SH \"EXAMPLES\""))
        }
        #expect(!help.contains("document"))
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder("share/man/man1"))
        #expect(pages.count == commands.count + 1)
    }

    @Test func `the manual reads as a manual`() throws {
        let folder = try Self.made()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder("share/man/man1")) {
            let run = try RunProgram(
                "/usr/bin/env",
                ["groff", "-man", "-Tutf8", "-ww", folder("share/man/man1/\(name)")]
            )
            // groff is not everywhere; without it there is nothing to hold the page against.
            if run.status == 127 { return }
            #expect(run.status == 0)
            #expect(run.errors.isEmpty, "\(run.errorText)")
        }
    }

    @Test func `shells complete themes, fields of the round, topics, and what options take`() throws {
        let folder = try TestFolder()
        try folder.write("{\"q\": \"p\", \"a\": \"r\", \"rm\": {\"safe\": 1}, \"h\": 1}\n", to: "round.jsonl")
        try folder.write("name = \"night\"", to: "redsieve/themes/night.toml")
        let script = """
            source "$1"
            complete_line() {
                COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9
                COMPREPLY=()
                _redsieve redsieve "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
            }
            echo themes; complete_line redsieve review --theme ""
            echo roles; complete_line redsieve summary "$2" --field sa
            echo formats; complete_line redsieve select --format ""
            echo topics; complete_line redsieve help plain
            """
        let environment = [
            "XDG_CONFIG_HOME": folder.path,
            "PATH": "\(URL(fileURLWithPath: Redsieve.path).deletingLastPathComponent().path):/usr/bin:/bin",
        ]
        let completions = Redsieve.packageRoot + "/share/completions/redsieve.bash"
        let run = try RunProgram(
            "/usr/bin/env",
            ["bash", "-c", script, "bash", completions, folder("round.jsonl")],
            environment: environment
        )
        let parts = run.outputText
        for word in ["night", "high-contrast", "safety=rm.safe", "prompt-completion", "plain-mode"] {
            #expect(parts.contains(word), "\(word) in \(parts) \(run.errorText)")
        }
        let fields = try Redsieve.run(
            [
                "---completion", "summary", "--", "--field", "4", "3", "redsieve", "summary", folder("round.jsonl"),
                "--field", "saf",
            ]
        )
        #expect(fields.outputText.contains("safety=rm.safe"), "\(fields.outputText) \(fields.errorText)")
    }

    /// `review` is meant where no command is named, so a round and its options are offered there too.
    @Test(arguments: ["bash", "fish"]) func `a round is offered without a command's name`(_ shell: String) throws {
        guard (try? RunProgram(shell, ["--version"]))?.status == 0 else { return }
        let folder = try TestFolder()
        try folder.write("{}\n", to: "round-9.jsonl")
        let completions = Redsieve.packageRoot + "/share/completions/redsieve.\(shell)"
        let bash = """
            source "$1"
            for line in "redsieve|" "redsieve|round" "redsieve|a.jsonl|round" "redsieve|a.jsonl|--theme|da"; do
                IFS='|' read -r -a COMP_WORDS <<< "$line|"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
                _redsieve redsieve "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                echo "[$line] ${COMPREPLY[*]}"
            done
            """
        let fish = """
            source $argv[1]
            for line in "redsieve " "redsieve round" "redsieve a.jsonl round"; echo "[$line]" (complete -C "$line" | cut -f1); end
            """
        let run = try RunProgram(
            "/usr/bin/env",
            shell == "bash"
                ? ["bash", "-c", bash, "bash", completions] : ["fish", "--no-config", "-c", fish, completions],
            environment: [
                "XDG_CONFIG_HOME": folder.path, "HOME": folder.path,
                "PATH": "\(URL(fileURLWithPath: Redsieve.path).deletingLastPathComponent().path):/usr/bin:/bin",
            ],
            folder: folder.path
        )
        let lines = run.outputText.split(separator: "\n")
        #expect(lines.count == (shell == "bash" ? 4 : 3), "\(run.outputText) \(run.errorText)")
        #expect(lines.prefix(3).allSatisfy { $0.contains("round-9.jsonl") }, "\(run.outputText) \(run.errorText)")
        #expect(lines.first?.contains("summary") == true)
        if shell == "bash" { #expect(lines.last?.contains("dark") == true, "\(run.outputText)") }
    }

    @Test func `install puts everything where it is looked for`() throws {
        let folder = try TestFolder()
        let script = Redsieve.packageRoot + "/script/install"
        let run = try RunProgram(
            "/usr/bin/env",
            ["bash", script, "--prefix", folder("to"), "--program", Redsieve.path]
        )
        try #require(run.status == 0, "\(run.errorText)")
        for name in [
            "bin/redsieve", "share/redsieve/themes/dark.toml", "share/redsieve/manual/keys.md",
            "share/man/man1/redsieve.1",
            "share/man/man1/redsieve-select.1", "share/bash-completion/completions/redsieve",
            "share/zsh/site-functions/_redsieve", "share/fish/vendor_completions.d/redsieve.fish",
        ] {
            #expect(FileManager.default.fileExists(atPath: folder("to/\(name)")), "\(name)")
        }
        // The installed program finds its own manual and themes.
        let page = try RunProgram(folder("to/bin/redsieve"), ["help", "keys"], environment: Redsieve.environment)
        #expect(page.status == 0 && page.outputText.contains("threshold.step-up"), "\(page.errorText)")
        try folder.write("theme = \"light\"\n", to: "c.toml")
        let check = try RunProgram(
            folder("to/bin/redsieve"),
            ["config", "--config", folder("c.toml")],
            environment: Redsieve.environment
        )
        #expect(check.status == 0, "\(check.errorText)")
        let wrong = try RunProgram("/usr/bin/env", ["bash", script, "--nonsense"])
        #expect(wrong.status == 64)
    }

    @Test func `a hint greets who is new, once`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "round.jsonl")
        let arguments = [folder("round.jsonl"), "--review", folder("r.review")]
        let first = try Redsieve.open(arguments, environment: ["XDG_STATE_HOME": folder("state")])
        // The card of the first start goes with any key, which does nothing else.
        try first.waitFor("what is on this screen")
        first.send("x")
        try first.waitFor("no card") {
            !$0.contains("what is on this screen") && $0.contains("New here? Press ? for help")
        }
        first.send(":")
        try first.waitFor("threshold.choose-adv")
        first.send("\u{07}")
        try first.waitFor("no hint") { !$0.contains("New here?") && $0.contains("? help") }
        first.send("q")
        try first.waitForExit()
        let second = try Redsieve.open(arguments, environment: ["XDG_STATE_HOME": folder("state")])
        try second.waitFor("a loaded round") { $0.contains("? help") }
        second.send("q")
        try second.waitForExit()
        #expect(!String(decoding: second.raw, as: UTF8.self).contains("New here?"))
        #expect(!String(decoding: second.raw, as: UTF8.self).contains("on this screen"))
    }

    @Test func `the configuration leaves the card of the first start out`() throws {
        let folder = try TestFolder()
        try folder.write(Rows.three, to: "round.jsonl")
        try folder.write("introduction = false\n", to: "config.toml")
        let terminal = try Redsieve.open(
            [folder("round.jsonl"), "--review", folder("r.review"), "--config", folder("config.toml")],
            environment: ["XDG_STATE_HOME": folder("state")]
        )
        try terminal.waitFor("New here? Press ? for help")
        terminal.send("q")
        try terminal.waitForExit()
        #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("on this screen"))
    }
}
