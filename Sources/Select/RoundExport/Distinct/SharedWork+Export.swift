internal import Basics
internal import RoundFiles

extension SharedWork where Failure == ExportError {
    /// A pass over rows: it ends soon after it was cancelled, and where memory is short.
    convenience init(count: Int, turnstiles: [Turnstile] = [], cancellation: Cancellation) {
        self.init(count: count, turnstiles: turnstiles) { () throws(ExportError) in
            if cancellation.isCancelled { throw .cancelled }
            try Self.requireMemory(0)
        }
    }

    /// As `run(threads:_:)`, where there is room for what the threads need.
    func run(withRoomFor threads: Int, _ body: @Sendable (SharedWork) throws(ExportError) -> Void) throws(ExportError) {
        try Self.requireMemory(threads * MemoryRoom.ofThread)
        try run(threads: threads, body)
    }

    private static func requireMemory(_ bytes: Int) throws(ExportError) {
        do throws(RoundFilesError) { try MemoryRoom.require(bytes) } catch { throw ExportError(error) }
    }
}
