import CSimdJSON
import Dispatch
import Synchronization

/// Hashes of some items' ids, dealt into parts by their lowest bits, so that what is equal is in one part.
struct DealtIDs: Sendable {
    static let parts = 32

    /// Part by part.
    private let hashes: [UInt64]
    /// Where each part ends.
    private let ends: [UInt32]

    /// - Complexity: O(n).
    init(_ hashes: [UInt64]) {
        var ends = [UInt32](repeating: 0, count: Self.parts)
        for hash in hashes { ends[Self.part(of: hash)] += 1 }
        var next = [Int](repeating: 0, count: Self.parts)
        for part in 1..<Self.parts {
            next[part] = Int(ends[part - 1])
            ends[part] += ends[part - 1]
        }
        self.ends = ends
        self.hashes = [UInt64](unsafeUninitializedCapacity: hashes.count) { room, count in
            for hash in hashes {
                let part = Self.part(of: hash)
                room.initializeElement(at: next[part], to: hash)
                next[part] += 1
            }
            count = hashes.count
        }
    }

    private static func part(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash % UInt64(parts)) }

    var count: Int { hashes.count }

    subscript(part part: Int) -> ArraySlice<UInt64> {
        hashes[(part > 0 ? Int(ends[part - 1]) : 0)..<Int(ends[part])]
    }
}

/// Counts ids that were there before.
enum RepeatedIDs {
    /// Parts that are counted at once, at most: each is copied for it.
    private static let workers = 4

    /// - Complexity: O(n), shared among the cores; holds an eighth of the hashes once more.
    static func count(_ lists: [DealtIDs]) -> Int {
        let total = Atomic<Int>(0)
        let taken = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            var hashes: [UInt64] = []
            while true {
                let part = taken.wrappingAdd(1, ordering: .relaxed).oldValue
                guard part < DealtIDs.parts else { return }
                hashes.removeAll(keepingCapacity: true)
                hashes.reserveCapacity(lists.reduce(0) { $0 + $1[part: part].count })
                for list in lists { hashes.append(contentsOf: list[part: part]) }
                let repeats = hashes.withUnsafeMutableBufferPointer { json_count_repeats($0.baseAddress, $0.count) }
                total.wrappingAdd(repeats, ordering: .relaxed)
            }
        }
        return total.load(ordering: .relaxed)
    }
}
