import Basics

/// Puts fields into a line of JSON that is an object, and leaves every other byte as it is.
public enum RowAddition {
    /// The line with fields at its end.
    ///
    /// - Parameters:
    ///   - line: an object of JSON, without a line end.
    ///   - fields: names, not escaped yet, and values as JSON.
    /// - Returns: nil where the line does not end as an object does.
    /// - Complexity: O(bytes).
    public static func adding(_ fields: [(name: String, value: String)], to line: [UInt8]) -> [UInt8]? {
        guard let end = line.lastIndex(where: { !isBlank($0) }), line[end] == UInt8(ascii: "}") else { return nil }
        guard let last = line[..<end].lastIndex(where: { !isBlank($0) }) else { return nil }
        var output = Array(line[...last])
        var isFirst = line[last] == UInt8(ascii: "{")
        for field in fields {
            output += (isFirst ? "" : ", ").utf8
            isFirst = false
            JSONText.append(Array(field.name.utf8), to: &output)
            output += ": ".utf8
            output += field.value.utf8
        }
        return output + line[(last + 1)...]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
