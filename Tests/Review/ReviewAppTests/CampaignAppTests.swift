import CampaignFile
import CampaignScreens
import CampaignSession
import PlainReview
import ReviewScreens
import ReviewSession
import RoundFiles
import TerminalCanvas
import TestSupport
import Testing

@testable import ReviewApp

/// Opens reviews of rounds that nothing is kept of.
private final class TestOpener: RoundOpener {
    let settings: CampaignSettings
    let wake: WakePipe
    private(set) var openings: [RoundOpening] = []
    var isChanged = false

    init(_ settings: CampaignSettings, _ wake: WakePipe) { (self.settings, self.wake) = (settings, wake) }

    func open(_ opening: RoundOpening, on loop: ScreenLoop) throws(WorkFailure) -> any StackedScreen {
        openings.append(opening)
        let files = settings.rounds[opening.round].files
        let filter = opening.filter.map { [Action.run(.filter, argument: $0, line: "filter.open \($0)")] }
        return ReviewApp(
            loop: loop,
            workshop: Workshop(request: RoundRequest(paths: files)),
            screen: ReviewScreen(theme: .monochrome, symbols: .unicode),
            state: ReviewState(name: "the round", keyNames: CommandTable.standard.keyNames),
            beginning: (filter ?? []) + (opening.picked.map { [Action.pick($0.items, of: $0.count)] } ?? []),
            wake: { [wake] in wake.wake() }
        )
    }

    func closed() -> ClosedRound { ClosedRound(isChanged: isChanged, message: "kept in the round's review") }
}

/// The campaign through the whole app but for the terminal.
@Suite struct CampaignAppTests {
    private func app(
        _ terminal: any Terminal,
        _ folder: TestFolder,
        _ wake: WakePipe
    ) throws -> (CampaignApp, TestOpener) {
        let settings = try ExampleCampaign.twoMethods(in: folder, items: 120)
        let keys = KeyMap(CommandTable.standard.forCampaigns)
        let opener = TestOpener(settings, wake)
        let app = CampaignApp(
            loop: ScreenLoop(terminal: terminal),
            site: FileCampaignSite(settings),
            opener: opener,
            screen: CampaignScreen(ScreenLook(theme: .monochrome, symbols: .unicode, table: keys.table)),
            state: CampaignState(
                settings,
                front: ScreenFront(mouse: MouseState(isPossible: true, isTaken: true), keyNames: keys.table.keyNames)
            ),
            keys: keys,
            wake: { wake.wake() }
        )
        return (app, opener)
    }

    @discardableResult
    private func run(_ steps: [ScriptedTerminal.Step]) throws -> (ReviewOutcome, CampaignState, [RoundOpening]) {
        let folder = try TestFolder()
        let wake = try WakePipe()
        let terminal = ScriptedTerminal(size: TerminalSize(columns: 120, rows: 36), wake: wake, script: steps)
        let (app, opener) = try app(terminal, folder, wake)
        let outcome = app.run()
        if let failure = terminal.failure { Issue.record("\(failure)") }
        withExtendedLifetime(folder) {}
        return (outcome, app.state, opener.openings)
    }

    @Test func `rounds load in the background, and q leaves the program`() throws {
        let (outcome, state, _) = try run([
            .waitFor("7 of them read"), .waitFor("MART-1shot: round 3 to round 4: unsafe from"), .type("q"),
        ])
        #expect(outcome == ReviewOutcome(status: 0, message: nil))
        #expect(state.loading.read == 7)
    }

    @Test func `Enter opens a round, and q comes back to where the campaign was`() throws {
        let (_, state, openings) = try run([
            .waitFor("7 of them read"), .type("2gj"), .key(KeyPress(.enter)), .waitFor("120 items"), .type("q"),
            .waitFor("kept in the round's review"), .waitFor("column 3 of 17"), .type("q"),
        ])
        #expect(openings.map(\.round) == [1])
        #expect(state.place.view == .table && state.place.round == 1)
    }

    @Test func `a family opens with its items marked, and they are listed`() throws {
        let (_, _, openings) = try run([
            .waitFor("7 of them read"), .type("6b"), .waitFor("120 families of prompts come back"),
            .key(KeyPress(.enter)), .waitFor("1 item marked"), .waitFor("[marked 1]"), .type("q"),
            .waitFor("come back"), .type("q"),
        ])
        #expect(openings.map { $0.picked?.items.count } == [1] && openings[0].picked?.count == 120)
    }

    @Test func `a cell opens its items alone, by keys and by the mouse`() throws {
        let (_, _, openings) = try run([
            .waitFor("7 of them read"), .type("3"), .waitFor("fraud"), .key(KeyPress(.enter)),
            .waitFor("filter category"), .waitFor("items of 120 pass"), .type("q"), .waitFor("unsafe rate, change"),
            .click(on: "role-play"), .type("q"),
        ])
        #expect(openings.first?.filter == "category = \"fraud\" and style = \"plain\"")
    }

    @Test func `what interrupts a review ends the program, what fails in it does not`() throws {
        let (outcome, _, _) = try run([
            .waitFor("7 of them read"), .key(KeyPress(.enter)), .waitFor("120 items"), .key(.control("c")),
        ])
        #expect(outcome.status == 130)
    }

    @Test func `a script goes through the campaign and the reviews that it opens`() throws {
        let text = """
            expect 7 of them read
            :campaign.grid
            expect fraud
            key Enter
            expect items of 120 pass
            :list.accepted
            try key %
            key q
            expect unsafe rate, change in points
            :measure yield
            expect yield
            key ?
            expect commands of the campaign
            key Esc
            size 80 24
            expect yield
            """
        let folder = try TestFolder()
        let wake = try WakePipe()
        let script = try ReviewScript(Array(text.utf8), name: "s")
        let terminal = MemoryTerminal(
            size: script.setup.size,
            abilities: TerminalAbilities(colors: 256, drawing: .braille),
            wake: wake
        )
        let (app, opener) = try app(terminal, folder, wake)
        #expect(try app.play(script, on: terminal).status == 0)
        #expect(opener.openings.count == 1)
    }

    @Test func `a script is told what was refused on the campaign`() throws {
        let folder = try TestFolder()
        let wake = try WakePipe()
        let script = try ReviewScript(Array("keys j j\n".utf8), name: "s")
        let terminal = MemoryTerminal(
            size: TerminalSize(columns: 80, rows: 24),
            abilities: TerminalAbilities(colors: 256, drawing: .braille),
            wake: wake
        )
        let (app, _) = try app(terminal, folder, wake)
        do throws(ScriptProblem) {
            _ = try app.play(script, on: terminal)
            Issue.record("nothing was refused")
        } catch {
            #expect(error.message.contains("s:1: the key j was refused: there is no method beyond this one"))
        }
    }

    @Test func `in lines each view is told in words, and what is refused ends with a status`() throws {
        let folder = try TestFolder()
        let settings = try ExampleCampaign.twoMethods(in: folder, items: 120)
        let lines = try ScriptedLines([
            "campaign.changes", "grid", "measure yield", "target 5 %", "table", "columns", "2", "confirm", "help",
            "open",
            "queue.open", "quit",
        ])
        let keys = KeyMap(CommandTable.standard.forCampaigns)
        let app = PlainCampaignApp(
            lines: lines,
            site: FileCampaignSite(settings),
            teller: PlainTeller(),
            state: CampaignState(settings, front: ScreenFront(keyNames: PlainTeller.names)),
            keys: keys,
            wake: { [pipe = lines.pipe] in pipe.wake() }
        )
        #expect(app.run().status == 64)
        for expected in [
            "campaign example: 8 rounds, 7 of them read", "unsafe from", "fraud, role-play: ", "yield",
            "a cell is broken above 5 %", "people say: no sample", "columns of the table",
            "few-shot: round 5 cannot be used", "commands of the campaign:", "--plain opens this round",
            "refused: there is no command",
        ] {
            #expect(lines.output.contains(expected), "\(expected)")
        }
    }
}
