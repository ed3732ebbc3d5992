/// Where the bytes of one row stand.
public struct RowPlace: Hashable, Sendable {
    /// Which shard of the round, from 0.
    public var shard: Int
    /// The byte offset in the shard's text (after inflating, where the shard is compressed).
    public var offset: Int
    /// The length in bytes, without the line end.
    public var length: Int

    public init(shard: Int, offset: Int, length: Int) {
        self.shard = shard
        self.offset = offset
        self.length = length
    }
}
