/// Finds tables of text: rows of cells between bars, with a rule under the first.
enum TableLines {
    /// The bytes of each table, from its first line to its last, in their order.
    ///
    /// - Complexity: O(bytes).
    static func all(in bytes: [UInt8]) -> [Range<Int>] {
        var tables: [Range<Int>] = []
        var before: Range<Int>?
        var isInside = false
        SafeText.forEachLine(of: bytes) { line in
            let hasBar = bytes[line].contains(UInt8(ascii: "|"))
            if isInside, hasBar, let last = tables.last {
                tables[tables.count - 1] = last.lowerBound..<line.upperBound
            } else if hasBar, let before, isRule(bytes[line]) {
                tables.append(before.lowerBound..<line.upperBound)
                isInside = true
            } else {
                isInside = false
            }
            before = hasBar ? line : nil
        }
        return tables
    }

    /// Whether a line is a rule, such as `| --- | :--: |`.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|-: \t\r".utf8.contains($0) }
    }
}
