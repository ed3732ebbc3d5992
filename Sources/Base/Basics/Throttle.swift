/// Lets reports through after a time that is at least so long; whoever shares one holds it under a lock.
public struct Throttle: Sendable {
    private let interval: Duration
    private var next: ContinuousClock.Instant

    /// - Parameter isDueAtOnce: whether the first report passes right away.
    public init(every interval: Duration, isDueAtOnce: Bool = true) {
        self.interval = interval
        next = isDueAtOnce ? .now : .now + interval
    }

    /// Whether the time has come for another report, which is then taken to be made.
    ///
    /// - Parameter isUrgent: true for a report that is not to wait.
    public mutating func isDue(isUrgent: Bool = false) -> Bool {
        let now = ContinuousClock.now
        guard isUrgent || now >= next else { return false }
        next = now + interval
        return true
    }
}
