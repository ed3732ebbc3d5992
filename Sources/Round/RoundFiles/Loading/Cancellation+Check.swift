public import Basics

extension Cancellation {
    /// - Throws: `RoundFilesError.cancelled` once `cancel` was called.
    public func check() throws(RoundFilesError) {
        if isCancelled { throw .cancelled }
    }
}
