import CSimdJSON
import RoundModel

/// Rows of JSON Lines, through simdjson.
final class JSONRowParser: RowParser {
    private let parser: OpaquePointer
    /// Where the texts of the rows stand that were parsed last.
    private var places: UnsafeBufferPointer<json_row_places>?

    private let nonFiniteAsNull: Bool

    /// - Parameter nonFiniteAsNull: true where rows are taken that hold NaN or an infinity in a field without a role.
    convenience init(
        fields: [FieldRole: FieldLocation],
        nonFiniteAsNull: Bool = false
    ) throws(RoundFilesError) {
        try self.init(paths: fields.map { ($0.key, $0.value.keys) }, nonFiniteAsNull: nonFiniteAsNull)
    }

    /// - Parameter paths: the keys of each role; where a role has several, they only open arrays for `forEachField`.
    init(paths: [(FieldRole, [[UInt8]])], nonFiniteAsNull: Bool = false) throws(RoundFilesError) {
        guard let parser = json_parser_create() else { throw .outOfMemory }
        self.parser = parser
        self.nonFiniteAsNull = nonFiniteAsNull
        json_parser_take_non_finite(parser, nonFiniteAsNull)
        for (role, keys) in paths where !Self.setPath(parser, role: role, keys: keys) { throw .outOfMemory }
    }

    deinit { json_parser_destroy(parser) }

    func parse(
        _ text: UnsafeRawBufferPointer,
        rowLimit: Int,
        isBehindBrokenRow: Bool
    ) throws(RoundFilesError) -> ParsedBlock {
        var columns = json_columns()
        let start = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard json_parse_rows(parser, start, text.count, rowLimit, &columns) else { throw .outOfMemory }
        places = columns.places.map { UnsafeBufferPointer(start: $0, count: columns.count) }
        var block = ParsedBlock(
            count: columns.count,
            safety: columns.safety,
            helpfulness: columns.helpfulness,
            rowStart: columns.row_start,
            rowLength: columns.row_length
        )
        block.ids = Array(UnsafeBufferPointer(start: columns.id_hash, count: columns.id_count))
        block.invalid = UnsafeBufferPointer(start: columns.bad, count: columns.bad_count).map { row in
            BlockInvalidRow(
                start: Int(row.start),
                length: Int(row.length),
                line: Int(row.line),
                reason: row.problem == JSON_TOO_LONG ? .tooLong(limit: rowLimit) : Self.reason(row, in: text)
            )
        }
        block.lines = columns.lines
        block.textScores = columns.text_scores
        block.emptyTexts = columns.empty_texts
        block.nonFiniteRows = columns.non_finite_rows
        for (kind, index) in Self.troubles where columns.troubles[index] > 0 {
            block.troubles[kind] = columns.troubles[index]
        }
        return block
    }

    func keepTexts() { json_parser_keep_places(parser, true) }

    func parsedTexts(
        _ index: Int,
        of block: ParsedBlock,
        in text: UnsafeRawBufferPointer,
        withResponse: Bool,
        room: TextBuffer
    ) -> DecodedRow? {
        guard let place = places?[index] else { return nil }
        func string(_ start: UInt32, _ length: UInt32, _ hasEscapes: Bool) -> UnsafeRawBufferPointer? {
            let bytes = UnsafeRawBufferPointer(rebasing: text[Int(start)..<Int(start) + Int(length)])
            guard hasEscapes else { return bytes }
            guard let from = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                let to = room.free.baseAddress?.assumingMemoryBound(to: UInt8.self), room.free.count >= bytes.count
            else { return nil }
            let count = json_unescape(from, bytes.count, to)
            room.count += count
            return UnsafeRawBufferPointer(start: to, count: count)
        }
        guard let prompt = string(place.prompt_start, place.prompt_length, place.prompt_has_escapes) else { return nil }
        guard withResponse else {
            return DecodedRow(prompt: prompt, response: UnsafeRawBufferPointer(start: nil, count: 0))
        }
        return string(place.response_start, place.response_length, place.response_has_escapes)
            .map { DecodedRow(prompt: prompt, response: $0) }
    }

    func decode(_ row: UnsafeRawBufferPointer, _ wanted: DecodedRow.Texts) -> DecodedRow? {
        let start = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
        return withUnsafeTemporaryAllocation(of: json_bytes.self, capacity: Int(JSON_ROLES)) { texts in
            texts.initialize(repeating: json_bytes())
            guard json_row_texts(parser, start, row.count, Self.mask(of: wanted), texts.baseAddress) == JSON_FINE
            else { return nil }
            let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
            let prompt = wanted.contains(.prompt) ? Self.text(texts[JSON_ROLE_PROMPT]) : nothing
            let response = wanted.contains(.response) ? Self.text(texts[JSON_ROLE_RESPONSE]) : nothing
            guard let prompt, let response else { return nil }
            return DecodedRow(
                prompt: prompt,
                response: response,
                parent: Self.text(texts[JSON_ROLE_PARENT]),
                id: Self.text(texts[JSON_ROLE_ID])
            )
        }
    }

    func fields(of row: UnsafeRawBufferPointer) -> [ItemText.Field]? {
        var fields: [ItemText.Field] = []
        let isFine = forEachField(of: row) { field in
            var name = Array(UnsafeBufferPointer(start: field.name.start, count: field.name.length))
            for index in name.indices where name[index] == UInt8(JSON_PATH_SEPARATOR) {
                name[index] = UInt8(ascii: ".")
            }
            let role = (0..<Int(JSON_ROLES)).first { Int(field.roles) >> $0 & 1 == 1 }.flatMap(Self.role)
            let value = Array(UnsafeBufferPointer(start: field.value.start, count: field.value.length))
            fields.append(ItemText.Field(name: name, value: value, role: role))
        }
        return isFine ? fields : nil
    }

    func visitFields(of row: UnsafeRawBufferPointer, _ body: (RowField) -> Void) -> Bool {
        forEachField(of: row) { field in
            let value = UnsafeRawBufferPointer(start: field.value.start, count: field.value.length)
            body(
                RowField(
                    name: UnsafeRawBufferPointer(start: field.name.start, count: field.name.length),
                    value: value,
                    roles: field.roles,
                    isNull: !field.is_string && value.count == 4 && value.first == UInt8(ascii: "n")
                )
            )
        }
    }

    func jsonLine(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard nonFiniteAsNull else { return row }
        var line = json_bytes()
        let start = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
        return json_row_with_nulls(parser, start, row.count, &line) ? Self.text(line) : nil
    }

    /// Goes over every field of a row, nested objects and the arrays that a path leads into opened; false where it is no row.
    func forEachField(of row: UnsafeRawBufferPointer, _ body: (json_field) -> Void) -> Bool {
        var fields: UnsafePointer<json_field>?
        var count = 0
        let start = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard json_row_fields(parser, start, row.count, &fields, &count) == JSON_FINE else { return false }
        UnsafeBufferPointer(start: fields, count: count).forEach(body)
        return true
    }

    /// The keys of a field and of the objects around it, outermost first.
    static func keys(of field: json_field) -> [[UInt8]] {
        UnsafeBufferPointer(start: field.name.start, count: field.name.length)
            .split(omittingEmptySubsequences: false) { $0 == UInt8(JSON_PATH_SEPARATOR) }.map(Array.init)
    }

    private static func text(_ bytes: json_bytes) -> UnsafeRawBufferPointer? {
        bytes.start.map { UnsafeRawBufferPointer(start: $0, count: bytes.length) }
    }

    private static func setPath(_ parser: OpaquePointer, role: FieldRole, keys: [[UInt8]]) -> Bool {
        // One buffer for all keys: pointers into several arrays at once would need one closure inside the other.
        let joined = keys.flatMap { $0 }
        return joined.withUnsafeBufferPointer { bytes in
            var at = 0
            let parts = keys.map { key in
                defer { at += key.count }
                return json_bytes(start: bytes.baseAddress?.advanced(by: at), length: key.count)
            }
            return json_parser_set_path(parser, index(of: role), parts, parts.count)
        }
    }
}
