import ArgumentParser
import CursesTerminal
import ReviewApp
import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel
import TerminalCanvas
import Themes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `redsieve ROUND`: the screen.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Opens a round for review (the default).",
        discussion: """
            1 2 3 choose a threshold, ← and → move it, = types a value, e exports, ? shows all keys, q leaves.

            EXAMPLES:
              redsieve round-3.jsonl
              redsieve shards/ --field safety=scores.safety_rm --lower-is-better safety
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var review: ReviewOptions

    @Flag(help: "Keeps nothing: verdicts and moves end with the review.")
    var noReview = false

    @Option(help: ArgumentHelp("A theme by its name or the path of its file.", valueName: "theme"))
    var theme = "default"

    @Flag(help: "Draws with ASCII characters only.")
    var ascii = false

    mutating func run() throws {
        let theme = try loadTheme()
        if round.rounds.contains("-"), isatty(STDIN_FILENO) == 1 {
            throw ProgramFailure(
                status: 64,
                message: "standard input is the terminal; pipe a round into it, or name a file"
            )
        }
        let reviewer = try review.reviewerName()
        let keeper =
            noReview
            ? nil : ReviewKeeper(candidates: review.locations(for: round.rounds), seed: .random(in: 0...UInt64.max))
        let effects = EffectRunner(request: round.request, keeper: keeper)
        // A round that cannot even be opened is told without taking the screen.
        if let failure = effects.earlyFailure() {
            throw ProgramFailure(failure)
        }
        let verdicts = VerdictState(
            reviewer: reviewer,
            writer: .random(in: 1...UInt64.max),
            file: noReview ? .none : .opening
        )
        let (outcome, state) = try review(effects, theme, verdicts)
        leave(outcome, state)
    }

    private func review(
        _ effects: EffectRunner,
        _ theme: Theme,
        _ verdicts: VerdictState
    ) throws(ProgramFailure) -> (ReviewOutcome, ReviewState) {
        do throws(TerminalError) {
            let wake = try WakePipe()
            let terminal = try CursesTerminal(wake: wake, asciiOnly: ascii)
            defer { terminal.close() }
            let abilities = terminal.abilities
            var state = ReviewState(
                name: RoundNames.name(of: round.rounds),
                given: thresholds.defaults,
                exportDirectory: RoundNames.exportDirectory(for: round.rounds),
                plotDrawing: PlotDrawing(abilities.drawing),
                verdicts: verdicts
            )
            state.queueOverlap = QueueOverlap(share: review.overlap)
            let app = ReviewApp(
                terminal: terminal,
                effects: effects,
                screen: ReviewScreen(
                    theme: abilities.colors > 0 ? theme : .monochrome,
                    symbols: Symbols(abilities.drawing)
                ),
                state: state,
                wake: { wake.wake() }
            )
            return (app.run(), app.state)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
    }

    private func leave(_ outcome: ReviewOutcome, _ state: ReviewState) {
        if let message = outcome.message { StandardStreams.message(message) }
        if outcome.status == 0, state.verdicts.file.seed == nil, state.thresholds.now != state.thresholds.initial {
            // Where no file keeps moves, a slip of the finger on q must not lose them.
            StandardStreams.message("left at \(RoundNames.flags(state.thresholds.now))")
        }
        if outcome.status != 0 { ProgramExit.leave(outcome.status) }
    }

    private func loadTheme() throws(ProgramFailure) -> Theme {
        let finder = ThemeFinder(
            environment: { getenv($0).map { String(cString: $0) } },
            executable: ProgramPath.executable
        )
        do throws(ThemeError) {
            return try finder.theme(theme)
        } catch {
            // The default is a convenience: without its file the program still works.
            if case .notFound = error, theme == "default" { return .monochrome }
            throw ProgramFailure(status: 65, message: error.message)
        }
    }
}
