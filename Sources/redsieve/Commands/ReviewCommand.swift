import ArgumentParser
import Configuration
import CursesTerminal
import Logging
import OutsidePrograms
import ReviewApp
import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas

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

    @OptionGroup var look: ThemeOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var logging: LogOptions

    mutating func run() throws {
        let configuration = try settings.configuration()
        let themes = try look.themes(configuration)
        let log = try logging.logger()
        if round.rounds.contains("-"), isatty(STDIN_FILENO) == 1 {
            throw ProgramFailure(
                status: 64,
                message: "standard input is the terminal; pipe a round into it, or name a file"
            )
        }
        let reviewer = try review.reviewerName(configuration.reviewer)
        let keeper =
            noReview
            ? nil : ReviewKeeper(candidates: review.locations(for: round.rounds), seed: .random(in: 0...UInt64.max))
        let effects = EffectRunner(
            request: round.request(with: configuration),
            keeper: keeper,
            clipboard: Clipboard(configured: configuration.clipboard)
        )
        do throws(RoundFilesError) {
            // The screen alone takes some.
            try MemoryRoom.require()
        } catch {
            throw ProgramFailure(error)
        }
        // A round that cannot even be opened is told without taking the screen.
        if let failure = effects.earlyFailure() {
            throw ProgramFailure(failure)
        }
        let verdicts = VerdictState(
            reviewer: reviewer,
            writer: .random(in: 1...UInt64.max),
            file: noReview ? .none : .opening
        )
        let (outcome, state) = try review(effects, themes, verdicts, configuration, log)
        log.info("left with status \(outcome.status)")
        leave(outcome, state)
    }

    private func review(
        _ effects: EffectRunner,
        _ themes: ThemeChoice,
        _ verdicts: VerdictState,
        _ configuration: Configuration,
        _ log: Logger
    ) throws(ProgramFailure) -> (ReviewOutcome, ReviewState) {
        do throws(TerminalError) {
            let wake = try WakePipe()
            let terminal = try CursesTerminal(wake: wake, asciiOnly: look.ascii)
            defer { terminal.close() }
            let abilities = terminal.abilities
            var state = ReviewState(
                name: RoundNames.name(of: round.rounds),
                given: thresholds.defaults,
                configured: configuration.thresholds,
                steps: configuration.steps,
                exportDirectory: RoundNames.exportDirectory(for: round.rounds),
                plotDrawing: PlotDrawing(abilities.drawing),
                verdicts: verdicts,
                themes: themes.state(hasColors: abilities.colors > 0),
                isFirst: !noReview && FirstRun.begin()
            )
            if let share = review.overlap ?? configuration.overlap { state.queueOverlap = QueueOverlap(share: share) }
            log.info(
                """
                \(BuildName.text), \(terminal.size.columns)x\(terminal.size.rows), \
                \(abilities.colors) colours, \(abilities.drawing), theme \(themes.now.name)
                """
            )
            let app = ReviewApp(
                terminal: terminal,
                effects: effects,
                screen: ReviewScreen(
                    theme: abilities.colors > 0 ? themes.now : .monochrome,
                    others: abilities.colors > 0 ? [themes.now] + themes.others : [],
                    symbols: Symbols(abilities.drawing),
                    table: configuration.table
                ),
                state: state,
                keys: KeyMap(configuration.table),
                log: log,
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
}
