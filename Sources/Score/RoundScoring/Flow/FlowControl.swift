/// How many requests a server may have at once: more while it keeps up, fewer when it does not.
///
/// Additive increase, multiplicative decrease, as TCP does (RFC 5681): doubled at first, then one more for each full round of
/// answers, and half as many where the server says that it has too much. Where more requests have brought no more answers a
/// second, it stays as it is and tries one more now and then.
///
///     var flow = FlowControl(bound: 64)
///     if flow.hasRoom { flow.begin() }
///     flow.end(rows: 16, at: seconds)
public struct FlowControl: Sendable {
    /// The most requests that are ever under way.
    public let bound: Int
    /// How many may be under way now.
    public private(set) var limit: Int
    /// How many are.
    public private(set) var running = 0
    private var isDoubling = true
    private var window: Window
    /// Rows a second at the limit before this one; nil before there was one.
    private var rateBefore: Double?
    /// Rounds of answers for which the limit stays.
    private var resting = 0

    private struct Window {
        var start: Double?
        var answers = 0
        var rows = 0
        var wasFull = false
    }

    /// - Parameter bound: at least 1.
    public init(bound: Int, start: Int = 2) {
        self.bound = max(1, bound)
        limit = min(max(1, start), self.bound)
        window = Window()
    }

    /// Whether one more may be sent.
    public var hasRoom: Bool { running < limit }

    /// Takes note that a request was sent.
    public mutating func begin() {
        running += 1
        if running >= limit { window.wasFull = true }
    }

    /// Takes note of an answer.
    ///
    /// - Parameters:
    ///   - rows: that it was for.
    ///   - seconds: of a clock that never goes back.
    public mutating func end(rows: Int, at seconds: Double) {
        running = max(0, running - 1)
        guard let start = window.start else {
            window.start = seconds
            return
        }
        window.answers += 1
        window.rows += rows
        // A round: as many answers as there were requests, and long enough to tell a rate.
        guard window.answers >= limit, seconds - start >= 0.05 else { return }
        let rate = Double(window.rows) / (seconds - start)
        let wasFull = window.wasFull
        window = Window(start: seconds)
        // Where there was nothing to send, nothing is known of what the server can do.
        if wasFull { grow(rate) }
    }

    /// Takes note of an answer, or of none, that says that the server has too much to do.
    public mutating func endOverloaded() {
        running = max(0, running - 1)
        isDoubling = false
        // Those that were sent before the limit fell say nothing new.
        guard running < limit else { return }
        limit = max(1, limit / 2)
        rateBefore = nil
        resting = 2
        window = Window()
    }

    /// Takes note that a request ended without telling anything of the server's strength.
    public mutating func endUntold() { running = max(0, running - 1) }

    private mutating func grow(_ rate: Double) {
        if resting > 0 {
            resting -= 1
            if resting == 0 { rateBefore = nil }
            return
        }
        if let before = rateBefore, rate < before * 1.03 {
            isDoubling = false
            resting = 8
            return
        }
        rateBefore = rate
        limit = min(bound, isDoubling ? limit * 2 : limit + 1)
    }
}
