import Basics
import CRowReader
import RoundModel

/// Hashes of items' ids, dealt into parts by their lowest bits, so that what is equal is in one part.
///
/// Each part is memory of its own: kept block by block they lay between the columns, and left holes among them when all
/// were counted.
struct DealtIDs: ~Copyable {
    static let parts = 32

    private let columns: UnsafeMutablePointer<GrowingColumn<UInt64>>

    init() {
        columns = .allocate(capacity: Self.parts)
        for part in 0..<Self.parts { (columns + part).initialize(to: GrowingColumn(firstCapacity: 64)) }
    }

    deinit {
        columns.deinitialize(count: Self.parts)
        columns.deallocate()
    }

    /// - Returns: false where there is no memory for more.
    /// - Complexity: O(n).
    mutating func append(_ hashes: [UInt64]) -> Bool {
        for hash in hashes where !columns[Int(truncatingIfNeeded: hash % UInt64(Self.parts))].append(hash) {
            return false
        }
        return true
    }

    /// Counts ids that were there before. The hashes are out of order afterwards.
    ///
    /// - Complexity: O(n), shared among the cores.
    mutating func countRepeats() -> Int {
        // Each part is counted by one thread, and the access to all of them lasts until they are counted.
        nonisolated(unsafe) let columns = columns
        return ParallelMap.of(Self.parts) { part in
            row_count_repeats(columns[part].start, columns[part].count)
        }.reduce(0, +)
    }
}
