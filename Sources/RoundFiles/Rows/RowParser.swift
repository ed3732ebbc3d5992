import RoundModel

/// Parses the rows of one shard; one thread uses one.
protocol RowParser: AnyObject {
    /// Parses whole rows; those longer than `rowLimit` bytes are invalid.
    func parse(_ text: UnsafeRawBufferPointer, rowLimit: Int) throws(RoundFilesError) -> ParsedBlock

    /// The prompt, response, parent and id of one row; nil where it is no valid row.
    func decode(_ row: UnsafeRawBufferPointer) -> DecodedRow?

    /// Every field of one row in its order; nil where it is no valid row.
    func fields(of row: UnsafeRawBufferPointer) -> [ItemText.Field]?

    /// The row as a line of JSON; nil where it is no valid row.
    func jsonLine(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer?
}

extension RowLayout {
    /// A parser for rows of this layout with these fields.
    func makeParser(fields: [FieldRole: FieldLocation]) throws(RoundFilesError) -> any RowParser {
        switch self {
        case .json: try JSONRowParser(fields: fields)
        case .delimited(let delimiter, let header):
            try DelimitedRowParser(delimiter: delimiter, header: header, fields: fields)
        }
    }
}
