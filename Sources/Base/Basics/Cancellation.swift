import Synchronization

/// A switch, thrown once and from any thread, that makes a load or another long piece of work stop soon.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    public init() {}

    /// Asks for the end. Whoever works under it throws its module's `cancelled` within about a tenth of a second.
    public func cancel() { flag.store(true, ordering: .releasing) }

    /// True once `cancel` was called, for good.
    public var isCancelled: Bool { flag.load(ordering: .acquiring) }
}
