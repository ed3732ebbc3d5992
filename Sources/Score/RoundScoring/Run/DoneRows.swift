import Basics
import RoundFiles

/// The first rows of a source, gone over without a look at their texts: what tells that they are those of an earlier run.
struct DoneRows {
    /// Of the rows' own bytes, each with a line feed.
    private(set) var digest = SHA256()
    /// Their bytes and line feeds.
    private(set) var bytes = 0

    /// - Complexity: O(bytes).
    init(_ count: Int, of rows: UnscoredRows) throws(RoundFilesError) {
        var (digest, bytes) = (SHA256(), 0)
        let found = try rows.skip(count) { row in
            ScoringOutput.add(row, to: &digest)
            bytes += row.count + 1
        }
        isWhole = found == count
        (self.digest, self.bytes) = (digest, bytes)
    }

    /// Whether there were so many.
    let isWhole: Bool

    var digestText: String { Hexadecimal.text(digest.bytes) }
}
