import RoundModel
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One line on standard error that tells how far long work has come; only on a terminal, and only where it takes long.
final class ProgressLine: Sendable {
    private struct State {
        var start = ProgressLine.now()
        var last = 0.0
        var isShown = false
    }

    /// A terminal that can take a line back.
    private let isTerminal =
        isatty(STDERR_FILENO) == 1 && getenv("TERM").map { !["", "dumb"].contains(String(cString: $0)) } == true
    private let state = Mutex(State())

    /// Shows a stage and its share of the whole, 0 to 1; nil where the whole is not known.
    func show(_ stage: String, _ fraction: Double?) {
        guard isTerminal else { return }
        let line: String? = state.withLock { state in
            let now = Self.now()
            // Below half a second there is nothing to wait for; and an eye reads no more than ten lines a second.
            guard now - state.start > 0.5, now - state.last > 0.1 else { return nil }
            state.last = now
            state.isShown = true
            let share = fraction.map { " \(Int(min(1, max(0, $0)) * 100)) %" } ?? ""
            return "\r\u{1B}[Kredsieve: \(stage)\(share)"
        }
        guard let line else { return }
        try? StandardStreams.write(Array(line.utf8), to: STDERR_FILENO)
    }

    /// Takes the line away.
    func clear() {
        guard state.withLock({ $0.isShown }) else { return }
        try? StandardStreams.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
