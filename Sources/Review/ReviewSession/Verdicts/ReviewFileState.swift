/// The file that a review is kept in.
public enum ReviewFileState: Hashable, Sendable {
    /// Nothing is kept beyond this run.
    case none
    /// It is being looked for.
    case opening
    /// It is there, or will be with the first thing to keep; `seed` is what the estimation queue is drawn with.
    case open(path: String, seed: UInt64)
    /// It cannot be used, and why.
    case refused(String)
    /// What was handed over last could not be written, and why; it is tried again.
    case failing(path: String, seed: UInt64, String)

    /// What the estimation queue is drawn with; nil while there is no file.
    public var seed: UInt64? {
        switch self {
        case .open(_, let seed), .failing(_, let seed, _): seed
        case .none, .opening, .refused: nil
        }
    }
}
