internal import Synchronization

/// Room in memory that a job was promised, until it ends.
///
/// Others that ask meanwhile are given what is left beside it.
public final class MemoryClaim: Sendable {
    private let bytes: Atomic<Int>

    fileprivate init(_ bytes: Int) { self.bytes = Atomic(bytes) }

    deinit { end() }

    /// Gives the room back; called again it does nothing.
    public func end() { MemoryRoom.claimed.subtract(bytes.exchange(0, ordering: .relaxed), ordering: .relaxed) }
}

extension MemoryRoom {
    /// What jobs under way were promised.
    fileprivate static let claimed = Atomic<Int>(0)

    /// What the jobs under way may still take beside what they have, at most.
    static var promised: Int { claimed.load(ordering: .relaxed) }

    /// Room for what a job takes in all, for as long as it runs.
    ///
    /// - Throws: `memoryLimit` where there is none.
    public static func claim(_ bytes: Int) throws(RoundFilesError) -> MemoryClaim {
        try require(bytes)
        if limit == nil { return MemoryClaim(0) }
        claimed.add(bytes, ordering: .relaxed)
        return MemoryClaim(bytes)
    }
}
