/// How far a load has come.
public struct LoadProgress: Hashable, Sendable {
    /// Bytes read so far, as they stand on disk (compressed where they are).
    public var bytesRead: Int
    /// All bytes there are to read; nil while a shard is a stream, which does not tell, and known once it is complete.
    public var bytesTotal: Int?
    /// True once every row has been read.
    public var isComplete: Bool

    public init(bytesRead: Int, bytesTotal: Int?, isComplete: Bool) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.isComplete = isComplete
    }
}
