import Basics
import CRowReader
import RoundModel

extension RowParser {
    /// Goes over every field of one row in its order, nested objects and the arrays that a path leads into opened; false
    /// where it is no row.
    func visitFields(of row: UnsafeRawBufferPointer, _ body: (RowField) -> Void) -> Bool {
        var problem = row_invalid()
        return visitFields(of: row, &problem, body) == ROW_FINE
    }

    /// Every field of one row in its order; nil where it is no row.
    func fields(of row: UnsafeRawBufferPointer) -> [ItemText.Field]? {
        var fields: [ItemText.Field] = []
        let isFine = visitFields(of: row) { field in
            let name = field.name.map { $0 == RowField.separator ? UInt8(ascii: ".") : $0 }
            let role = FieldRole.allCases.first { field.roles & RowField.bit(of: $0) != 0 }
            fields.append(ItemText.Field(name: name, value: Array(field.value), role: role))
        }
        return isFine ? fields : nil
    }

    /// The cells of a row of delimited text before there is a header, such as the header itself, or what keeps it from being
    /// read; none where it is empty.
    static func cells(
        of row: UnsafeRawBufferPointer,
        _ layout: DelimitedLayout
    ) throws(RoundFilesError) -> (cells: [[UInt8]], problem: InvalidRow.Reason?) {
        let parser = try RowParser(.delimited(layout), fields: [:])
        var cells: [[UInt8]] = []
        var problem = row_invalid()
        let state = parser.visitFields(of: row, &problem) { cells.append(Array($0.value)) }
        if state == ROW_FINE { return (cells, nil) }
        if state == ROW_NO_MEMORY { throw .outOfMemory }
        problem.problem = UInt8(state)
        return ([], parser.reason(of: problem, in: row, rowLimit: .max))
    }

    /// The row as a line of JSON; nil where it is no valid row.
    func jsonLine(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard layout == .json else { return jsonLine(ofFieldsIn: row) }
        guard nonFiniteAsNull else { return row }
        var line = row_bytes()
        return row_reader_with_nulls(reader, row.bytes, row.count, &line) ? UnsafeRawBufferPointer(line) : nil
    }

    /// Writes the fields of a row as an object; a score that is a number as one.
    private func jsonLine(ofFieldsIn row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let scores = RowField.bit(of: .safety) | RowField.bit(of: .helpfulness)
        var line: [UInt8] = []
        swap(&line, &self.line)
        defer { swap(&line, &self.line) }
        line.removeAll(keepingCapacity: true)
        line.append(UInt8(ascii: "{"))
        let isFine = visitFields(of: row) { field in
            if line.count > 1 { line.append(contentsOf: ", ".utf8) }
            JSONText.append(field.name, to: &line, escapingDelete: true)
            line.append(contentsOf: ": ".utf8)
            if field.roles & scores == 0 || !Self.appendNumber(field.value, to: &line) {
                JSONText.append(field.value, to: &line, escapingDelete: true)
            }
        }
        guard isFine else { return nil }
        line.append(UInt8(ascii: "}"))
        // An array's own memory may not be handed on.
        lineBuffer.count = 0
        line.withUnsafeBytes { lineBuffer.append($0) }
        return lineBuffer.bytes
    }

    /// Appends a number as JSON spells it; false where the bytes are none.
    private static func appendNumber(_ bytes: UnsafeRawBufferPointer, to line: inout [UInt8]) -> Bool {
        let number = [UInt8](unsafeUninitializedCapacity: bytes.count + 2) { room, count in
            count = room.baseAddress.map { row_spell_decimal(bytes.bytes, bytes.count, $0) } ?? 0
        }
        line += number
        return !number.isEmpty
    }

    private func visitFields(
        of row: UnsafeRawBufferPointer,
        _ problem: inout row_invalid,
        _ body: (RowField) -> Void
    ) -> Int32 {
        var fields: UnsafePointer<row_field>?
        var count = 0
        let state = row_reader_fields(reader, row.bytes, row.count, &fields, &count, &problem)
        guard state == ROW_FINE else { return state }
        for field in UnsafeBufferPointer(start: fields, count: count) { body(RowField(field)) }
        return state
    }
}
