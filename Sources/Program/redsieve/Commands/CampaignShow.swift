import Basics
import CampaignFile
import CampaignScreens
import CampaignSession
import Configuration
import CursesTerminal
import Logging
import PlainReview
import ReviewApp
import ReviewScreens
import ReviewSession
import RoundCampaign
import RoundModel
import TerminalCanvas

/// A campaign on the terminal, in lines, or played by a script.
struct CampaignShow {
    let rounds: CampaignRounds
    let themes: ThemeChoice
    let look: ThemeOptions
    let reviewer: String
    let log: Logger

    private var keys: KeyMap { KeyMap(rounds.configuration.table.forCampaigns) }

    /// - Returns: the status to leave with.
    func onTerminal() throws(ProgramFailure) -> Int32 {
        do throws(TerminalError) {
            let wake = try WakePipe()
            let terminal = try CursesTerminal(wake: wake, asciiOnly: look.ascii, patience: Patience.factor)
            let (app, opener) = app(terminal, seed: nil, wake)
            let outcome = app.run()
            terminal.close()
            return left(outcome, opener)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }

    func played(_ script: ReviewScript, _ interruption: Interruption) throws(ProgramFailure) -> Int32 {
        let wake: WakePipe
        do throws(TerminalError) {
            wake = try WakePipe()
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
        let terminal = MemoryTerminal(
            size: script.setup.size,
            abilities: TerminalAbilities(
                colors: script.setup.colors,
                drawing: look.ascii ? .ascii : script.setup.drawing
            ),
            wake: wake
        )
        let (app, opener) = app(terminal, seed: script.setup.seed, wake)
        do throws(ScriptProblem) {
            let outcome = try app.play(script, on: terminal) { interruption.cancellation.isCancelled }
            interruption.finish()
            return left(outcome, opener)
        } catch {
            throw ProgramFailure(status: error.status, message: error.message)
        }
    }

    func inLines() throws(ProgramFailure) -> Int32 {
        let wake: WakePipe
        do throws(TerminalError) {
            wake = try WakePipe()
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
        let keys = keys
        let teller = PlainTeller(table: keys.table, asciiOnly: look.ascii || !ProgramLocale.isUnicode)
        let names = keys.table.entries.filter { $0.scope == .screen(.campaign) }.map(\.command.rawValue)
        let lines = try StandardLines(isRoundInput: false, names: names, wake: wake)
        defer { lines.close() }
        let app = PlainCampaignApp(
            lines: lines,
            site: rounds,
            teller: teller,
            state: CampaignState(rounds.settings, front: ScreenFront(keyNames: PlainTeller.names)),
            keys: keys,
            wake: { wake.wake() }
        )
        var outcome = app.run()
        if lines.isTerminalGone {
            outcome.status = 129
        } else if let failure = lines.failure {
            throw failure
        }
        if let message = outcome.message { StandardStreams.message(message) }
        return outcome.status
    }

    private func app(
        _ terminal: any Terminal,
        seed: UInt64?,
        _ wake: WakePipe
    ) -> (CampaignApp, CampaignOpener) {
        let (abilities, keys) = (terminal.abilities, keys)
        let hasColours = abilities.colors > 0
        let front = ScreenFront<CampaignState>(
            themes: themes.state(hasColors: hasColours),
            mouse: MouseState(isPossible: abilities.mouse, isTaken: rounds.configuration.mouse && !look.noMouse),
            // Some are named that work in a review alone.
            keyNames: rounds.configuration.table.keyNames
        )
        let opener = CampaignOpener(
            rounds,
            terminal: terminal,
            themes: themes,
            leavesMouse: look.noMouse,
            reviewer: reviewer,
            seed: seed,
            wake: wake,
            log: log
        )
        let app = CampaignApp(
            loop: ScreenLoop(terminal: terminal),
            site: rounds,
            opener: opener,
            screen: CampaignScreen(
                ScreenLook(
                    theme: hasColours ? themes.now : .monochrome,
                    others: hasColours ? [themes.now] + themes.others : [],
                    symbols: Symbols(abilities.drawing),
                    table: keys.table
                )
            ),
            state: CampaignState(rounds.settings, drawing: PlotDrawing(abilities.drawing), front: front),
            keys: keys,
            wake: { wake.wake() }
        )
        return (app, opener)
    }

    /// Says what is to be said, and which status that comes to.
    private func left(_ outcome: ReviewOutcome, _ opener: CampaignOpener) -> Int32 {
        for line in opener.farewell() { StandardStreams.message(line) }
        // Whoever sent a signal shall see that it was the signal that ended the program.
        if outcome.status > 128, outcome.status != 130 { Interruption.end(outcome.status - 128) }
        if let message = outcome.message { StandardStreams.message(message) }
        return outcome.status
    }
}
