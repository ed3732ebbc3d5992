/// Some consecutive invalid rows, 16 bytes each. Immutable.
final class InvalidRowBlock: Sendable {
    private struct Packed: Sendable {
        let offset: UInt32
        let length: UInt32
        let line: UInt32
        /// Which of `reasons`.
        let reason: UInt32
    }

    private let packed: [Packed]
    /// How many lines a row goes on over, of the few that do, by the row's number.
    private let lines: [Int: Int]
    /// Each reason once.
    private let reasons: [InvalidRow.Reason]
    /// All rows as they are, where some do not fit: of another shard than the first, or beyond 4 GiB.
    private let plain: [InvalidRow]

    /// - Complexity: O(n).
    init(_ rows: [InvalidRow]) {
        var packed: [Packed] = []
        packed.reserveCapacity(rows.count)
        var reasons: [InvalidRow.Reason] = []
        var numbers: [InvalidRow.Reason: UInt32] = [:]
        var lines: [Int: Int] = [:]
        for row in rows {
            guard row.place.shard == 0, let offset = UInt32(exactly: row.place.offset),
                let length = UInt32(exactly: row.place.length), let line = UInt32(exactly: row.line)
            else {
                (self.packed, self.reasons, self.lines, plain) = ([], [], [:], rows)
                return
            }
            // Mostly it is that of the row before.
            let isSame = packed.last.map { reasons[Int($0.reason)] == row.reason } ?? false
            let known = isSame ? packed.last?.reason : numbers[row.reason]
            let reason = known ?? UInt32(truncatingIfNeeded: reasons.count)
            if reason == reasons.count {
                reasons.append(row.reason)
                numbers[row.reason] = reason
            }
            if row.moreLines > 0 { lines[packed.count] = row.moreLines }
            packed.append(Packed(offset: offset, length: length, line: line, reason: reason))
        }
        (self.packed, self.reasons, self.lines, plain) = (packed, reasons, lines, [])
    }

    /// The number of rows.
    var count: Int { plain.isEmpty ? packed.count : plain.count }

    /// - Precondition: `0 <= index < count`.
    subscript(index: Int) -> InvalidRow {
        guard plain.isEmpty else { return plain[index] }
        let row = packed[index]
        return InvalidRow(
            place: RowPlace(shard: 0, offset: Int(row.offset), length: Int(row.length)),
            line: Int(row.line),
            lastLine: Int(row.line) + lines[index, default: 0],
            reason: reasons[Int(row.reason)]
        )
    }
}
