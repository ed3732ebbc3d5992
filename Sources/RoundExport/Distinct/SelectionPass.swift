internal import Dispatch
internal import RoundFiles
internal import RoundModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One pass over the rows of a round, on all cores: decodes what the rule selects, tells first appearances from
/// repeats, and hands each chunk of rows, in order, to whoever writes it.
///
/// Each thread takes the next chunk, reads and hashes it; enters it into the tables when all chunks before it have been
/// entered; compares texts whose hashes agree; and writes. Where two different texts turn out to have one hash, which
/// takes about 2^45 of them, the pass is made anew with each comparison in its turn.
struct SelectionPass: Sendable {
    var round: LoadedRound
    var thresholds: Thresholds
    var cancellation: Cancellation
    /// Called with the rows done, from one thread at a time.
    var progress: (@Sendable (Int) -> Void)?
    var hash = TextHash()
    /// Work that a thread of its own does beside the pass, until the cancellation that it is given is thrown.
    var sideWork: (@Sendable (Cancellation) throws(ExportError) -> Void)?

    /// Goes over the round once, or twice if it has to.
    ///
    /// - Parameter output: what writes the rows, if they are to be written.
    func run(into output: (any SelectionOutput)?) throws(ExportError) -> DistinctSets {
        guard round.columns.count <= ItemTable.largestItem else { throw .tooManyItems(round.columns.count) }
        let counts = round.columns.tally(thresholds, baseline: thresholds).counts
        let chunks = RowChunk.all(of: round.columns)
        for comparison in [DistinctTables.Comparison.later, .now] {
            guard let tables = DistinctTables(counts: counts) else {
                throw .noMemory(rows: counts.adversarial + counts.accepted)
            }
            let state = SelectionState(
                tables: tables,
                comparison: comparison,
                output: output,
                chunkCount: chunks.count
            )
            run(state, on: chunks)
            switch state.outcome {
            case .done: return state.sets
            case .failed(let error): throw error
            case .collided: try output?.restart()
            }
        }
        // With comparisons in their turn nothing is taken on trust that could collide.
        throw .source(message: "the texts of the round changed while they were compared", exitStatus: 74)
    }

    private func run(_ state: SelectionState, on chunks: [RowChunk]) {
        let sideWorkDone = DispatchSemaphore(value: 0)
        if let sideWork {
            DispatchQueue(label: "redsieve.side-work").async {
                do throws(ExportError) { try sideWork(state.ending) } catch { state.fail(error) }
                sideWorkDone.signal()
            }
        }
        DispatchQueue.concurrentPerform(iterations: min(Self.processors + 1, chunks.count)) { _ in
            SelectionWorker(pass: self, state: state).work(on: chunks)
        }
        while sideWork != nil, sideWorkDone.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
            if cancellation.isCancelled { state.fail(.cancelled) }
        }
    }

    private static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Takes the rows of a pass: a chunk is rendered by any thread, and written when all chunks before it were.
protocol SelectionOutput: Sendable {
    /// Writes the rows of a chunk, whose texts are `selected`; `reader` holds the chunk open.
    ///
    /// Called for every chunk once, from several threads at once; the output keeps the order of the tickets.
    func write(
        _ chunk: RowChunk,
        ticket: Int,
        of block: ColumnBlock,
        selected: borrowing SelectedTexts,
        from reader: RowReader,
        buffers: inout RenderedRows
    ) throws(ExportError)

    /// Ends all waiting for earlier chunks: one has failed.
    func stop()

    /// Throws away what was written, for a second pass; nobody is writing then.
    func restart() throws(ExportError)
}
