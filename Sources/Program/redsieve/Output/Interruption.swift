import Basics
import CLibrary
import Synchronization

/// Turns Ctrl-C and requests to end into a cancellation, so that work in progress leaves nothing half done.
///
/// The signals are blocked and taken by a thread that waits for them: one that comes at any moment after `init` is
/// seen, where a handler installed later or elsewhere could miss it.
final class Interruption {
    let cancellation = Cancellation()
    private let caught = CaughtSignal()

    /// Called before other threads are there, so that all of them inherit the mask.
    init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(number) { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        SignalWait(signals: signals) { [caught, cancellation] number in
            if caught.set(number) { Self.end(number) }
            cancellation.cancel()
        }.start()
    }

    /// Lets a signal that comes from now on end the program at once: there is nothing left to clean up, and a reader
    /// who takes no results must not hold the program.
    func release() { caught.release() }

    /// Lets a signal cancel again: there is more work to come.
    func hold() { caught.hold() }

    /// Ends the program as the signal asked, once everything is cleaned up; returns where none came.
    func finish() {
        if let number = caught.number { Self.end(number) }
    }

    static func end(_ number: Int32) {
        StandardStreams.message("interrupted")
        if number == SIGINT { ProgramExit.leave(130) }
        // Whoever sent it shall see that it was the signal that ended the program.
        raise(number)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, number)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
    }

    /// True where whoever started the program wants the signal to be ignored, as `nohup` does.
    static func isIgnored(_ number: Int32) -> Bool {
        let before = signal(number, SIG_DFL)
        guard unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else { return false }
        signal(number, SIG_IGN)
        return true
    }
}

/// A thread of its own that takes blocked signals.
final class SignalWait: Sendable {
    private let signals: sigset_t
    private let take: @Sendable (Int32) -> Void

    init(signals: sigset_t, take: @escaping @Sendable (Int32) -> Void) {
        self.signals = signals
        self.take = take
    }

    /// Starts the thread, which lives as long as the program.
    func start() {
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let code = pthread_create(
            &thread,
            nil,
            { argument in
                let pointer: UnsafeMutableRawPointer? = argument
                guard let pointer else { return nil }
                Unmanaged<SignalWait>.fromOpaque(pointer).takeRetainedValue().wait()
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        if code == 0 {
            #if canImport(Glibc)
            pthread_detach(thread)
            #else
            if let thread { pthread_detach(thread) }
            #endif
        } else {
            // Without the thread a signal ends the program at once, as it would without all this.
            var signals = signals
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        }
    }

    private func wait() {
        var signals = signals
        var number: Int32 = 0
        while sigwait(&signals, &number) == 0 { take(number) }
    }
}

/// The first signal that came, and whether one that comes has to wait for work to be cleaned up.
private final class CaughtSignal: Sendable {
    private struct State {
        var first: Int32?
        var isReleased = false
    }

    private let state = Mutex(State())

    var number: Int32? { state.withLock { $0.first } }

    func hold() { state.withLock { $0.isReleased = false } }

    func release() { state.withLock { $0.isReleased = true } }

    /// - Returns: whether nothing has to be waited for.
    func set(_ number: Int32) -> Bool {
        state.withLock { state in
            state.first = state.first ?? number
            return state.isReleased
        }
    }
}
