import CLibrary
import ReviewApp
import Synchronization
import TerminalCanvas

/// Lines from standard input, or from the terminal where that is the round, and to standard output.
final class StandardLines: LineChannel {
    let isInteractive: Bool
    private let descriptor: Int32
    private let wake: WakePipe
    private let caught = Caught()
    private var waiting: [UInt8] = []
    /// Where in `waiting` no line end was found yet.
    private var searched = 0
    private var isAtEnd = false
    /// True while the rest of a line that is too long passes by.
    private var isSkipping = false
    /// Edits the lines that somebody types on a terminal that can; nil for any other.
    private let editor: LineEditor?
    /// Lines of earlier runs; nil where nobody types, or there is no place for them.
    private let history: LineHistory?
    /// True right behind a Ctrl-C on an empty line.
    private var isLeaving = false
    /// Why standard output can take no more.
    private(set) var failure: ProgramFailure?

    /// True where that is a terminal which is gone, as after a hang-up.
    var isTerminalGone: Bool { failure != nil && writesToTerminal }
    private let writesToTerminal = isatty(STDOUT_FILENO) == 1

    /// Bytes of a line that are kept: more than a command can take.
    static let limit = 64 << 10

    /// Called before other threads are there, so that signals come to it alone.
    ///
    /// - Parameters:
    ///   - isRoundInput: true where standard input is the round.
    ///   - names: what Tab completes.
    /// - Throws: 64, where lines could then come from nowhere.
    init(isRoundInput: Bool, names: [String], wake: WakePipe) throws(ProgramFailure) {
        self.wake = wake
        if isRoundInput {
            descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else {
                throw ProgramFailure(
                    status: 64,
                    message:
                        "standard input is the round, so the commands need a terminal to come from; name a file instead"
                )
            }
        } else {
            descriptor = STDIN_FILENO
        }
        isInteractive = isatty(descriptor) == 1
        editor = isInteractive ? LineEditor(input: descriptor, output: STDOUT_FILENO, names: names) : nil
        history = editor == nil ? nil : LineHistory()
        for line in history?.lines ?? [] { editor?.remember(line) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGCONT] where !Interruption.isIgnored(number) {
            sigaddset(&signals, number)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        SignalWait(signals: signals) { [caught] number in
            caught.set(number)
            wake.wake()
        }.start()
    }

    var columns: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(20, Int(size.ws_col))
    }

    func write(_ text: String) -> Bool {
        do throws(ProgramFailure) {
            try StandardStreams.write(text)
            return true
        } catch {
            failure = error
            return false
        }
    }

    func prompt() -> Bool {
        guard let editor else { return write("> ") }
        editor.show()
        return true
    }

    /// Gives the terminal back, however the review ends.
    func close() { editor?.leave() }

    func remember(_ line: String, isKept: Bool) {
        editor?.remember(line)
        if isKept { history?.append(line) }
    }

    func suspend() -> Bool {
        guard isInteractive else { return false }
        editor?.leave()
        // SIGTSTP stops nobody whose shell has gone.
        raise(SIGSTOP)
        return true
    }

    func nextEvent(takesLine: Bool, timeoutMilliseconds: Int?) -> LineEvent? {
        let event = wait(takesLine: takesLine, timeoutMilliseconds)
        // While a line is not waited for the terminal is as it was found.
        if takesLine, event != .woken, event != nil { editor?.hide() }
        return event
    }

    private func wait(takesLine: Bool, _ timeoutMilliseconds: Int?) -> LineEvent? {
        while true {
            if let number = caught.take() {
                if let event = event(of: number, takesLine) { return event }
                continue
            }
            if takesLine, editor == nil {
                if let line = nextLine() { return taken(line) }
                if isAtEnd { return .end }
            }
            var polled = [pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)]
            if takesLine { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
            let count = poll(&polled, nfds_t(polled.count), Int32(clamping: timeoutMilliseconds ?? -1))
            if count == 0 { return nil }
            guard count > 0 else {
                if errno == EINTR { continue }
                return .end
            }
            if polled[0].revents != 0 {
                wake.drain()
                guard let number = caught.take() else { return .woken }
                if let event = event(of: number, takesLine) { return event }
                continue
            }
            guard takesLine, polled.count > 1, polled[1].revents != 0 else { continue }
            // A terminal that is gone is no end that somebody typed.
            if isInteractive, polled[1].revents & Int16(POLLHUP | POLLERR) != 0 { return .ended(SIGHUP) }
            guard let editor else {
                read()
                continue
            }
            isLeaving = false
            switch editor.takeKey() {
            case .goesOn: break
            case .line(let line): return taken(line)
            case .end: return .end
            }
        }
    }

    private func taken(_ line: [UInt8]) -> LineEvent {
        isLeaving = false
        return .line(line)
    }

    /// What a signal comes to; nil where it only changed the line.
    private func event(of number: Int32, _ takesLine: Bool) -> LineEvent? {
        switch number {
        case SIGCONT:
            editor?.resume()
            return nil
        case SIGINT:
            guard takesLine, isInteractive else { return .interrupted }
            // A line that was begun is what Ctrl-C is for; without one it may be meant for the review.
            let wasTyping = editor?.isTyping ?? false
            editor?.hide()
            if !wasTyping, isLeaving { return .interrupted }
            isLeaving = !wasTyping
            let hint = wasTyping ? "" : "Ctrl-C once more, Ctrl-D or quit leaves the review\n"
            return write("^C\n" + hint) && prompt() ? nil : .interrupted
        default: return .ended(number)
        }
    }

    private func read() {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = CLibrary.read(descriptor, &chunk, chunk.count)
        if count > 0 {
            waiting += chunk[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isAtEnd = true
        }
    }

    /// The next line that is whole, or the last one without an end.
    private func nextLine() -> [UInt8]? {
        while true {
            if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(waiting[..<end])
                waiting.removeFirst(end + 1)
                searched = 0
                if isSkipping {
                    isSkipping = false
                    continue
                }
                return line
            }
            searched = waiting.count
            if isSkipping {
                waiting.removeAll()
                searched = 0
            } else if waiting.count > Self.limit {
                // Told to be too long now, since its end may never come.
                let line = waiting
                waiting = []
                searched = 0
                isSkipping = true
                return line
            }
            guard isAtEnd, !waiting.isEmpty else { return nil }
            waiting.append(UInt8(ascii: "\n"))
        }
    }
}

/// The signal that came last, until it is taken.
private final class Caught: Sendable {
    private let number = Mutex<Int32?>(nil)

    func set(_ number: Int32) { self.number.withLock { $0 = number } }

    func take() -> Int32? {
        number.withLock { number in
            defer { number = nil }
            return number
        }
    }
}
