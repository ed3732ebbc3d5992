import CSimdJSON

/// Counts ids that were there before.
enum RepeatedIDs {
    /// - Complexity: O(n), and one copy of the hashes; each list goes as soon as it is copied.
    static func count(_ lists: consuming [[UInt64]]) -> Int {
        var lists = lists
        let total = lists.reduce(0) { $0 + $1.count }
        var all: [UInt64] = []
        all.reserveCapacity(total)
        for index in lists.indices {
            all.append(contentsOf: lists[index])
            lists[index] = []
        }
        return all.withUnsafeMutableBufferPointer { json_count_repeats($0.baseAddress, $0.count) }
    }
}
