public import Logging
public import ReviewScreens
public import ReviewSession
public import TerminalCanvas

/// The event loop: keys and reports in, frames out. Everything here is one thread's.
public final class ReviewApp {
    private let terminal: any Terminal
    let workshop: Workshop
    let reports: ActionQueue
    private var screen: ReviewScreen
    let keys: KeyMap
    private let log: Logger
    /// The review as it is now.
    public private(set) var state: ReviewState
    private(set) var outcome: ReviewOutcome?
    private(set) var isDirty = true
    /// The seconds that go by for the reviewer.
    var clock: () -> Double = { Clocks.steady }
    /// What the next frame is to be kept as.
    private var snapshots: [SnapshotRequest] = []
    private var patience = FramePatience()

    /// - Parameters:
    ///   - log: is told what is asked of the workers and what is said to the user; texts of the round are never in it.
    ///   - wake: makes `terminal.nextEvent` return; called from any thread.
    public init(
        terminal: any Terminal,
        workshop: Workshop,
        screen: ReviewScreen,
        state: ReviewState,
        keys: KeyMap = .standard,
        log: Logger = Logger(label: "review") { _ in SwiftLogNoOpLogHandler() },
        wake: @escaping @Sendable () -> Void
    ) {
        self.terminal = terminal
        self.workshop = workshop
        self.screen = screen
        self.state = state
        self.keys = keys
        self.log = log
        reports = ActionQueue(wake: wake)
    }

    /// Reads the round and reviews it until the user leaves or the terminal is gone.
    ///
    /// Blocks until then, and until an export that was cancelled has cleaned up. The terminal stays open: closing it is
    /// for who made it.
    public func run() -> ReviewOutcome {
        terminal.takeMouse(state.mouse.isTaken)
        begin()
        while outcome == nil {
            takeReports()
            if outcome != nil { break }
            settle()
            if outcome != nil { break }
            drawIfNeeded()
            guard let event = terminal.nextEvent(timeoutMilliseconds: nil) else { continue }
            handle(event)
            handleWaiting()
            if event != .woken { patience.note(state.unsettledPart, isNew: true, at: .now) }
        }
        finish()
        return outcome ?? ReviewOutcome(status: 0, message: nil)
    }

    /// Has the round read and the review opened.
    func begin() {
        workshop.begin(reports)
    }

    /// Gives up what is under way, and waits until all that is to be kept is on the disk.
    func finish() {
        workshop.end(at: state.place)
    }

    /// Keys that wait are taken before drawing, so that a held key never runs ahead of the screen.
    private func handleWaiting() {
        var left = 256
        var typed = ""
        var mouse: MouseEvent?
        while outcome == nil, left > 0, let event = terminal.nextEvent(timeoutMilliseconds: 0) {
            if case .mouse(let next) = event {
                insert(&typed)
                left -= 1
                // Of many motions the last one counts, so that the pointer never runs ahead of the screen either.
                let both = mouse.flatMap { $0.merged(with: next) }
                if both == nil { take(&mouse) }
                mouse = both ?? next
                continue
            }
            take(&mouse)
            // Letters for a line of text are put in together: each change of a line has its cost.
            if case .key(let press) = event, case .edit(.insert(let text)) = keys.action(for: press, in: state),
                typed.utf8.count < TextEntry.limit
            {
                typed += text
                continue
            }
            insert(&typed)
            handle(event)
            left -= 1
        }
        insert(&typed)
        take(&mouse)
    }

    private func take(_ mouse: inout MouseEvent?) {
        if let event = mouse, outcome == nil { take(event) }
        mouse = nil
    }

    private func take(_ event: MouseEvent) {
        switch MouseMap.meaning(of: event, at: screen.spots, in: state, keys) {
        case .action(let action): apply(action)
        case .key(let press):
            isDirty = true
            take(press)
        case nil: break
        }
    }

    private func insert(_ typed: inout String) {
        guard outcome == nil, !typed.isEmpty else { return }
        apply(.edit(.insert(typed)))
        typed = ""
    }

    func handle(_ event: TerminalEvent) {
        if case .mouse(let mouse) = event { return take(mouse) }
        isDirty = true
        switch event {
        case .key(let press): take(press)
        case .paste(let bytes):
            guard state.dialog != nil else {
                apply(
                    .notice(
                        Message(
                            .refusal,
                            "pasted text has no meaning here; \(state.key(.typeThreshold)) and \(state.key(.export)) open fields that take it"
                        )
                    )
                )
                return
            }
            apply(.edit(.insert(String(decoding: bytes.prefix(5 * TextEntry.limit), as: UTF8.self))))
        case .resized, .woken, .mouse: break
        case .ended(.hangUp): outcome = ReviewOutcome(status: 129, message: nil)
        case .ended(.interrupted): outcome = ReviewOutcome(status: 130, message: nil)
        case .ended(.asked(let signal)): outcome = ReviewOutcome(status: 128 + signal, message: nil)
        }
    }

    private func take(_ press: KeyPress) {
        guard let action = keys.action(for: press, in: state) else {
            if press.modifiers.contains(.alt) {
                // No key has Alt; what comes so is Esc with the next key on its heels.
                take(KeyPress(.escape))
                if outcome == nil { take(KeyPress(press.key, press.modifiers.subtracting(.alt))) }
                return
            }
            if state.dialog == nil {
                apply(.notice(Message(.refusal, "\(press.name) has no meaning here\(keys.helpHint)")))
            }
            return
        }
        // Nothing may change while nothing can be seen.
        if ScreenLayout(terminal.size, isReading: false) == nil, case .command(let command) = action,
            ![.quit, .interrupt, .suspend, .redraw].contains(command)
        {
            return
        }
        apply(action)
    }

    private func takeReports() {
        for action in reports.drain() { apply(action) }
    }

    /// Gives work that is nearly done the time to be part of the frame.
    private func settle() {
        while state.dialog == nil, outcome == nil {
            patience.note(state.unsettledPart, isNew: false, at: .now)
            let left = patience.left(at: .now)
            guard left > 0, let event = terminal.nextEvent(timeoutMilliseconds: left) else { return }
            handle(event)
            takeReports()
            // A key has its own frame to wait for.
            if event != .woken { return patience.note(state.unsettledPart, isNew: true, at: .now) }
        }
    }

    func apply(_ action: Action) {
        isDirty = true
        let before = (state.message, state.round.loading)
        workshop.follow(action)
        let effects = reduce(&state, action, at: Moment(clock: clock(), time: Clocks.wall))
        note(before.0, before.1, effects)
        for effect in effects {
            switch effect {
            case .quit(let status, let message): outcome = ReviewOutcome(status: status, message: message)
            case .suspend: terminal.suspend()
            case .redraw: terminal.invalidate()
            case .work(let job) where job is TakeOutJob && !terminal.isAttended:
                apply(.notice(Message(.refusal, "nothing leaves a script: it has no clipboard, pager or editor")))
            case .takeMouse(let take): terminal.takeMouse(take)
            case .snapshot(let request): snapshots.append(request)
            case .offerToTerminal(let copy):
                apply(.notice(CopyText.message(copy, terminal.offerToClipboard(copy.text))))
            case .runProgram(let call):
                if let message = workshop.run(call, on: terminal) { apply(.notice(message)) }
            case .work(let job): workshop.start(job, reports)
            case .stop(let lane): workshop.jobs.stop(lane)
            }
        }
    }

    /// What a picture of the screen says of itself.
    var snapshotTitle: String { "redsieve: \(state.round.name)" }

    private func note(_ message: Message?, _ loading: Loading, _ effects: [Effect]) {
        for effect in effects {
            log.debug("asked for \(effect)")
        }
        if state.round.loading != loading, !state.round.isReading {
            log.info(
                "\(state.round.name): \(state.round.count) items, \(state.round.isComplete ? "whole" : "incomplete")"
            )
        }
        guard let new = state.message, new != message else { return }
        log.log(level: new.kind == .failure ? .error : .info, "\(new.kind): \(new.text)")
    }

    func drawIfNeeded() {
        guard isDirty, outcome == nil else { return }
        // The session asks for what the new layout shows; that may change the layout once more, and no further.
        for _ in 0..<2 {
            let panes = screen.measure(state, size: terminal.size)
            if panes == state.panes { break }
            apply(.laidOut(panes))
        }
        let canvas = screen.draw(state, size: terminal.size)
        terminal.present(canvas)
        isDirty = false
        for request in snapshots { workshop.keep(canvas, request, title: snapshotTitle, reports) }
        snapshots = []
    }
}

/// How a review ended.
public struct ReviewOutcome: Hashable, Sendable {
    /// The exit status, after sysexits: 0 done, 130 interrupted, 128 and the signal's number where another asked for the
    /// end, 129 where the terminal is gone; else that of what kept the round from being read.
    public var status: Int32
    /// One line for standard error, which may hold names from outside; nil where there is nothing to say.
    public var message: String?

    public init(status: Int32, message: String?) {
        self.status = status
        self.message = message
    }
}
