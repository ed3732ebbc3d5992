/// Bytes of memory that work on contents and verdicts takes at most, an item or a verdict each, measured and rounded
/// up.
public enum ContentMemory {
    /// Reading the keys of all items: the keys, and the sorting by which copies are found.
    public static let key = 24
    /// A digest on its way, in pieces and in all.
    static let digest = 48
    /// A content that is looked for: what is wanted, what may be it, and what is.
    public static let match = 320
    /// A verdict of a file while it is read and taken over, by the bytes that it has there.
    public static let fileByte = 6
    /// A verdict of many at once: itself, what it does to the record of the review, and what finds its item.
    public static let bulk = 1_600
    /// The same once it is made: what is left to do is to take it over.
    public static let fold = 1_200
    /// A verdict while all are matched with the items of a round.
    public static let matching = 900
    /// A verdict while it is written.
    public static let keep = 400
    /// A verdict in a report of what all show, or in an export.
    public static let report = 500
    /// An item of a queue.
    public static let queue = 200
}
