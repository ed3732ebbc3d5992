internal import Basics
internal import Dispatch
internal import RoundFiles
internal import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Numbered pieces of work that several threads share out among themselves; the first failure ends it for all.
final class SharedWork: Sendable {
    private let count: Int
    private let cancellation: Cancellation
    private let onFailure: @Sendable () -> Void
    private let taken = Atomic<Int>(0)
    private let failure = Mutex<ExportError?>(nil)

    /// - Parameter onFailure: lets go those who wait for others' work.
    init(count: Int, cancellation: Cancellation, onFailure: @escaping @Sendable () -> Void = {}) {
        self.count = count
        self.cancellation = cancellation
        self.onFailure = onFailure
    }

    /// Its stack, its buffers and its parser, while rows are of usual length.
    private static let memoryOfThread = 8 << 20

    private static func requireMemory(_ bytes: Int = 0) throws(ExportError) {
        do throws(RoundFilesError) { try MemoryRoom.require(bytes) } catch { throw ExportError(error) }
    }

    /// The threads that a job with little waiting is worth.
    static var processors: Int { max(1, min(32, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }

    /// Has as many threads do `body`, which takes pieces until there are none.
    func run(threads: Int, _ body: @Sendable (SharedWork) throws(ExportError) -> Void) throws(ExportError) {
        try Self.requireMemory(threads * Self.memoryOfThread)
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            do throws(ExportError) {
                try body(self)
            } catch {
                failure.withLock { if $0 == nil { $0 = error } }
                onFailure()
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// The next piece that nobody works on; nil where there is none, or somebody has failed.
    func next() throws(ExportError) -> Int? {
        if cancellation.isCancelled { throw .cancelled }
        if failure.withLock({ $0 != nil }) { return nil }
        try Self.requireMemory()
        let piece = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return piece < count ? piece : nil
    }
}

/// Adds up rows that threads are done with, and tells one of them at a time.
final class RowCounter: Sendable {
    private let rows = Mutex(0)
    private let report: @Sendable (Int) -> Void

    init(_ report: @escaping @Sendable (Int) -> Void) { self.report = report }

    func add(_ more: Int) {
        rows.withLock {
            $0 += more
            report($0)
        }
    }
}
