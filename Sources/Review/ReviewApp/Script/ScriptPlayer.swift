import Basics
import ReviewScreens
import ReviewSession
import RoundExport
import RoundModel
import ScreenPictures
import TerminalCanvas

extension ReviewApp {
    /// Reads the round and plays a script on it, without a terminal and without ever sleeping: each line has its effect
    /// when nothing that it asked of the workers is outstanding any more.
    ///
    /// Blocks until the last line was played, or one could not be; what is to be kept is on the disk then.
    /// - Parameters:
    ///   - terminal: the one that the app was made with.
    ///   - isCancelled: asked several times a second; true ends the review as Ctrl-C does.
    /// - Throws: the line that is wrong, was refused, or took too long.
    public func play(
        _ script: ReviewScript,
        on terminal: MemoryTerminal,
        isCancelled: @escaping () -> Bool = { false }
    ) throws(ScriptProblem) -> ReviewOutcome {
        try ScriptPlayer.play(script, self, on: terminal, isCancelled: isCancelled)
    }
}

extension CampaignApp {
    /// Reads the rounds and plays a script on them, and on the reviews that it opens, as `ReviewApp.play` does.
    public func play(
        _ script: ReviewScript,
        on terminal: MemoryTerminal,
        isCancelled: @escaping () -> Bool = { false }
    ) throws(ScriptProblem) -> ReviewOutcome {
        try ScriptPlayer.play(script, self, on: terminal, isCancelled: isCancelled)
    }
}

/// Plays the lines of a script.
private struct ScriptPlayer {
    let loop: ScreenLoop
    let terminal: MemoryTerminal
    let script: ReviewScript
    let isCancelled: () -> Bool

    /// Seconds that a line may take.
    private var limit = 120
    private var frames: [ScreenPicture.Frame] = []
    /// Keys and commands so far.
    private var acts = 0

    /// Plays a script on a screen, and on those that it lays over it.
    static func play(
        _ script: ReviewScript,
        _ screen: any PlayedScreen,
        on terminal: MemoryTerminal,
        isCancelled: @escaping () -> Bool
    ) throws(ScriptProblem) -> ReviewOutcome {
        var player = ScriptPlayer(loop: screen.loop, terminal: terminal, script: script, isCancelled: isCancelled)
        screen.nudgeWhenIdle()
        if script.setup.pace != nil { screen.set { 0 } }
        screen.loop.push(screen)
        defer { screen.loop.finish() }
        return try player.play()
    }

    /// The screen that is seen.
    private var top: (any PlayedScreen)? { loop.screens.last as? any PlayedScreen }

    init(loop: ScreenLoop, terminal: MemoryTerminal, script: ReviewScript, isCancelled: @escaping () -> Bool) {
        self.loop = loop
        self.terminal = terminal
        self.script = script
        self.isCancelled = isCancelled
    }

    mutating func play() throws(ScriptProblem) -> ReviewOutcome {
        var leftAt = 0
        var isRead = false
        for line in script.lines {
            if case .timeout(let seconds) = line.step {
                limit = seconds
                continue
            }
            if !isRead { try rest(line.number, "reading the round") }
            isRead = true
            if let outcome = loop.outcome {
                guard outcome.status == 0 else { return outcome }
                throw problem(line, "the review was left at line \(leftAt); nothing can follow")
            }
            try play(line)
            leftAt = line.number
        }
        if !isRead { try rest(script.lines.last?.number ?? 1, "reading the round") }
        return loop.outcome ?? ReviewOutcome(status: 0, message: nil)
    }

    private mutating func play(_ line: ReviewScript.Line) throws(ScriptProblem) {
        switch line.step {
        case .command(let typed): try command(typed, line)
        case .keys(let keys):
            for key in keys where loop.outcome == nil {
                try act(line, "the key \(key.plainName)") { loop, _ in loop.handle(.key(key)) }
            }
        case .type(let text):
            try act(line, "typing") { loop, _ in
                for scalar in text.unicodeScalars where loop.outcome == nil {
                    loop.handle(.key(.character(scalar)))
                }
            }
        case .paste(let text):
            try act(line, "pasting") { loop, _ in loop.handle(.paste(Array(text.utf8))) }
        case .size(let size):
            terminal.size = size
            loop.handle(.resized)
            try rest(line.number, "drawing at another size")
        case .expect(let text):
            guard !line.isTried, !ScreenText.lines(terminal.canvas).contains(where: { $0.contains(text) }) else {
                return
            }
            throw problem(
                line,
                "the screen does not show \"\(text)\"; a :snapshot in front of this line shows what it does"
            )
        case .timeout: break
        case .snapshot(let request):
            try keep(request, line) {
                SnapshotFile.bytes(terminal.canvas, request.format, title: top?.snapshotTitle ?? "redsieve")
            }
        case .frame(let seconds):
            if let first = frames.first, first.canvas.size != terminal.canvas.size {
                throw problem(line, "the frames of a film have one size; film ends the one before")
            }
            frames.append(ScreenPicture.Frame(canvas: terminal.canvas, seconds: seconds))
        case .film(let request):
            guard !frames.isEmpty else { throw problem(line, "there is no frame for this film") }
            try keep(request, line) { ScreenPicture.film(frames, title: top?.snapshotTitle ?? "redsieve") }
            frames = []
        }
    }

    private mutating func command(_ typed: TypedCommand, _ line: ReviewScript.Line) throws(ScriptProblem) {
        // As with keys: nothing may change while nothing can be seen.
        if ScreenLayout(terminal.size) == nil, ![.quit, .interrupt].contains(typed.command) {
            return try refused(line, typed.line, "the screen is too small to show what it does")
        }
        guard let screen = top else { return }
        let action: ScreenAction
        do throws(TypedCommandError) {
            action = try screen.action(for: typed)
        } catch {
            return try refused(line, typed.line, error.message)
        }
        try act(line, typed.line) { _, screen in screen.take(action) }
    }

    /// Does something, waits for all that comes of it, and looks whether it was refused.
    private mutating func act(
        _ line: ReviewScript.Line,
        _ what: String,
        _ body: (ScreenLoop, any PlayedScreen) -> Void
    ) throws(ScriptProblem) {
        guard let screen = top else { return }
        screen.hear()
        acts += 1
        if let pace = script.setup.pace { screen.set { [acts] in Double(acts) * pace } }
        let before = screen.standing
        body(loop, screen)
        try rest(line.number, what)
        guard let now = top, let found = now.standing.problem else { return }
        // What was wrong before and was not touched is not this line's; a dialog that stays as it was refused again.
        guard now !== screen || found != before.problem || now.standing.dialog == before.dialog else { return }
        try refused(line, what, found)
    }

    private func refused(_ line: ReviewScript.Line, _ what: String, _ why: String) throws(ScriptProblem) {
        if !line.isTried { throw problem(line, "\(what) was refused: \(why)") }
    }

    private func keep(
        _ request: SnapshotRequest,
        _ line: ReviewScript.Line,
        _ bytes: () -> [UInt8]
    ) throws(ScriptProblem) {
        do throws(OutputFileError) {
            try SnapshotFile(request).write(bytes())
        } catch {
            throw ScriptProblem(status: error.status, script.name, line: line.number, error.message)
        }
    }

    private func problem(_ line: ReviewScript.Line, _ text: String) -> ScriptProblem {
        ScriptProblem(script.name, line: line.number, text)
    }

    /// Waits until the app is at rest: no worker has anything to do, and all that they said was taken and drawn.
    private mutating func rest(_ line: Int, _ what: String) throws(ScriptProblem) {
        let end = ContinuousClock.now + .seconds(limit)
        while loop.outcome == nil {
            if isCancelled() {
                loop.handle(.ended(.interrupted))
                return
            }
            let screens = loop.screens.compactMap { $0 as? any PlayedScreen }
            for screen in screens { screen.nudgeWhenIdle() }
            // Asked before the reports are taken: whoever is idle has reported all.
            let wasIdle = screens.allSatisfy(\.isIdle)
            for screen in screens { screen.takeWholeReports() }
            guard loop.outcome == nil else { return }
            loop.drawIfNeeded()
            guard screens.allSatisfy(\.isHeard), screens.count == loop.screens.count else { continue }
            if wasIdle, screens.allSatisfy(\.isIdle) { return }
            let left = end - .now
            guard left > .zero else {
                throw ScriptProblem(
                    status: 75,
                    script.name,
                    line: line,
                    "\(what) was not done within \(DecimalText.counted(limit, "second")); a line \"timeout SECONDS\" sets another bound"
                )
            }
            if !wasIdle { _ = terminal.nextEvent(timeoutMilliseconds: min(200, Int(left / .milliseconds(1)) + 1)) }
        }
    }
}
