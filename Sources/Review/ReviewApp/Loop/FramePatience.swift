import ReviewSession

/// How long a frame is held back for work that is nearly done.
///
/// A threshold, its counts and its items are to be seen to change together, but a frame does not wait for what took too
/// long the last time: that has a frame of its own.
struct FramePatience {
    /// The most to wait from a key on. With what a frame takes itself it stays well below the time of one at 60 a second.
    static let most = Duration.milliseconds(8)

    /// What the screen waits for, and since when.
    private var waiting: (part: UnsettledPart, since: ContinuousClock.Instant)?
    /// How long each took the last time, or at least.
    private var taken: [UnsettledPart: Duration] = [:]

    /// Takes note of what the screen waits for.
    ///
    /// - Parameter isNew: true behind a key, from which on it is waited anew.
    mutating func note(_ part: UnsettledPart?, isNew: Bool, at now: ContinuousClock.Instant) {
        if let waiting, part == nil || isNew {
            let time = now - waiting.since
            // What was not waited for to the end took that long at least.
            taken[waiting.part] = part == nil ? time : max(time, taken[waiting.part] ?? .zero)
            self.waiting = nil
        }
        if waiting == nil, let part { waiting = (part, now) }
    }

    /// The whole milliseconds that the frame can wait from now on, from 0.
    func left(at now: ContinuousClock.Instant) -> Int {
        guard let waiting, taken[waiting.part] ?? .zero <= Self.most else { return 0 }
        let left = Self.most - (now - waiting.since)
        return left > .zero ? Int((left / .milliseconds(1)).rounded(.up)) : 0
    }
}
