public import Logging
public import PlainReview
public import ReviewScreens
public import ReviewSession
import TerminalCanvas

/// The event loop of a review without a screen: lines in, lines out, over the same state, actions and effects as the
/// screen. Everything here is one thread's.
public final class PlainApp {
    private let lines: any LineChannel
    private let workshop: Workshop
    private let reports: ActionQueue<Action>
    private let table: CommandTable
    private var teller: PlainTeller
    private let log: Logger
    /// The review as it is now; changed only within `run`.
    private(set) public var state: ReviewState
    private var outcome: ReviewOutcome?
    /// True while a line of text that is open waits for an answer.
    private var isQuestion = false
    /// Lines that could not be done, and the status that says so.
    private var undone = 0
    private var shortfall: Int32 = 0

    /// How long something may take before there is a word on it, and between two of them.
    private let patience: (first: Duration, next: Duration)

    /// - Parameters:
    ///   - patience: how many times as long as usual something may take before there is a word on it.
    ///   - wake: makes `lines.nextEvent` return; called from any thread.
    public init(
        lines: any LineChannel,
        workshop: Workshop,
        teller: PlainTeller,
        state: ReviewState,
        table: CommandTable = .standard,
        log: Logger = Logger(label: "review") { _ in SwiftLogNoOpLogHandler() },
        patience: Double = 1,
        wake: @escaping @Sendable () -> Void
    ) {
        self.lines = lines
        self.workshop = workshop
        self.teller = teller
        self.state = state
        self.table = table
        self.log = log
        self.patience = (.milliseconds(500) * patience, .seconds(5) * patience)
        reports = ActionQueue(wake: wake)
    }

    /// Reads the round, and takes lines until they end or one of them leaves.
    ///
    /// Where nobody types them, the status tells whether all could be done: 64 where one was no command or was refused,
    /// 74 where something could not be read or written.
    public func run() -> ReviewOutcome {
        workshop.begin(reports)
        rest()
        if outcome == nil { say(teller.opening(state)) }
        while outcome == nil {
            switch next() {
            case .line(let bytes)?: take(PlainLine.cleaned(bytes))
            case .end?: end()
            case .interrupted?: outcome = ReviewOutcome(status: 130, message: nil)
            case .ended(let signal)?: outcome = ReviewOutcome(status: 128 + signal, message: nil)
            case .woken?, nil: break
            }
        }
        workshop.end(at: state.place)
        return finished()
    }

    private func finished() -> ReviewOutcome {
        var outcome = outcome ?? ReviewOutcome(status: 0, message: nil)
        guard outcome.status == 0, undone > 0, !lines.isInteractive else { return outcome }
        outcome.status = shortfall
        outcome.message =
            undone == 1 ? "a command was refused (see above)" : "\(undone) commands were refused (see above)"
        return outcome
    }

    // MARK: Lines

    private func next() -> LineEvent? {
        if lines.isInteractive, !prompt() { return nil }
        while outcome == nil {
            let event = lines.nextEvent(takesLine: true, timeoutMilliseconds: nil)
            guard event == .woken else { return event }
            apply(.heard)
            takeReports()
            rest()
            // What nobody asked for is told when it comes.
            guard let message = state.message, outcome == nil else { continue }
            if lines.isInteractive { _ = write("\n") }
            say(teller.told(message))
            if lines.isInteractive, !prompt() { return nil }
        }
        return nil
    }

    private func take(_ line: String) {
        if !lines.isInteractive { write(["> " + line]) }
        let before = PlainSeen(state)
        apply(.heard)
        if let old = PlainLine.retired(line, in: state) { write([old.message]) }
        let intent = PlainLine.intent(of: line, in: state, table)
        if lines.isInteractive, !line.isEmpty {
            lines.remember(line, isKept: PlainHistory.keeps(line, intent, in: state, table))
        }
        switch intent {
        case .refused(let why): refuse(why)
        case .word(let word): say(teller.tell(word, state))
        case .help(let search): say(teller.commands(state, about: search))
        case .again: say(teller.again(state))
        case .actions(let steps, let asks, let word):
            // What answers a question leaves none open.
            isQuestion = asks
            for step in steps {
                for action in step where outcome == nil { apply(action) }
                rest()
                if outcome != nil { return }
            }
            tellChanges(since: before, word)
        }
    }

    private func tellChanges(since before: PlainSeen, _ word: PlainWord?) {
        switch state.message?.kind {
        case .refusal: note(64)
        case .failure: note(74)
        case .done, .notice, nil: if isProblem { note(64) }
        }
        say(teller.changes(since: before, in: state, isQuestion: isQuestion, word: word))
        // What a screen keeps open until a key closes it has been told.
        switch state.dialog?.purpose {
        case .look: close()
        case .line: if !isQuestion { close() }
        case .form, .question, nil: break
        }
        if state.dialog == nil { isQuestion = false }
    }

    private func close() {
        apply(.dismiss)
        rest()
    }

    /// True where a dialog says that something could not be done.
    private var isProblem: Bool {
        guard let open = state.dialog else { return false }
        // A line that is answered and open still was refused.
        return open.problem != nil || open.purpose == .line && !isQuestion
    }

    private func refuse(_ why: String) {
        note(64)
        say(["refused: \(why)"])
    }

    private func note(_ status: Int32) {
        undone += 1
        shortfall = max(shortfall, status)
    }

    /// There are no more lines: leaves as it stands, and says so where something is lost that way.
    private func end() {
        if lines.isInteractive { _ = write("\n") }
        if case .failing = state.verdicts.file, !state.verdicts.waiting.isEmpty {
            outcome = ReviewOutcome(status: 74, message: "left with verdicts that are not on the disk")
        } else {
            outcome = ReviewOutcome(status: 0, message: nil)
        }
    }

    // MARK: Work

    /// Waits until everything that the last action asked for is there, with a word where that takes long.
    private func rest() {
        var due = ContinuousClock.now + patience.first
        while outcome == nil {
            takeReports()
            layOut()
            guard outcome == nil, let work = pending else { return }
            let left = max(0, Int(((due - .now) / .milliseconds(1)).rounded(.up)))
            switch lines.nextEvent(takesLine: false, timeoutMilliseconds: left) {
            case .interrupted?: interrupt(work)
            case .ended(let signal)?: outcome = ReviewOutcome(status: 128 + signal, message: nil)
            case .line?, .woken?, .end?, nil: break
            }
            guard outcome == nil, ContinuousClock.now >= due else { continue }
            takeReports()
            guard outcome == nil, let work = pending else { continue }
            write([teller.waiting(work, state)])
            due = .now + patience.next
        }
    }

    /// What is on its way; a copy is known to its worker alone.
    private var pending: PendingWork? {
        if let pending = state.pendingWork { return pending }
        if !lines.isInteractive, let copies = state.pendingCopies { return copies }
        return workshop.jobs.isBusy(.outside) ? .copying : nil
    }

    /// Ctrl-C stops what takes long where somebody is there to go on, and ends the program everywhere else.
    private func interrupt(_ work: PendingWork) {
        switch work {
        case .searching, .filtering, .facets, .sorting, .contents, .judging, .exporting, .queue, .certificate,
            .evidence,
            .preview:
            guard lines.isInteractive else { break }
            apply(.command(state.dialog == nil ? .back : .cancel))
            return
        case .reading, .opening, .keeping, .counting, .listing, .texts, .hit, .verdicts, .copying: break
        }
        outcome = ReviewOutcome(status: 130, message: nil)
    }

    private func takeReports() {
        for action in reports.drain() where outcome == nil { apply(action) }
    }

    /// Gives everything its room, so that the session asks for what is told; a page of the list begins at a multiple of
    /// its length.
    private func layOut() {
        teller.columns = lines.columns
        let top = state.list.cursor / PlainTeller.page * PlainTeller.page
        var panes = teller.panes(state)
        panes.listTop = top
        guard panes != state.panes || top != state.list.top else { return }
        apply(.laidOut(panes))
    }

    private func apply(_ action: Action) {
        let before = state.message
        workshop.follow(action)
        let effects = reduce(&state, action, at: Moment(clock: Clocks.steady, time: Clocks.wall))
        if let message = state.message, message != before {
            log.log(level: message.kind == .failure ? .error : .info, "\(message.kind): \(message.text)")
        }
        for effect in effects {
            log.debug("asked for \(effect)")
            switch effect {
            case .screen(.quit(let status, let message)): outcome = ReviewOutcome(status: status, message: message)
            case .screen(.suspend):
                if !lines.suspend() { apply(.notice(Message(.refusal, "there is no terminal to give back"))) }
            case .offerToTerminal(let copy): apply(.notice(CopyText.message(copy, .impossible)))
            case .work(let job): workshop.start(job, reports)
            case .stop(let lane): workshop.jobs.stop(lane)
            // What a screen alone has.
            case .screen(.redraw), .screen(.takeMouse), .screen(.snapshot), .runProgram: break
            }
        }
    }

    // MARK: Output

    /// A block, with a blank line behind it.
    private func say(_ block: [String]) { write(block + [""]) }

    private func write(_ block: [String]) {
        teller.columns = lines.columns
        _ = write(teller.text(block))
    }

    private func write(_ text: String) -> Bool { reached(lines.write(text)) }

    private func prompt() -> Bool { reached(lines.prompt()) }

    private func reached(_ somebody: Bool) -> Bool {
        if somebody { return true }
        // Nobody reads any more; what was judged is kept all the same.
        if outcome == nil { outcome = ReviewOutcome(status: 74, message: nil) }
        return false
    }
}
