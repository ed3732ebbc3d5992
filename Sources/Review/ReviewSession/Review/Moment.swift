/// When an action happened, as the loop tells it: the session looks at no clock.
public struct Moment: Hashable, Sendable {
    /// Seconds of a clock that cannot be set.
    public var clock: Double
    /// Milliseconds since 1970, for people to read.
    public var time: Int

    public init(clock: Double = 0, time: Int = 0) {
        self.clock = clock
        self.time = time
    }
}
