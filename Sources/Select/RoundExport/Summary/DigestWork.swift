internal import Basics
internal import Dispatch
internal import RoundFiles
internal import Synchronization

/// The digest of a round's bytes, taken on a thread of its own.
final class DigestWork: Sendable {
    private let digest = Mutex<Result<String, ExportError>?>(nil)
    private let ending = Cancellation()
    private let done = DispatchSemaphore(value: 0)

    /// Begins at once.
    ///
    /// - Parameter onProgress: told how many bytes were gone through, on the work's thread.
    init(of round: LoadedRound, onProgress: @escaping @Sendable (_ bytes: Int) -> Void = { _ in }) {
        DispatchQueue(label: "redsieve.digest").async {
            let result = Result { () throws(ExportError) in
                try round.digest(cancellation: self.ending, onProgress: onProgress)
            }
            self.digest.withLock { $0 = result }
            self.done.signal()
        }
    }

    /// Waits for the digest, in hexadecimal.
    func result(cancellation: Cancellation) throws(ExportError) -> String {
        while done.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
            if cancellation.isCancelled { throw .cancelled }
        }
        // For whoever asks next, and for `stop`.
        done.signal()
        guard let result = digest.withLock({ $0 }) else { throw .cancelled }
        return try result.get()
    }

    /// Ends the work, and returns when nothing of the round is read any more.
    func stop() {
        ending.cancel()
        done.wait()
        done.signal()
    }
}
