public import Basics

extension SharedWork where Failure == RoundFilesError {
    /// A pass over rows: it ends soon after it was cancelled, and where memory is short.
    ///
    /// - Parameter count: how many pieces there are; `.max` where a supplier knows.
    public convenience init(count: Int, turnstiles: [Turnstile] = [], cancellation: Cancellation) {
        self.init(count: count, turnstiles: turnstiles) { () throws(RoundFilesError) in
            try cancellation.check()
            try MemoryRoom.require()
        }
    }
}

extension MemoryRoom {
    /// The stack, the buffers and the parser of a thread that goes over rows, while these are of usual length.
    public static let ofThread = 8 << 20
}
