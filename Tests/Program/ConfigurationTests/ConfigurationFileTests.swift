import CLibrary
import Configuration
import DensityPlot
import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@Suite struct ConfigurationFileTests {
    private func parse(_ text: String) throws(ConfigurationProblems) -> Configuration {
        try Configuration.parse(text, file: "c.toml")
    }

    @Test func `everything that can be set is taken`() throws {
        let configuration = try parse(
            """
            theme = "dark"
            reviewer = "ann"
            clipboard = ["clip", "--in", ""]
            overlap = 0.25
            [thresholds]
            adv = -3.25
            help = 1
            [steps]
            safety = 0.025
            helpfulness = 2
            [fields]
            safety = ["toxicity", "scores.safety"]
            prompt = "text"
            [plot]
            axes = "quantile"
            colours = "category"
            [keys]
            threshold.step-up = ["l", "Ctrl-N"]
            "screen.quit" = "%"
            """
        )
        #expect(configuration.scale == .quantile && configuration.colouring == .field("category"))
        #expect(configuration.theme?.value == "dark" && configuration.theme?.origin == "c.toml:1")
        #expect(configuration.reviewer?.value == "ann")
        #expect(configuration.clipboard == ["clip", "--in", ""] && configuration.overlap == 0.25)
        #expect(configuration.thresholds == ThresholdDefaults(adv: -3.25, help: 1))
        #expect(configuration.steps[.safety] == ThresholdStep(digit: 25, exponent: -3))
        #expect(configuration.steps[.safety]?.move(0.5, by: 3) == 0.575)
        #expect(configuration.steps[.helpfulness]?.move(1.5, by: -1) == -0.5)
        #expect(configuration.aliases == [.safety: ["toxicity", "scores.safety"], .prompt: ["text"]])
        #expect(configuration.table.entry(of: .stepUp)?.keys == [.character("l"), .control("n")])
        #expect(configuration.table.key(of: .quit) == .character("%"))
        #expect(configuration.table.key(of: .stepDown) == KeyPress(.left))
    }

    @Test(arguments: ["", "# nothing\n", "[keys]\n[fields]\n"]) func `what says nothing changes nothing`(_ text: String)
        throws
    {
        let configuration = try parse(text)
        #expect(configuration.theme == nil)
        #expect(configuration.table.entries.map(\.keys) == CommandTable.entries.map(\.keys))
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var text: String
        var message: String
        var testDescription: String { message }
        init(_ text: String, _ message: String) {
            self.text = text
            self.message = message
        }
    }

    @Test(arguments: [
        Broken("theme = dark\n", "c.toml:1:"),
        Broken("\n\ntehme = \"dark\"\n", "c.toml:3:1: unknown key \"tehme\"; did you mean \"theme\"?"),
        Broken("colour = 1\n", "expected one of theme, reviewer"),
        Broken("theme = 3\n", "c.toml:1:9: \"theme\" must be a text in quotes"),
        Broken("reviewer = \"\"\n", "c.toml:1:12: \"reviewer\" must be"),
        Broken("clipbord = []\n", "c.toml:1:1: unknown key \"clipbord\"; did you mean \"clipboard\"?"),
        Broken(
            "\nclipboard = \"xclip -in\"\n",
            "c.toml:2:13: \"clipboard\" must be a list of the command and its arguments"
        ),
        Broken("clipboard = [\"xclip\", 3]\n", "c.toml:1:13: \"clipboard\" must be a list"),
        Broken("clipboard = [\"\"]\n", "c.toml:1:13: \"clipboard\" must be a list"),
        Broken("overlap = 1.5\n", "c.toml:1:11: \"overlap\" must be a share from 0 to 1"),
        Broken("overlap = nan\n", "c.toml:1:11: \"overlap\" must be a share"),
        Broken("overlap = \"0.1\"\n", "c.toml:1:11: \"overlap\" must be a share"),
        Broken("overlaps = 0.1\n", "c.toml:1:1: unknown key \"overlaps\"; did you mean \"overlap\"?"),
        Broken("thresholds = 0.5\n", "c.toml:1:14: \"thresholds\" must be a table"),
        Broken("[thresholds]\n\nsafty = 0.5\n", "c.toml:3:1: unknown key \"safty\"; did you mean \"safety\"?"),
        Broken("[thresholds]\nadv = \"0.5\"\n", "c.toml:2:7: \"adv\" must be a finite number"),
        Broken("[thresholds]\nadv = nan\n", "c.toml:2:7: \"adv\" must be a finite number"),
        Broken("[thresholds]\nadv = inf\n", "c.toml:2:7: \"adv\" must be"),
        Broken("[steps]\nsafety = 0\n", "c.toml:2:10: \"safety\" must be a step over 0"),
        Broken("[steps]\nsafety = -0.1\n", "c.toml:2:10: \"safety\" must be a step over 0"),
        Broken("[steps]\nhelps = 0.1\n", "c.toml:2:1: unknown key \"helps\"; expected one of safety, helpfulness"),
        Broken("[fields]\nsaftey = []\n", "c.toml:2:1: unknown key \"saftey\"; did you mean \"safety\"?"),
        Broken("[fields]\nsafety = [1]\n", "c.toml:2:10: \"safety\" must be a list of names"),
        Broken("[keys]\nthreshold.step-pu = [\"x\"]\n", "c.toml:2:1: unknown key \"threshold.step-pu\"; did you mean"),
        Broken("[keys]\n\"screen.quit\" = 3\n", "c.toml:2:17: \"screen.quit\" must be a list of keys"),
        Broken("[keys]\n\"screen.quit\" = [\"Ctrl-I\"]\n", "c.toml:2:17: \"Ctrl-I\" of \"screen.quit\" is not a key"),
        Broken("[keys]\n\"screen.quit\" = [\"hyper\"]\n", "c.toml:2:17: \"hyper\" of"),
        Broken(
            "[keys]\n\n\"screen.quit\" = [\"x\"]\n",
            "c.toml:3:17: \"screen.quit\": x is already bound to verdict.unsafe"
        ),
        Broken("[keys]\n\"screen.quit\" = [\"Ctrl-C\"]\n", "already bound to screen.interrupt"),
        Broken(
            "[keys]\n\"screen.redraw\" = [\"W\"]\n",
            "c.toml:2:19: W cannot be bound to \"screen.redraw\": it types"
        ),
        Broken("[keys]\n\"dialog.cancel\" = [\"Left\"]\n", "it types or edits"),
        // What was written is what is named.
        Broken(
            "# c\n[keys]\n\n\"export.format\" = [\"Down\"]\n",
            "c.toml:4:19: \"export.format\": ↓ is already bound to"
        ),
        Broken(
            "[keys]\n\"export.format\" = [\"x\"]\n",
            "c.toml:2:19: x cannot be bound to \"export.format\": it types"
        ),
    ]) func `what is broken is told with file, line and the nearest right name`(_ broken: Broken) {
        do {
            _ = try parse(broken.text)
            Issue.record("taken")
        } catch {
            #expect(error.messages.count == 1)
            #expect(error.messages[0].contains(broken.message), "\(error.messages)")
            #expect(error.messages[0].hasPrefix("c.toml:"))
            #expect(error.exitStatus == 65)
        }
    }

    @Test func `all that is wrong is told at once, in the order of the file, each with line and column`() {
        let text = """
            tehme = "dark"
            overlap = 3
            [thresholds]
              adv = "low"
            safty = 0.5
            [plot]
            axes = "linaer"
            [keys]
            "screen.quit" = ["hyper", "x"]
            "screen.redraw" = [ "W" ]
            nonsense = []
            """
        do {
            _ = try parse(text)
            Issue.record("taken")
        } catch {
            let starts = [
                "c.toml:1:1: unknown key \"tehme\"; did you mean \"theme\"?",
                "c.toml:2:11: \"overlap\" must be a share",
                "c.toml:4:9: \"adv\" must be a finite number", "c.toml:5:1: unknown key \"safty\"",
                "c.toml:7:8: \"axes\" must be one of", "c.toml:9:17: \"hyper\"",
                "c.toml:9:17: \"screen.quit\": x is already",
                "c.toml:10:19: W cannot be bound", "c.toml:11:1: unknown key \"nonsense\"",
            ]
            #expect(error.messages.count == starts.count, "\(error.messages)")
            for (message, start) in zip(error.messages, starts) { #expect(message.hasPrefix(start), "\(message)") }
            #expect(error.messages[4].hasSuffix("did you mean \"linear\"?"), "\(error.messages[4])")
            #expect(error.exitStatus == 65)
        }
    }

    @Test func `an old name of a command still has its keys, and the new names are told`() throws {
        let configuration = try parse(
            "[keys]\n\"queue.blind\" = [\"Ctrl-O\"]\n\"export.format\" = [\"Ctrl-X\", \"Tab\"]\n"
        )
        let table = configuration.table
        for command in [
            Command.exportFormat, .complete, .searchExpression, .nextField, .otherItem, .otherPlan, .helpScope,
        ] {
            #expect(table.entry(of: command)?.keys == [.control("x"), KeyPress(.tab)], "\(command.rawValue)")
        }
        // A new name goes before an old one.
        #expect(table.entry(of: .toggleBlind)?.keys == [.control("o")])
        #expect(configuration.notices.count == 1)
        #expect(configuration.notices.first?.hasPrefix("c.toml:3: export.format is an old name") == true)
        #expect(configuration.notices.first?.contains("queue.blind") == true)
        #expect(try parse("[keys]\n\"export.next-format\" = []\n").notices.isEmpty)
    }

    @Test func `two commands can exchange their keys`() throws {
        let configuration = try parse("[keys]\n\"screen.quit\" = \"x\"\n\"verdict.unsafe\" = \"q\"\n")
        let keys = KeyMap(configuration.table)
        let state = ReviewState(name: "r")
        guard case .command(.quit)? = keys.action(for: .character("x"), in: state),
            case .command(.callUnsafe)? = keys.action(for: .character("q"), in: state)
        else {
            Issue.record("not exchanged")
            return
        }
    }

    @Test func `what is no configuration is told with its name`() throws {
        let folder = try TestFolder()
        try folder.makeFolder("folder.toml")
        mkfifo(folder("pipe.toml"), 0o600)
        try folder.write([0xFF, 0xFE, 0x00], to: "binary.toml")
        try folder.write(String(repeating: "# long\n", count: 200_000), to: "long.toml")
        for name in ["folder.toml", "pipe.toml", "binary.toml", "long.toml", "missing.toml"] {
            let error = #expect(throws: ConfigurationProblems.self) { try Configuration.read(path: folder(name)) }
            #expect(error?.messages.map { $0.hasPrefix("\(folder(name)): ") } == [true])
            #expect(error?.exitStatus == 66)
        }
    }

    @Test func `the usual place follows XDG`() {
        #expect(
            Configuration.usualPath { ["XDG_CONFIG_HOME": "/x", "HOME": "/h"][$0] } == "/x/redsieve/config.toml"
        )
        #expect(
            Configuration.usualPath { ["XDG_CONFIG_HOME": "x", "HOME": "/h"][$0] } == "/h/.config/redsieve/config.toml"
        )
        #expect(Configuration.usualPath { _ in nil } == nil)
    }
}
