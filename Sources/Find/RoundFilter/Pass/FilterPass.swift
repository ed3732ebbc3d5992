internal import Basics
internal import ItemFilter
internal import RoundModel
internal import Synchronization

/// What the threads of one pass over the rows share.
final class FilterPass: Sendable {
    /// One block to read, and what for.
    struct Task: Sendable {
        var block: Int
        /// The tests that are asked of its rows, by their number.
        var tests: [Int]
        /// Whether its values are remembered.
        var isCoded: Bool
    }

    private struct Found {
        var bits: [ItemBits]
        var scanned: ItemBits
        var bytesDone = 0
        var throttle = Throttle(every: .milliseconds(50))
        /// The tests whose field some row has.
        var met: Set<Int> = []
    }

    let tests: [RowTest]
    let tasks: [Task]
    private let columns: ScoreColumns
    private let bytes: Int
    private let found: Mutex<Found>
    private let onProgress: @Sendable (_ bits: [ItemBits], _ scanned: ItemBits, _ fraction: Double) -> Void

    /// - Parameters:
    ///   - bits: what is known of each test from before.
    ///   - scanned: the items for which that is all.
    init(
        _ tests: [RowTest],
        _ tasks: [Task],
        bits: [ItemBits],
        scanned: ItemBits,
        columns: ScoreColumns,
        onProgress: @escaping @Sendable ([ItemBits], ItemBits, Double) -> Void
    ) {
        self.tests = tests
        self.tasks = tasks
        self.columns = columns
        self.onProgress = onProgress
        bytes = tasks.reduce(0) { $0 + columns.blocks[$1.block].byteCount(of: 0..<columns.blocks[$1.block].count) }
        found = Mutex(Found(bits: bits, scanned: scanned))
    }

    var bits: [ItemBits] { found.withLock { $0.bits } }

    /// Notes that some row has the field of each of some tests.
    func meet(_ tests: [Int]) { found.withLock { $0.met.formUnion(tests) } }

    /// The first field that no row has, of those that were not known before.
    var unmet: FilterField? {
        let met = found.withLock { $0.met }
        return tests.indices.first { !tests[$0].isKnown && !met.contains($0) }.map { tests[$0].field }
    }

    /// Takes in what a block gave, and shows it where nothing was shown for a while.
    func finish(_ task: Task, _ blockBits: [ItemBits]) {
        let block = columns.blocks[task.block]
        let first = columns.firstItem[task.block]
        let all = ItemBits(block.count) { _ in true }
        found.withLock { found in
            for (bits, test) in zip(blockBits, task.tests) { found.bits[test].formUnion(bits, at: first) }
            found.scanned.formUnion(all, at: first)
            found.bytesDone += block.byteCount(of: 0..<block.count)
            guard found.throttle.isDue() else { return }
            // Under the lock, so that snapshots come one at a time and in order.
            onProgress(found.bits, found.scanned, bytes > 0 ? min(1, Double(found.bytesDone) / Double(bytes)) : 0)
        }
    }
}
