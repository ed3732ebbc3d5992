import RoundModel

/// Parses the rows of one shard; one thread uses one.
protocol RowParser: AnyObject {
    /// Parses whole rows; those longer than `rowLimit` bytes are invalid.
    ///
    /// - Parameter isBehindBrokenRow: whether the first row may be the rest of a broken one.
    func parse(
        _ text: UnsafeRawBufferPointer,
        rowLimit: Int,
        isBehindBrokenRow: Bool
    ) throws(RoundFilesError) -> ParsedBlock

    /// Has `parse` keep what `parsedTexts` needs.
    func keepTexts()

    /// The prompt and, where it is wanted, the response of a row of the text that was parsed last, by its index among the
    /// valid rows; nil where they cannot be had.
    ///
    /// What has to be decoded goes behind what `room` holds, which has room for the whole text decoded: nothing moves.
    func parsedTexts(
        _ index: Int,
        of block: ParsedBlock,
        in text: UnsafeRawBufferPointer,
        withResponse: Bool,
        room: TextBuffer
    ) -> DecodedRow?

    /// The texts of one row that are wanted; nil where it is no valid row.
    func decode(_ row: UnsafeRawBufferPointer, _ wanted: DecodedRow.Texts) -> DecodedRow?

    /// Every field of one row in its order; nil where it is no valid row.
    func fields(of row: UnsafeRawBufferPointer) -> [ItemText.Field]?

    /// Goes over every field of one row in its order; false where it is no valid row.
    func visitFields(of row: UnsafeRawBufferPointer, _ body: (RowField) -> Void) -> Bool

    /// The row as a line of JSON; nil where it is no valid row.
    func jsonLine(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer?
}

extension RowParser {
    func keepTexts() {}

    func parsedTexts(
        _ index: Int,
        of block: ParsedBlock,
        in text: UnsafeRawBufferPointer,
        withResponse: Bool,
        room: TextBuffer
    ) -> DecodedRow? {
        let start = Int(block.rowStart[index])
        let row = UnsafeRawBufferPointer(rebasing: text[start..<start + Int(block.rowLength[index])])
        guard let decoded = decode(row, withResponse ? .pair : .prompt) else { return nil }
        let prompt = room.keep(decoded.prompt)
        return DecodedRow(
            prompt: prompt,
            response: withResponse ? room.keep(decoded.response) : .init(start: nil, count: 0)
        )
    }
}

extension RowLayout {
    /// A parser for rows of this layout with these fields.
    ///
    /// - Parameter nonFiniteAsNull: true where rows of JSON may hold NaN and infinities in fields without a role.
    func makeParser(
        fields: [FieldRole: FieldLocation],
        nonFiniteAsNull: Bool
    ) throws(RoundFilesError) -> any RowParser {
        switch self {
        case .json: try JSONRowParser(fields: fields, nonFiniteAsNull: nonFiniteAsNull)
        case .delimited(let layout): try DelimitedRowParser(layout, fields: fields)
        }
    }
}
