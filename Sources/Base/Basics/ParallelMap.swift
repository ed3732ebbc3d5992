internal import Dispatch
internal import Synchronization

/// Calls that need nothing of each other, made at once on all cores.
public enum ParallelMap {
    /// The results of `body` for the numbers below `count`, in their order.
    ///
    /// - Complexity: that of the calls, shared among the cores.
    public static func of<Result: Sendable>(_ count: Int, _ body: @Sendable (_ number: Int) -> Result) -> [Result] {
        guard count > 1 else { return (0..<count).map(body) }
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let result = body(number)
            results.withLock { $0[number] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
