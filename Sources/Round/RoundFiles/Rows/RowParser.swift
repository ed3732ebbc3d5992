import CRowReader
import RoundModel

/// Parses the rows of one shard, whichever format they are written in; one thread uses one.
final class RowParser {
    let layout: RowLayout
    let reader: OpaquePointer
    let nonFiniteAsNull: Bool
    /// Whether a field is known that parent prompts stand in.
    let hasParent: Bool
    /// The last line of JSON that was made of a row, and where it is given out from.
    var line: [UInt8] = []
    let lineBuffer = TextBuffer()

    /// - Parameter nonFiniteAsNull: true where rows of JSON are taken that hold NaN or an infinity in a field without a role.
    convenience init(
        _ layout: RowLayout,
        fields: [FieldRole: FieldLocation],
        nonFiniteAsNull: Bool = false
    ) throws(RoundFilesError) {
        try self.init(layout, paths: fields.map { ($0.key, $0.value.keys) }, nonFiniteAsNull: nonFiniteAsNull)
    }

    /// - Parameter paths: the keys of each role; where a role has several, they only open arrays for `visitFields`.
    init(
        _ layout: RowLayout,
        paths: [(FieldRole, [[UInt8]])],
        nonFiniteAsNull: Bool = false
    ) throws(RoundFilesError) {
        guard let reader = layout.withFormat({ row_reader_create(&$0) }) else { throw .outOfMemory }
        self.layout = layout
        self.reader = reader
        self.nonFiniteAsNull = nonFiniteAsNull
        hasParent = paths.contains { $0.0 == .parent }
        row_reader_take_non_finite(reader, nonFiniteAsNull)
        for (role, keys) in paths {
            let isSet = keys.withParts { row_reader_set_path(reader, Self.index(of: role), $0, keys.count) }
            if !isSet { throw .outOfMemory }
        }
    }

    deinit { row_reader_destroy(reader) }

    /// Parses whole rows; those longer than `rowLimit` bytes are invalid.
    ///
    /// - Parameter isBehindBrokenRow: whether the first row may be the rest of a broken one.
    func parse(
        _ text: UnsafeRawBufferPointer,
        rowLimit: Int,
        isBehindBrokenRow: Bool = false
    ) throws(RoundFilesError) -> ParsedBlock {
        var columns = row_columns()
        guard row_reader_parse(reader, text.bytes, text.count, rowLimit, isBehindBrokenRow, &columns) else {
            throw .outOfMemory
        }
        var block = ParsedBlock()
        block.safety = Array(UnsafeBufferPointer(start: columns.safety, count: columns.count))
        block.helpfulness = Array(UnsafeBufferPointer(start: columns.helpfulness, count: columns.count))
        block.rowStart = PackedNumbers(UnsafeBufferPointer(start: columns.row_start, count: columns.count))
        let lengths = UnsafeBufferPointer(start: columns.row_length, count: columns.count)
        block.rowLength = PackedNumbers(lengths)
        block.ids = Array(UnsafeBufferPointer(start: columns.id_hash, count: columns.id_count))
        if columns.invalid_count > 0 {
            block.invalid = InvalidRows(
                UnsafeBufferPointer(start: columns.invalid, count: columns.invalid_count).map { row in
                    InvalidRow(
                        place: RowPlace(shard: 0, offset: Int(row.start), length: Int(row.length)),
                        line: Int(row.line),
                        lastLine: Int(row.line + row.lines),
                        reason: reason(of: row, in: text, rowLimit: rowLimit)
                    )
                }
            )
        }
        block.lines = columns.lines
        block.textScores = columns.text_scores
        block.emptyTexts = columns.empty_texts
        block.nonFiniteRows = columns.non_finite_rows
        for (kind, index) in Self.troubles where columns.troubles[index] > 0 {
            block.troubles[kind] = columns.troubles[index]
        }
        for length in lengths where length > RowTroubles.longLine { block.troubles[.longLine] += 1 }
        return block
    }

    /// Has `parse` keep what `parsedTexts` needs.
    func keepTexts() { row_reader_keep_texts(reader) }

    /// Those of prompt, response and parent that are wanted, of a row of the text that was parsed last, by its index among the
    /// valid rows; nil where they cannot be had.
    ///
    /// What has to be decoded goes behind what `room` holds, which has room for the whole text decoded for each role: nothing
    /// moves.
    func parsedTexts(
        _ index: Int,
        in text: UnsafeRawBufferPointer,
        _ wanted: DecodedRow.Texts,
        room: TextBuffer
    ) -> DecodedRow? {
        withUnsafeTemporaryAllocation(of: row_bytes.self, capacity: Int(ROW_ROLES)) { texts in
            var used = 0
            let free = room.free.baseAddress?.assumingMemoryBound(to: UInt8.self)
            guard
                row_reader_parsed_texts(
                    reader,
                    text.bytes,
                    index,
                    Self.mask(of: wanted),
                    free,
                    &used,
                    texts.baseAddress
                )
            else { return nil }
            room.count += used
            let parent = wanted.contains(.parent) ? texts[ROW_ROLE_PARENT] : row_bytes()
            return DecodedRow(
                prompt: .init(texts[ROW_ROLE_PROMPT]),
                response: .init(texts[ROW_ROLE_RESPONSE]),
                parent: parent.start == nil ? nil : .init(parent)
            )
        }
    }

    /// The texts of one row that are wanted; nil where it is no valid row.
    func decode(_ row: UnsafeRawBufferPointer, _ wanted: DecodedRow.Texts) -> DecodedRow? {
        withUnsafeTemporaryAllocation(of: row_bytes.self, capacity: Int(ROW_ROLES)) { texts in
            texts.initialize(repeating: row_bytes())
            guard row_reader_texts(reader, row.bytes, row.count, Self.mask(of: wanted), texts.baseAddress) == ROW_FINE
            else { return nil }
            func text(_ role: Int) -> UnsafeRawBufferPointer? {
                texts[role].start == nil ? nil : UnsafeRawBufferPointer(texts[role])
            }
            let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
            let prompt = wanted.contains(.prompt) ? text(ROW_ROLE_PROMPT) : nothing
            let response = wanted.contains(.response) ? text(ROW_ROLE_RESPONSE) : nothing
            guard let prompt, let response else { return nil }
            return DecodedRow(
                prompt: prompt,
                response: response,
                parent: text(ROW_ROLE_PARENT),
                id: text(ROW_ROLE_ID),
                category: text(ROW_ROLE_CATEGORY)
            )
        }
    }
}

extension UnsafeRawBufferPointer {
    /// As the C side takes it.
    var bytes: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }

    init(_ bytes: row_bytes) { self.init(start: bytes.start, count: bytes.length) }
}
