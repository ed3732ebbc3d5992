public import RoundModel

/// The texts of a round, read from its files when they are needed.
///
/// Every call reads by place, so that a file which shrinks or changes is an error and never a crash. Safe to use from
/// several threads at once.
public final class RoundTexts: Sendable {
    init() {}

    /// The bytes of one row as they stand in the file, without the line end.
    ///
    /// - Throws: `readFailed`, or `changed` where the file is no longer long enough.
    public func rowBytes(at place: RowPlace) throws(RoundFilesError) -> [UInt8] {
        throw .cancelled
    }

    /// One item, decoded.
    ///
    /// - Precondition: `0 <= item < columns.count`, and the columns are those of the same round.
    /// - Throws: as `rowBytes`; `changed` where the row no longer reads as it did.
    /// - Complexity: O(row), and O(block) to count its line.
    public func itemText(of item: Int, in columns: ScoreColumns) throws(RoundFilesError) -> ItemText {
        throw .cancelled
    }

    /// The first bytes of an invalid row, at most `limit`.
    public func invalidRowText(_ row: InvalidRow, limit: Int) throws(RoundFilesError) -> [UInt8] {
        throw .cancelled
    }

    /// Compares each file with what it was when it was loaded.
    ///
    /// - Throws: `changed` with the first file that is not as it was.
    public func checkUnchanged() throws(RoundFilesError) {
        throw .cancelled
    }

    /// The SHA-256, in hexadecimal, of the shards' bytes as they stand on disk, one after the other; for standard input
    /// of the bytes that came.
    ///
    /// - Complexity: O(bytes): files are read again.
    public func sourceDigest(cancellation: Cancellation = Cancellation()) throws(RoundFilesError) -> String {
        throw .cancelled
    }

    /// A reader for going over many rows; make one for each thread.
    public func makeRowReader() -> RowReader { RowReader(texts: self) }
}
