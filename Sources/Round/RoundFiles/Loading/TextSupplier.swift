/// One piece of a shard's text: whole rows, in a buffer that whoever asked for it brought.
struct TextPiece: Hashable, Sendable {
    /// Counts the pieces of a shard from 0, without gaps.
    var sequence: Int
    /// Where its bytes begin in the shard's text.
    var offset: Int
    /// How much of the shard as it stands on disk was read when the piece was complete.
    var bytesRead: Int
    /// True where the first row may be the rest of a broken one.
    var isBehindBrokenRow = false
    /// A row behind the piece's own that is too long to keep.
    var overlong: Overlong?

    struct Overlong: Hashable, Sendable {
        var offset: Int
        var length: Int
        /// Line ends up to the next row.
        var lines: Int
        /// Line ends within the row.
        var linesInside = 0
        /// True where the text ended inside its quotes.
        var isUnfinished: Bool
    }
}

/// Gives out a shard's text in pieces, to several threads at once.
protocol TextSupplier: Sendable {
    /// Fills `buffer` with the next piece; nil at the end.
    func next(into buffer: TextBuffer) throws(RoundFilesError) -> TextPiece?
}
