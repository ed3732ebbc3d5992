public import Logging
public import ReviewScreens
public import ReviewSession
public import TerminalCanvas

/// The review of one round as a screen of the program: keys and reports become actions, actions effects.
public final class ReviewApp: DialogScreen {
    public let loop: ScreenLoop
    let workshop: Workshop
    let reports: ActionQueue<Action>
    private var screen: ReviewScreen
    /// What the session knows the room for; nil before the first frame.
    private var laidOut: LaidOut?
    public let keys: KeyMap
    private let log: Logger
    /// The review as it is now.
    public private(set) var state: ReviewState
    /// What is to be done once the round is there; empty once it was.
    private var beginning: [Action]
    /// The newest part of a round that a script waits for.
    var part: Action?
    /// The seconds that go by for the reviewer.
    var clock: () -> Double = { Clocks.steady }

    /// - Parameters:
    ///   - loop: the loop whose screen it will be.
    ///   - beginning: what is to be done once the round is there and its review is open.
    ///   - log: is told what is asked of the workers and what is said to the user; texts of the round are never in it.
    ///   - wake: makes the loop go on; called from any thread.
    public init(
        loop: ScreenLoop,
        workshop: Workshop,
        screen: ReviewScreen,
        state: ReviewState,
        keys: KeyMap = .standard,
        beginning: [Action] = [],
        log: Logger = Logger(label: "review") { _ in SwiftLogNoOpLogHandler() },
        wake: @escaping @Sendable () -> Void
    ) {
        self.loop = loop
        self.workshop = workshop
        self.screen = screen
        self.state = state
        self.keys = keys
        self.beginning = beginning
        self.log = log
        reports = ActionQueue(wake: wake)
    }

    /// Reads the round and reviews it, as the only screen, until the user leaves or the terminal is gone.
    public func run() -> ReviewOutcome { loop.run(self) }

    // MARK: As a screen of the stack

    public var unsettledPart: UnsettledPart? { state.unsettledPart }

    /// Has the round read and the review opened.
    public func begin() { workshop.begin(reports) }

    public func finish() { workshop.end(at: state.place) }

    public func take(_ action: ScreenAction) {
        // Keys that wait are taken before anything is drawn: what scrolls has to know the screen that they came to.
        let size = loop.terminal.size
        if laidOut != layout(in: size) { layOut(in: size) }
        apply(.screen(action))
    }

    public func take(_ event: MouseEvent) {
        switch MouseMap.meaning(of: event, at: screen.spots, in: state, keys) {
        case .action(let action): apply(action)
        case .key(let press): click(press)
        case nil: break
        }
    }

    public var pasteRefusal: String {
        "pasted text does nothing here; \(state.key(.typeThreshold)) and \(state.key(.export)) open fields that take it"
    }

    public var spots: SpotMap { screen.spots }

    public var isLargeEnough: Bool { ScreenLayout(loop.terminal.size) != nil }

    public func frame(in size: TerminalSize) -> Canvas {
        layOut(in: size)
        return screen.draw(state, size: size)
    }

    /// Tells the session how much room each part has.
    private func layOut(in size: TerminalSize) {
        // The session asks for what the new layout shows; that may change the layout once more, and no further.
        for _ in 0..<2 {
            let panes = screen.measure(state, size: size)
            if panes == state.panes { break }
            apply(.laidOut(panes))
        }
        laidOut = layout(in: size)
    }

    private func layout(in size: TerminalSize) -> LaidOut { LaidOut(size: size, isItemWhole: state.isItemWhole) }

    public func keep(_ canvas: Canvas, _ request: SnapshotRequest) {
        workshop.keep(canvas, request, title: snapshotTitle, reports)
    }

    public func takeReports() {
        for action in reports.drain() { apply(action) }
        beginAsAsked()
    }

    /// Does what was asked for when the review was opened, as soon as the round is there.
    func beginAsAsked() {
        guard !beginning.isEmpty, state.round.isComplete, state.pendingWork == nil else { return }
        let actions = beginning
        beginning = []
        for action in actions { apply(action) }
    }

    // MARK: Actions

    func apply(_ action: Action) {
        loop.drawAnew()
        let before = (state.message, state.round.loading)
        workshop.follow(action)
        let effects = reduce(&state, action, at: Moment(clock: clock(), time: Clocks.wall))
        note(before.0, before.1, effects)
        for effect in effects {
            switch effect {
            case .screen(let effect): loop.perform(effect)
            case .work(let job) where job is TakeOutJob && !loop.terminal.isAttended:
                apply(.notice(Message(.refusal, "nothing leaves a script: it has no clipboard, pager or editor")))
            case .offerToTerminal(let copy):
                apply(.notice(CopyText.message(copy, loop.terminal.offerToClipboard(copy.text))))
            case .runProgram(let call):
                if let message = workshop.run(call, on: loop.terminal) { apply(.notice(message)) }
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
}

/// What decides which parts a review's screen has.
private struct LaidOut: Equatable {
    var size: TerminalSize
    var isItemWhole: Bool
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
