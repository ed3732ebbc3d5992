internal import RoundFiles
internal import Synchronization

/// What the threads of one pass share.
///
/// Unchecked: `tables` is touched only between `enter` and `leave` of the turnstile, which lets one thread through at a
/// time, and by `sets` when all threads are done; the rest is constant or guards itself.
final class SelectionState: @unchecked Sendable {
    enum Outcome {
        case done
        /// Two different texts with one hash.
        case collided
        case failed(ExportError)
    }

    let comparison: DistinctTables.Comparison
    let output: (any SelectionOutput)?
    private let chunkCount: Int
    private let nextTicket = Atomic<Int>(0)
    private let result = Mutex<Outcome>(.done)
    /// Thrown when the pass has ended before its time.
    let ending = Cancellation()

    private let entrance = Turnstile()
    private var tables: DistinctTables
    private let rowsDone = Mutex<Int>(0)

    init(
        tables: consuming DistinctTables,
        comparison: DistinctTables.Comparison,
        output: (any SelectionOutput)?,
        chunkCount: Int
    ) {
        self.tables = tables
        self.comparison = comparison
        self.output = output
        self.chunkCount = chunkCount
    }

    /// The next chunk that nobody works on; nil where there is none, or no more is to be done.
    func takeTicket() -> Int? {
        guard !isStopped else { return nil }
        let ticket = nextTicket.wrappingAdd(1, ordering: .relaxed).oldValue
        return ticket < chunkCount ? ticket : nil
    }

    /// Enters a chunk into the tables in its turn; false where the pass has ended meanwhile.
    func enter(
        _ selected: inout SelectedTexts,
        ticket: Int,
        with recall: inout TextRecall
    ) throws(ExportError) -> Bool {
        guard entrance.enter(ticket) else { return false }
        try tables.enter(&selected, comparing: comparison, with: &recall)
        entrance.leave()
        return true
    }

    /// Notes that a chunk's rows are done, and tells how many that makes, to one caller at a time.
    func finish(rows: Int, progress: (Int) -> Void) {
        rowsDone.withLock {
            $0 += rows
            progress($0)
        }
    }

    var isStopped: Bool { ending.isCancelled }

    func fail(_ error: ExportError) { stop(.failed(error)) }

    func collide() { stop(.collided) }

    /// The first reason to stop is the one that counts.
    private func stop(_ outcome: Outcome) {
        result.withLock { if case .done = $0 { $0 = outcome } }
        ending.cancel()
        entrance.stop()
        output?.stop()
    }

    var outcome: Outcome { result.withLock { $0 } }

    /// What was counted; to be asked for when all threads are done.
    var sets: DistinctSets { tables.sets }
}
