import RoundModel

/// Everything that is needed to read a row of one shard again.
struct Shard: Sendable {
    /// As the user named it.
    var name: String
    /// The file, for as long as the round is open; nil for a stream.
    var file: SourceFile?
    /// What a command may read the rows from; nil where it is not for such commands.
    var input: InputFile?
    var storage: Storage
    var layout: RowLayout
    var fields: [FieldRole: FieldLocation]
    /// Whether its rows may hold NaN and infinities in fields without a role, which exports write as null.
    var nonFiniteAsNull = false

    enum Storage: Sendable {
        /// The text stands in the file itself.
        case file(SourceFile)
        /// The text was inflated or came from a stream; it stands in the spool from this byte on.
        case spool(SpoolFile, base: Int)
        /// The text came once, and whoever asked for the round had no use for it.
        case nowhere
    }

    /// Fills the whole buffer from a place in the shard's text.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(RoundFilesError) {
        switch storage {
        case .file(let file): try file.fill(buffer, at: offset)
        case .spool(let spool, let base): try spool.fill(buffer, at: base + offset)
        case .nowhere: throw .readFailed(path: name, offset: offset, reason: "its text was not kept")
        }
    }

    func makeParser() throws(RoundFilesError) -> RowParser {
        try RowParser(layout, fields: fields, nonFiniteAsNull: nonFiniteAsNull)
    }
}
