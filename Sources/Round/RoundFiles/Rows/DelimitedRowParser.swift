import Basics
import CLibCSV
import CSimdJSON
import RoundModel

/// Rows of CSV and TSV, as libcsv reads them.
final class DelimitedRowParser: RowParser {
    private let parser: OpaquePointer
    private let layout: DelimitedLayout
    private var header: [[UInt8]] { layout.header }
    private let columns: [FieldRole: Int]
    /// The roles of each column, as bits.
    private let roles: [UInt8]
    private var line: [UInt8] = []

    init(_ layout: DelimitedLayout, fields: [FieldRole: FieldLocation]) throws(RoundFilesError) {
        let readers = csv_readers(number: json_parse_decimal, is_utf8: json_is_utf8, hash: json_hash)
        guard let parser = csv_row_parser_create(layout.delimiter, layout.lineEnd, readers) else { throw .outOfMemory }
        self.parser = parser
        self.layout = layout
        let header = layout.header
        let columns = fields.compactMapValues(\.column)
        self.columns = columns
        roles = header.indices.map { index in
            columns.reduce(0) { $0 | ($1.value == index ? RowField.bit(of: $1.key) : 0) }
        }
        // In the order of the C side's role numbers; a column behind the last is none.
        let loaded: [FieldRole] = [.prompt, .response, .safety, .helpfulness, .id]
        csv_row_parser_set_columns(parser, header.count, loaded.map { columns[$0] ?? header.count })
    }

    deinit { csv_row_parser_destroy(parser) }

    func parse(
        _ text: UnsafeRawBufferPointer,
        rowLimit: Int,
        isBehindBrokenRow: Bool
    ) throws(RoundFilesError) -> ParsedBlock {
        var found = csv_columns()
        let start = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard csv_parse_rows(parser, start, text.count, rowLimit, isBehindBrokenRow, &found) else { throw .outOfMemory }
        var block = ParsedBlock(
            count: found.count,
            safety: found.safety,
            helpfulness: found.helpfulness,
            rowStart: found.row_start,
            rowLength: found.row_length
        )
        block.ids = Array(UnsafeBufferPointer(start: found.id_hash, count: found.id_count))
        block.invalid = UnsafeBufferPointer(start: found.bad, count: found.bad_count).map { row in
            BlockInvalidRow(
                start: Int(row.start),
                length: Int(row.length),
                line: Int(row.line),
                lines: Int(row.lines),
                reason: row.problem == CSV_TOO_LONG ? .tooLong(limit: rowLimit) : reason(of: row, in: text)
            )
        }
        block.lines = found.lines
        block.emptyTexts = found.empty_texts
        return block
    }

    func decode(_ row: UnsafeRawBufferPointer, _ wanted: DecodedRow.Texts) -> DecodedRow? {
        guard let cells = split(row), let prompt = cell(.prompt, in: cells), let response = cell(.response, in: cells)
        else { return nil }
        // Once a row is split, all of its texts are there.
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        return DecodedRow(
            prompt: wanted.contains(.prompt) ? prompt : nothing,
            response: wanted.contains(.response) ? response : nothing,
            parent: wanted.contains(.parent) ? cell(.parent, in: cells) : nil,
            id: wanted.contains(.id) ? cell(.id, in: cells) : nil
        )
    }

    func fields(of row: UnsafeRawBufferPointer) -> [ItemText.Field]? {
        guard let cells = split(row) else { return nil }
        return cells.indices.filter { isField($0, in: cells) }.map { index in
            ItemText.Field(
                name: header[index],
                value: Array(UnsafeBufferPointer(start: cells[index].start, count: cells[index].length)),
                role: FieldRole.allCases.first { columns[$0] == index }
            )
        }
    }

    func visitFields(of row: UnsafeRawBufferPointer, _ body: (RowField) -> Void) -> Bool {
        guard let cells = split(row) else { return false }
        for (index, cell) in cells.enumerated() where isField(index, in: cells) {
            let value = UnsafeRawBufferPointer(start: cell.start, count: cell.length)
            header[index].withUnsafeBytes { name in
                // An empty cell is how delimited text says that there is nothing.
                body(RowField(name: name, value: value, roles: roles[index], isNull: value.isEmpty))
            }
        }
        return true
    }

    func jsonLine(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let cells = split(row) else { return nil }
        line.removeAll(keepingCapacity: true)
        line.append(UInt8(ascii: "{"))
        for (index, cell) in cells.enumerated() where isField(index, in: cells) {
            if line.count > 1 { line.append(contentsOf: ", ".utf8) }
            header[index].withUnsafeBytes { JSONText.append($0, to: &line, escapingDelete: true) }
            line.append(contentsOf: ": ".utf8)
            let bytes = UnsafeRawBufferPointer(start: cell.start, count: cell.length)
            let isScore = columns[.safety] == index || columns[.helpfulness] == index
            if !isScore || !Self.appendNumber(bytes, to: &line) {
                JSONText.append(bytes, to: &line, escapingDelete: true)
            }
        }
        line.append(UInt8(ascii: "}"))
        jsonBuffer.count = 0
        line.withUnsafeBytes { jsonBuffer.append($0) }
        return jsonBuffer.bytes
    }

    /// Appends a number as JSON spells it; false where the bytes are none.
    private static func appendNumber(_ bytes: UnsafeRawBufferPointer, to line: inout [UInt8]) -> Bool {
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let number = [UInt8](unsafeUninitializedCapacity: bytes.count + 2) { room, count in
            count = room.baseAddress.map { json_spell_decimal(start, bytes.count, $0) } ?? 0
        }
        line += number
        return !number.isEmpty
    }

    /// An empty cell of a column without a name is how spreadsheets fill up their rows.
    private func isField(_ index: Int, in cells: UnsafeBufferPointer<csv_bytes>) -> Bool {
        cells[index].length > 0 || !layout.nameless.contains(index)
    }

    /// Holds the last line given out: an array's own memory may not be handed on.
    private let jsonBuffer = TextBuffer()

    /// What keeps a row, without its line end, from being read; nil where nothing does.
    static func problem(of row: UnsafeRawBufferPointer, in layout: DelimitedLayout) -> InvalidRow.Reason? {
        let start = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var place: UInt64 = 0
        switch Int(csv_row_problem(layout.delimiter, layout.lineEnd, start, row.count, &place)) {
        case CSV_TEXT_BEHIND_QUOTE: return textBehindQuote(place)
        case CSV_UNFINISHED_QUOTE: return .unfinishedQuote
        default: return nil
        }
    }

    /// The cells of a row that has no problem; none where it is empty.
    static func cells(of row: UnsafeRawBufferPointer, _ layout: DelimitedLayout) throws(RoundFilesError) -> [[UInt8]] {
        let parser = try DelimitedRowParser(layout, fields: [:])
        return parser.splitAny(row)?.map { Array(UnsafeBufferPointer(start: $0.start, count: $0.length)) } ?? []
    }

    private func split(_ row: UnsafeRawBufferPointer) -> UnsafeBufferPointer<csv_bytes>? {
        guard let cells = splitAny(row), cells.count == header.count else { return nil }
        return cells
    }

    private func splitAny(_ row: UnsafeRawBufferPointer) -> UnsafeBufferPointer<csv_bytes>? {
        var cells: UnsafePointer<csv_bytes>?
        var count = 0
        let start = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard csv_split_row(parser, start, row.count, &cells, &count) else { return nil }
        return UnsafeBufferPointer(start: cells, count: count)
    }

    private func cell(_ role: FieldRole, in cells: UnsafeBufferPointer<csv_bytes>) -> UnsafeRawBufferPointer? {
        guard let index = columns[role], index < cells.count else { return nil }
        return UnsafeRawBufferPointer(start: cells[index].start, count: cells[index].length)
    }

    private static func textBehindQuote(_ place: UInt64) -> InvalidRow.Reason {
        .textBehindQuote(line: Int(csv_place_line(place)), column: Int(csv_place_column(place)))
    }

    private func reason(of row: csv_bad_row, in text: UnsafeRawBufferPointer) -> InvalidRow.Reason {
        let bytes = UnsafeRawBufferPointer(rebasing: text[Int(row.start)..<Int(row.start + row.length)])
        if row.problem == CSV_BAD_NUMBER, row.detail == JSON_NOT_NUMBER, let role = JSONRowParser.role(Int(row.role)) {
            let cell = split(bytes).flatMap { self.cell(role, in: $0) }
            if let near = cell.flatMap({ NearNumber($0) }) { return .nearNumber(role, near) }
        }
        return switch Int(row.problem) {
        case CSV_NOT_UTF8: .brokenUTF8(in: bytes, lineEnd: layout.lineEnd)
        case CSV_FIELD_COUNT: .fieldCount(found: Int(row.detail), expected: header.count)
        case CSV_UNFINISHED_QUOTE: .unfinishedQuote
        case CSV_TEXT_BEHIND_QUOTE: Self.textBehindQuote(row.detail)
        case CSV_BEHIND_BROKEN_ROW: .behindBrokenRow
        case CSV_MISSING: .missing(JSONRowParser.role(Int(row.role)) ?? .safety)
        default: JSONRowParser.reason(Int(row.detail), role: Int(row.role))
        }
    }
}
