public import ReviewSession
public import TerminalCanvas

/// The event loop: events in, frames out. The program's screens are a stack; the topmost is seen and takes the events.
///
/// Everything here is one thread's. A screen that is left gives way to the one that it was opened from, with the theme, the
/// mouse and the lines of the palette as they were left.
public final class ScreenLoop {
    /// What screens ask of the terminal besides frames: the mouse, the clipboard, a pause.
    let terminal: any Terminal
    /// From the bottom to the topmost.
    private(set) var screens: [any StackedScreen] = []
    private(set) var outcome: ReviewOutcome?
    private var isDirty = true
    /// What the next frame is to be kept as.
    private var snapshots: [SnapshotRequest] = []
    private var patience = FramePatience()

    public init(terminal: any Terminal) { self.terminal = terminal }

    // MARK: The stack

    /// Lays a screen over those that there are, with what they share as it is now.
    public func push(_ screen: any StackedScreen) {
        if let top = screens.last { screen.shared = top.shared }
        screens.append(screen)
        screen.begin()
        isDirty = true
    }

    /// Leaves the topmost screen: for the one below where there is one, else the program; who interrupts it leaves the program.
    public func leave(_ outcome: ReviewOutcome) {
        guard screens.count > 1, outcome.status < 128 else { return end(outcome) }
        let left = screens.removeLast()
        left.finish()
        screens.last?.shared = left.shared
        screens.last?.cameBack()
        if let message = outcome.message { screens.last?.tell(message) }
        isDirty = true
    }

    private func end(_ outcome: ReviewOutcome) {
        if self.outcome == nil { self.outcome = outcome }
    }

    // MARK: The loop

    /// Shows a screen until the user leaves it or the terminal is gone.
    ///
    /// Blocks until then, and until the screens have kept what they keep. The terminal stays open: closing it is for who
    /// made it.
    public func run(_ bottom: any StackedScreen) -> ReviewOutcome {
        terminal.takeMouse(bottom.shared.isMouseTaken)
        push(bottom)
        noteAbilities()
        while outcome == nil {
            takeReports()
            if outcome != nil { break }
            settle()
            if outcome != nil { break }
            drawIfNeeded()
            guard let event = terminal.nextEvent(timeoutMilliseconds: nil) else { continue }
            handle(event)
            handleWaiting()
            if event != .woken { patience.note(screens.last?.unsettledPart, isNew: true, at: .now) }
        }
        finish()
        return outcome ?? ReviewOutcome(status: 0, message: nil)
    }

    /// Ends all screens, the topmost first.
    func finish() {
        while let top = screens.popLast() { top.finish() }
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
            if case .key(let press) = event, let text = screens.last?.text(typedBy: press),
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
        if let event = mouse, outcome == nil { screens.last?.take(event) }
        mouse = nil
    }

    private func insert(_ typed: inout String) {
        guard outcome == nil, !typed.isEmpty else { return }
        screens.last?.insert(typed)
        typed = ""
    }

    func handle(_ event: TerminalEvent) {
        if case .mouse(let mouse) = event {
            screens.last?.take(mouse)
            return
        }
        isDirty = true
        switch event {
        case .key(let press): screens.last?.take(press)
        case .paste(let bytes): screens.last?.take(paste: bytes)
        case .abilities: noteAbilities()
        case .resized, .woken, .mouse: break
        case .ended(.hangUp): end(ReviewOutcome(status: 129, message: nil))
        case .ended(.interrupted): end(ReviewOutcome(status: 130, message: nil))
        case .ended(.asked(let signal)): end(ReviewOutcome(status: 128 + signal, message: nil))
        }
    }

    /// The topmost screen draws by what is known of the terminal now, and those below once they are seen again.
    private func noteAbilities() {
        guard let top = screens.last, top.shared.clusters != terminal.abilities.clusters else { return }
        top.shared.clusters = terminal.abilities.clusters
    }

    /// All screens take what their workers report, those below too.
    private func takeReports() {
        for screen in screens { screen.takeReports() }
    }

    /// Gives work that is nearly done the time to be part of the frame.
    private func settle() {
        while outcome == nil, let top = screens.last, !top.isAsking {
            patience.note(top.unsettledPart, isNew: false, at: .now)
            let left = patience.left(at: .now)
            guard left > 0, let event = terminal.nextEvent(timeoutMilliseconds: left) else { return }
            handle(event)
            takeReports()
            // A key has its own frame to wait for.
            if event != .woken { return patience.note(screens.last?.unsettledPart, isNew: true, at: .now) }
        }
    }

    func drawIfNeeded() {
        guard isDirty, outcome == nil, let top = screens.last else { return }
        let canvas = top.frame(in: terminal.size)
        terminal.present(canvas)
        isDirty = false
        for request in snapshots { top.keep(canvas, request) }
        snapshots = []
    }

    // MARK: What screens ask for

    /// Has a frame drawn before the next event.
    public func drawAnew() { isDirty = true }

    /// Does what only the loop can do.
    public func perform(_ effect: ScreenEffect) {
        switch effect {
        case .takeMouse(let take): terminal.takeMouse(take)
        case .suspend: terminal.suspend()
        case .redraw: terminal.invalidate()
        case .snapshot(let request): snapshots.append(request)
        case .quit(let status, let message): leave(ReviewOutcome(status: status, message: message))
        }
    }
}
