import Basics
import CLibrary
import RoundModel
import Synchronization
import TextSafety

/// One line on standard error that tells how far long work has come; only on a terminal, and only where it takes long.
final class ProgressLine: Sendable {
    /// What is counted, for telling how much of it goes by in a second.
    enum Amount {
        case bytes(Int)
        case rows(Int)
    }

    private struct State {
        /// When the work began, and the present stage of it.
        var start = ProgressLine.now()
        var stage = ""
        var stageStart = ProgressLine.now()
        var last = 0.0
        var isShown = false
    }

    /// A terminal that can take a line back.
    private let isTerminal =
        isatty(STDERR_FILENO) == 1 && EnvironmentVariable.text("TERM").map { !["", "dumb"].contains($0) } == true
    private let state = Mutex(State())

    /// Shows a stage and its share of the whole, 0 to 1, with the rate so far and the time left.
    ///
    /// - Parameters:
    ///   - fraction: nil where the whole is not known.
    ///   - done: what was gone through since the stage began; nil where only shares are known.
    func show(_ stage: String, _ fraction: Double?, _ done: Amount? = nil) {
        guard isTerminal else { return }
        let line: String? = state.withLock { state in
            let now = Self.now()
            if state.stage != stage {
                state.stage = stage
                state.stageStart = now
            }
            // Below half a second there is nothing to wait for; and an eye reads no more than ten lines a second.
            guard now - state.start > 0.5, now - state.last > 0.1 else { return nil }
            state.last = now
            state.isShown = true
            let text = "redsieve: " + Self.text(stage, fraction, done, seconds: now - state.stageStart)
            // A line that is broken by the terminal cannot be taken back.
            return "\r\u{1B}[K"
                + SafeText(Array(text.utf8), asciiOnly: !ProgramLocale.isUnicode).truncated(to: Self.columns - 1).string
        }
        guard let line else { return }
        try? StandardStreams.write(Array(line.utf8), to: STDERR_FILENO)
    }

    /// - Parameter seconds: since the stage began.
    static func text(_ stage: String, _ fraction: Double?, _ done: Amount?, seconds: Double) -> String {
        var parts = [stage]
        let share = fraction.map { min(1, max(0, $0)) }
        if let share { parts.append("\(Int(share * 100)) %") }
        // A rate over less than this says more about the clock.
        guard seconds > 0.05 else { return parts.joined(separator: " · ") }
        switch done {
        case .bytes(let bytes)?:
            if share == nil { parts.append(ByteText.size(bytes)) }
            if bytes > 0 { parts.append("\(ByteText.size(Int(Double(bytes) / seconds)))/s") }
        case .rows(let rows)?:
            if rows > 0 { parts.append("\(DecimalText.grouped(Int(Double(rows) / seconds))) rows/s") }
        case nil: break
        }
        if let share, share > 0, share < 1 {
            let left = Int((seconds * (1 - share) / share).rounded(.up))
            if left >= 1 { parts.append("\(DecimalText.grouped(left)) s left") }
        }
        return parts.joined(separator: " · ")
    }

    private static var columns: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1 ? Int(size.ws_col) : 80
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
