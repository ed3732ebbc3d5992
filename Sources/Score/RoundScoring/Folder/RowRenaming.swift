import Basics
import JSONTree

/// Gives fields of a line of JSON other names, and leaves every other byte as it is.
public enum RowRenaming {
    /// The line with some of its own keys changed; keys of objects within it stay.
    ///
    /// - Parameters:
    ///   - line: an object of JSON that is known to be valid.
    ///   - names: the new name of each key that gets one; none is escaped yet.
    /// - Complexity: O(bytes).
    public static func renaming(_ names: [String: String], in line: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(line.count + 32)
        var depth = 0
        var isKey = false
        var at = 0
        while at < line.count {
            let byte = line[at]
            switch byte {
            case UInt8(ascii: "\""):
                let end = endOfString(at, in: line)
                let text = line[at..<end]
                if depth == 1, isKey, let name = names[decoded(text)] {
                    JSONText.append(Array(name.utf8), to: &output)
                } else {
                    output += text
                }
                isKey = false
                at = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isKey = byte == UInt8(ascii: "{")
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                isKey = false
            case UInt8(ascii: ","):
                isKey = true
            default: break
            }
            output.append(byte)
            at += 1
        }
        return output
    }

    private static func endOfString(_ start: Int, in line: [UInt8]) -> Int {
        var at = start + 1
        while at < line.count, line[at] != UInt8(ascii: "\"") { at += line[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(line.count, at + 1)
    }

    /// A key without its quotes; one with escapes is decoded as far as names of fields go.
    private static func decoded(_ quoted: ArraySlice<UInt8>) -> String {
        if !quoted.contains(UInt8(ascii: "\\")) {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        guard case .string(let text)? = try? JSONTree(Array(quoted)) else { return "" }
        return text
    }
}
