/// How long to wait before a request is made again: longer each time, and never shorter than the server asks for.
public struct RetryPause: Hashable, Sendable {
    /// In seconds.
    public var first = 0.5
    public var longest = 30.0

    public init() {}

    /// The pause before a try.
    ///
    /// - Parameters:
    ///   - tries: that were made, at least one.
    ///   - asked: what the server asks for, in seconds; nil for nothing.
    ///   - share: 0 to 1, by chance: so that many do not come back at once.
    public func seconds(after tries: Int, asked: Double?, share: Double) -> Double {
        var pause = first
        for _ in 1..<max(1, min(tries, 32)) { pause = min(longest, pause * 2) }
        let spread = pause / 2 + pause / 2 * share
        return max(spread, asked ?? 0)
    }
}
