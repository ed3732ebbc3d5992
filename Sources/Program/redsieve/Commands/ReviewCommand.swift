import ArgumentParser
import Basics
import CLibrary
import Configuration
import CursesTerminal
import Logging
import OutsidePrograms
import PlainReview
import ReviewApp
import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import Verdicts

/// `redsieve ROUND`: the screen.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Opens a round for review (the default).",
        discussion: """
            1 2 3 choose a threshold, ← and → move it, = types a value, e exports, ? shows all keys, q leaves.

            --plain draws nothing: each line of standard input is a command by its name, such as help or \
            threshold.type help 0.4, and lines of text tell what it did. The end of input ends the review. If the lines \
            come from a pipe or a file, the status is 64 when a line was not a command or was refused, and 74 when \
            something could not be read or written.

            Verdicts and moves are kept in ROUND.review. While a program has it open, ROUND.review-wal and \
            ROUND.review-shm beside it belong to it: move and copy the three together. Once the program has \
            ended, however that was, the one file holds everything; while it runs, it does a second after the last verdict.

            SCRIPTS:
              :threshold.type 0.8     a command by its name, as : takes it on the screen
              key Enter               keys by their names; also: keys j j Ctrl-R
              type TEXT               characters as keys; paste TEXT: all at once
              expect TEXT             the screen must show this now
              :snapshot FILE          keeps the screen, .svg or .txt
              frame SECONDS           a picture of the film that film FILE.svg keeps
              size 80 24, theme dark, timeout SECONDS, try LINE (may be refused), # remark
              Before these: colours 16, ascii, blocks, seed N, pace SECONDS, first-run

            The folder that `redsieve_job.py grid` made is opened likewise: counts are then of the whole round, lists and texts of the \
            rows that the job drew.

            EXAMPLES:
              redsieve round-3.jsonl
              redsieve grid-7
              redsieve shards/ --field safety=scores.safety_rm --lower-is-better safety
              redsieve round-3.jsonl --plain < commands
              redsieve round-3.jsonl --no-review --script steps.txt
            """
    )

    @OptionGroup var round: RoundOptions
    @OptionGroup var thresholds: ThresholdOptions
    @OptionGroup var review: ReviewOptions

    @Flag(help: "Keeps nothing: verdicts and moves are lost when the review ends.")
    var noReview = false

    @Flag(help: "Draws nothing: takes commands line by line and answers in words, for a screen reader or a pipe.")
    var plain = false

    @OptionGroup var play: ScriptOptions
    @OptionGroup var look: ThemeOptions
    @OptionGroup var settings: SettingsOptions
    @OptionGroup var logging: LogOptions

    mutating func validate() throws {
        if plain, play.path != nil {
            throw ValidationError("--plain and --script are two ways to review: name one of them")
        }
        if play.path == "-", round.takesStandardInput {
            throw ValidationError("standard input (-) can hold the script or the round, not both")
        }
    }

    mutating func run() throws {
        let status = try review(watching: nil)
        if status != 0 { ProgramExit.leave(status) }
    }

    /// Reviews the round.
    ///
    /// - Parameter watched: makes the round meanwhile; nil for one that is there.
    /// - Returns: the status to leave with.
    func review(watching watched: WatchedRun?) throws -> Int32 {
        let configuration = try settings.configuration()
        let themes = try look.themes(configuration)
        let log = try logging.logger()
        if plain { try StandardStreams.requireOutput() }
        let script = try play.script()
        // Before any other thread is there.
        let interruption = script == nil ? nil : Interruption()
        if round.takesStandardInput, isatty(STDIN_FILENO) == 1 {
            throw ProgramFailure(
                status: 64,
                message: "standard input is the terminal; pipe a round into it, or name a file"
            )
        }
        let reviewer = try review.reviewerName(configuration.reviewer)
        let grid = try watched == nil ? GridReview(round) : nil
        let seed = grid?.seed ?? script?.setup.seed ?? .random(in: 0...UInt64.max)
        let rehearsal = script?.setup.seed.map { _ in ReviewStart.rehearsal(by: reviewer) }
        let keeper =
            noReview
            ? nil
            : ReviewKeeper(candidates: review.locations(for: round.rounds), seed: seed, beginning: rehearsal)
        let workshop = Workshop(
            request: watched?.request ?? grid?.request ?? round.request(with: configuration),
            keeper: keeper,
            clipboard: Clipboard(configured: configuration.clipboard, limit: Clipboard.patience * Patience.factor),
            maker: watched
        )
        do throws(RoundFilesError) {
            // The screen alone takes some.
            try MemoryRoom.require()
        } catch {
            throw ProgramFailure(error)
        }
        // A round that cannot even be opened is told without taking the screen.
        if let failure = workshop.earlyFailure() {
            throw ProgramFailure(failure)
        }
        let verdicts = VerdictState(
            reviewer: reviewer,
            writer: .random(in: 1...UInt64.max),
            file: noReview ? .none : .opening
        )
        let start = ReviewStart(
            name: RoundNames.name(of: round.rounds),
            exportDirectory: RoundNames.exportDirectory(for: round.rounds),
            given: thresholds.defaults,
            overlap: review.overlap,
            workshop: workshop,
            keeper: keeper,
            themes: themes,
            verdicts: verdicts,
            configuration: configuration,
            grid: grid?.grid
        )
        guard let script else {
            let (outcome, state) = plain ? try reviewInLines(start, log) : try show(start, log)
            log.info("left with status \(outcome.status)")
            let status = saidFarewell(keeper, outcome.status)
            // Whoever sent a signal shall see that it was the signal that ended the program.
            if status > 128, status != 130 { Interruption.end(status - 128) }
            tell(outcome, state)
            return status
        }
        defer { _ = saidFarewell(keeper, 0) }
        let outcome = try played(script, start, interruption, log)
        log.info("played with status \(outcome.status)")
        let status = saidFarewell(keeper, outcome.status)
        interruption?.finish()
        if let message = outcome.message { StandardStreams.message(message) }
        return status
    }

    /// Says what came of the review's file.
    ///
    /// - Returns: the status to end with, given what it would be otherwise.
    private func saidFarewell(_ keeper: ReviewKeeper?, _ status: Int32) -> Int32 {
        guard let farewell = keeper?.takeFarewell() else { return status }
        for notice in farewell.notices { StandardStreams.message(notice) }
        guard let failure = farewell.failure else { return status }
        StandardStreams.message(failure)
        return status == 0 ? 74 : status
    }

    /// Reviews on the terminal.
    private func show(_ start: ReviewStart, _ log: Logger) throws(ProgramFailure) -> (ReviewOutcome, ReviewState) {
        do throws(TerminalError) {
            let wake = try WakePipe()
            let terminal = try CursesTerminal(wake: wake, asciiOnly: look.ascii, patience: Patience.factor)
            defer { terminal.close() }
            let isFirst = !noReview && FirstRun.begin()
            let introduces = isFirst && start.configuration.introduction
            let app = start.app(
                ScreenLoop(terminal: terminal),
                terminal,
                leavesMouse: look.noMouse,
                isFirst: isFirst,
                introduces: introduces,
                wake,
                log
            )
            return (app.run(), app.state)
        } catch {
            throw ProgramFailure(error)
        }
    }

    /// The review without a screen.
    private func reviewInLines(_ start: ReviewStart, _ log: Logger) throws(ProgramFailure) -> (
        ReviewOutcome, ReviewState
    ) {
        let wake: WakePipe
        do throws(TerminalError) {
            wake = try WakePipe()
        } catch {
            throw ProgramFailure(error)
        }
        let table = start.configuration.table
        let teller = PlainTeller(table: table, asciiOnly: look.ascii || !ProgramLocale.isUnicode)
        let lines = try StandardLines(isRoundInput: round.takesStandardInput, names: teller.typedNames, wake: wake)
        defer { lines.close() }
        log.info("\(BuildName.text), in lines")
        let app = PlainApp(
            lines: lines,
            workshop: start.workshop,
            teller: teller,
            state: start.state(keyNames: PlainTeller.names, isFirst: false),
            table: table,
            log: log,
            patience: Patience.factor,
            wake: { wake.wake() }
        )
        var outcome = app.run()
        if lines.isTerminalGone {
            outcome.status = 128 + SIGHUP
        } else if let failure = lines.failure {
            _ = saidFarewell(start.keeper, 0)
            throw failure
        }
        return (outcome, app.state)
    }

    /// Plays a script on a terminal in memory.
    private func played(
        _ script: ReviewScript,
        _ start: ReviewStart,
        _ interruption: Interruption?,
        _ log: Logger
    ) throws(ProgramFailure) -> ReviewOutcome {
        let wake: WakePipe
        do throws(TerminalError) {
            wake = try WakePipe()
        } catch {
            throw ProgramFailure(error)
        }
        let terminal = MemoryTerminal(
            size: script.setup.size,
            abilities: TerminalAbilities(
                colors: script.setup.colors,
                drawing: look.ascii ? .ascii : script.setup.drawing
            ),
            wake: wake
        )
        let app = start.app(
            ScreenLoop(terminal: terminal),
            terminal,
            leavesMouse: look.noMouse,
            isFirst: script.setup.isFirst,
            wake,
            log
        )
        do throws(ScriptProblem) {
            return try app.play(script, on: terminal) { interruption?.cancellation.isCancelled ?? false }
        } catch {
            throw ProgramFailure(status: error.status, message: error.message)
        }
    }

    private func tell(_ outcome: ReviewOutcome, _ state: ReviewState) {
        if noReview, state.verdicts.itemCount > 0 {
            StandardStreams.message(
                "not kept (--no-review): \(DecimalText.counted(state.verdicts.itemCount, "verdict"))"
            )
        }
        if let message = outcome.message { StandardStreams.message(message) }
        if outcome.status == 0, state.verdicts.file.seed == nil, state.thresholds.now != state.thresholds.initial {
            // Where no file keeps moves, a slip of the finger on q must not lose them.
            StandardStreams.message("thresholds: \(RoundNames.flags(state.thresholds.now))")
        }
    }
}
