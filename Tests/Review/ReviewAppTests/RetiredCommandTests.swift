import PlainReview
import ReviewApp
import ReviewScreens
import ReviewSession
import RoundFiles
import TerminalCanvas
import TestSupport
import Testing

/// Names of commands that lines and scripts of earlier versions have still.
@Suite struct RetiredCommandTests {
    /// What opens a dialog, and what the old name did in it, as its fields tell.
    private static let dialogs: [(opening: Command, successor: Command)] = [
        (.export, .exportFormat), (.openQueue, .toggleBlind), (.search, .searchExpression), (.facets, .nextField),
        (.openCertificate, .otherPlan), (.help, .helpScope), (.filter, .complete), (.palette, .complete),
    ]

    @Test(arguments: dialogs) func `the old name means what the dialog makes of it`(
        _ opening: Command,
        _ successor: Command
    ) throws {
        var driver = SessionDriver(ExampleRound.clustered(items: 50), panes: PaneSizes())
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 1))))
        driver.send(opening)
        let old = try #require(RetiredCommand.named("export.format"))
        #expect(driver.state.dialog != nil && old.meaning(in: driver.state) == successor)
        #expect(old.message.contains(successor.rawValue))
        let typed = try TypedCommand(":export.format")
        let keys = KeyMap.standard
        let pressed = try #require(keys.action(for: KeyPress(.tab), in: driver.state))
        #expect("\(try keys.action(for: typed, in: driver.state))" == "\(pressed)")
    }

    @Test func `a script with the old name is played, and told the new ones`() throws {
        let script = try ReviewScript(Array("key e\n:export.format\n:format".utf8), name: "s.txt")
        #expect(script.lines.count == 3)
        #expect(script.notices.count == 2)
        #expect(script.notices.allSatisfy { $0.hasPrefix("s.txt:") && $0.contains("export.next-format") })
    }

    @Test func `a line with the old name is done, and told the new ones`() throws {
        let (folder, path) = try PlainAppTests.rounds()
        let lines = try ScriptedLines(["export", "export.format", "cancel", "quit"])
        #expect(PlainAppTests.run(lines, path) == ReviewOutcome(status: 0, message: nil))
        withExtendedLifetime(folder) {}
        #expect(lines.output.contains("export.format is an old name"))
        #expect(lines.output.contains("prompt-completion (chosen)"))
    }

    @Test func `a field that has the old name's word is no old name`() throws {
        let (folder, path) = try PlainAppTests.rounds()
        let lines = try ScriptedLines(["export", "format messages", "cancel", "quit"])
        #expect(PlainAppTests.run(lines, path) == ReviewOutcome(status: 0, message: nil))
        withExtendedLifetime(folder) {}
        #expect(lines.output.contains("messages (chosen)") && !lines.output.contains("old name"))
    }
}
