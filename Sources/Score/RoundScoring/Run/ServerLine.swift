import Basics
import RewardServers

/// What waits for one server, what is under way, and how it does.
struct ServerLine {
    let server: RewardServer
    /// Rows that one request may hold.
    let mostRows: Int
    var flow: FlowControl
    /// Rows that were not asked for yet, in their order.
    var fresh: [Int] = []
    private var freshStart = 0
    /// Portions that are asked for again.
    var again: [Portion] = []
    /// Nothing is sent before.
    var pausedUntil = 0.0
    /// When the server last answered anything, or the run began.
    var lastSeen: Double
    /// How often in a row nothing was there.
    var absences = 0
    /// What was wrong last.
    var lastTrouble: String?
    /// Failed rows since the last score: kept back, in case no row is to blame.
    var held: [(row: Int, failure: RowFailure)] = []
    /// True where the server was away, so that another may stand in its place.
    var mustIdentify = false
    let pause = RetryPause()
    var chance: SplitMix64

    /// - Parameters:
    ///   - limit: of requests that may be under way at first; nil for a run that knows nothing of the server yet.
    ///   - seed: of the pauses' lengths.
    init(_ server: RewardServer, at now: Double, limit: Int? = nil, seed: UInt64) {
        self.server = server
        mostRows = server.dialect.mostRows
        flow = limit.map { FlowControl(bound: server.concurrency, start: $0) } ?? FlowControl(bound: server.concurrency)
        lastSeen = now
        chance = SplitMix64(seed: seed)
    }

    /// Rows that wait to be asked for the first time.
    var freshCount: Int { fresh.count - freshStart }

    /// Whether more rows should wait than do.
    var wantsMore: Bool { freshCount < 2 * mostRows * max(1, flow.limit) }

    /// Whether one more request may be made.
    func canSend(at now: Double) -> Bool { flow.hasRoom && now >= pausedUntil && (freshCount > 0 || !again.isEmpty) }

    /// The next portion that may be sent; nil for none.
    ///
    /// - Parameter isLast: true where no more rows come, so that a portion need not be full.
    mutating func next(at now: Double, isLast: Bool) -> Portion? {
        guard !mustIdentify, canSend(at: now) else { return nil }
        if let index = again.firstIndex(where: { $0.notBefore <= now }) { return again.remove(at: index) }
        // A portion that is not full goes where the server has nothing else to do.
        guard freshCount > 0, freshCount >= mostRows || isLast || flow.running == 0 else { return nil }
        let end = min(fresh.count, freshStart + mostRows)
        let rows = Array(fresh[freshStart..<end])
        freshStart = end
        if freshStart > 4096 {
            fresh.removeFirst(freshStart)
            freshStart = 0
        }
        return Portion(rows: rows)
    }

    /// When something that waits may be sent at the earliest; nil where nothing waits for a time.
    func nextTime(after now: Double) -> Double? {
        let waits = again.map { max($0.notBefore, pausedUntil) } + (freshCount > 0 ? [pausedUntil] : [])
        return waits.filter { $0 > now }.min()
    }

    var isIdle: Bool { freshCount == 0 && again.isEmpty && flow.running == 0 }
}
