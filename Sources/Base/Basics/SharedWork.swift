internal import Dispatch
internal import Synchronization

/// Numbered pieces of work that several threads share out among themselves; the first failure ends it for all.
///
/// A pass over rows gives each thread a body that makes what the thread needs (a reader, a buffer) and takes pieces until
/// there are none:
///
///     let work = SharedWork<RoundFilesError>(count: blocks.count) { () throws(RoundFilesError) in try cancellation.check() }
///     try work.run { work throws(RoundFilesError) in
///         let reader = texts.makeRowReader()
///         while let number = try work.next() { try reader.open(blocks[number]); ... }
///     }
///
/// Where `run` returns, every piece was taken by one thread, which came back from it; where it throws, that is what the first
/// thread threw that failed, and all threads have ended.
public final class SharedWork<Failure: Error>: Sendable {
    private let count: Int
    private let turnstiles: [Turnstile]
    private let mayGoOn: @Sendable () throws(Failure) -> Void
    private let taken = Atomic<Int>(0)
    private let hasFailed = Atomic<Bool>(false)
    private let failure = Mutex<Failure?>(nil)

    /// - Parameters:
    ///   - count: how many pieces there are; `.max` where the threads get them from elsewhere and know when to end.
    ///   - turnstiles: where threads wait for others' pieces: a failure lets them go.
    ///   - mayGoOn: asked before each piece, on any thread; throws where the work was cancelled, or memory is short.
    public init(
        count: Int,
        turnstiles: [Turnstile] = [],
        mayGoOn: @escaping @Sendable () throws(Failure) -> Void
    ) {
        self.count = count
        self.turnstiles = turnstiles
        self.mayGoOn = mayGoOn
    }

    /// Has as many threads do `body`, this one among them, and waits for all of them. Without a piece there is no call.
    ///
    /// - Parameter threads: at least 1; no more are taken than there are pieces.
    public func run(
        threads: Int = Processors.count(),
        _ body: @Sendable (SharedWork) throws(Failure) -> Void
    ) throws(Failure) {
        guard count > 0 else { return }
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in perform(body) }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    /// The same on other threads alone, while this one tells how far it is.
    ///
    /// - Parameters:
    ///   - interval: the time between two calls of `tell`.
    ///   - tell: called on this thread while others work; not once somebody has failed.
    public func run(
        threads: Int,
        every interval: Duration,
        tell: () -> Void,
        _ body: @escaping @Sendable (SharedWork) throws(Failure) -> Void
    ) throws(Failure) {
        let group = DispatchGroup()
        let queue = DispatchQueue(label: "redsieve.work", qos: .userInitiated, attributes: .concurrent)
        for _ in 0..<max(1, min(threads, count)) { queue.async(group: group) { self.perform(body) } }
        let step = DispatchTimeInterval.microseconds(Int(interval / .microseconds(1)))
        while group.wait(timeout: .now() + step) == .timedOut {
            if !isOver { tell() }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    /// The next piece that nobody works on; nil where there is none, or somebody has failed.
    ///
    /// - Throws: what `mayGoOn` throws.
    public func next() throws(Failure) -> Int? {
        if isOver { return nil }
        try mayGoOn()
        let piece = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return piece < count ? piece : nil
    }

    /// Asked within a long piece.
    ///
    /// - Returns: false where somebody has failed, so that the piece need not be ended.
    /// - Throws: what `mayGoOn` throws.
    public func goesOn() throws(Failure) -> Bool {
        if isOver { return false }
        try mayGoOn()
        return true
    }

    /// True once somebody has failed.
    public var isOver: Bool { hasFailed.load(ordering: .acquiring) }

    private func perform(_ body: @Sendable (SharedWork) throws(Failure) -> Void) {
        do throws(Failure) {
            try body(self)
        } catch {
            failure.withLock { if $0 == nil { $0 = error } }
            hasFailed.store(true, ordering: .releasing)
            for turnstile in turnstiles { turnstile.stop() }
        }
    }
}
