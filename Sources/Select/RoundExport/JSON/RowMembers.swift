/// The members of a row that is a valid JSON object, by their keys.
struct RowMembers {
    private let line: UnsafeRawBufferPointer
    /// Where each key stands between its quotes, and its name as far as that is ASCII.
    private let keys: [(place: Range<Int>, name: [UInt8])]

    /// - Complexity: O(length of the line).
    init(_ line: UnsafeRawBufferPointer) {
        self.line = line
        var keys: [(Range<Int>, [UInt8])] = []
        var depth = 0
        var isKeyNext = false
        var index = 0
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "\""):
                let end = Self.end(of: index + 1, in: line)
                if depth == 1, isKeyNext {
                    keys.append((index + 1..<end, Self.name(line[index + 1..<end])))
                    isKeyNext = false
                }
                index = end
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isKeyNext = depth == 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","): isKeyNext = depth == 1
            default: break
            }
            index += 1
        }
        self.keys = keys
    }

    /// Appends the line up to a place, with another key for a member's value: the name and `_before`, or that with a number
    /// where the row has it already.
    func append(upTo end: Int, renaming name: String, to output: inout [UInt8]) {
        var from = 0
        var taken = Set(keys.map(\.name))
        for key in keys where key.name == Array(name.utf8) {
            let base = name + "_before"
            var other = base
            var number = 2
            while !taken.insert(Array(other.utf8)).inserted {
                other = "\(base)_\(number)"
                number += 1
            }
            output.append(contentsOf: line[from..<key.place.lowerBound])
            output.append(contentsOf: other.utf8)
            from = key.place.upperBound
        }
        output.append(contentsOf: line[from..<end])
    }

    /// The place of the quote that ends a string.
    private static func end(of start: Int, in line: UnsafeRawBufferPointer) -> Int {
        var index = start
        while index < line.count, line[index] != UInt8(ascii: "\"") {
            index += line[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, line.count)
    }

    /// A key without escapes; a character beyond ASCII that is written as one becomes a byte that no name has.
    private static func name(_ key: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        var name: [UInt8] = []
        var rest = key[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                name.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "u"):
                let digits = String(decoding: rest.prefix(4), as: UTF8.self)
                rest = rest.dropFirst(4)
                let unit = UInt32(digits, radix: 16) ?? 0xFFFF
                name.append(unit < 0x80 ? UInt8(unit) : 0xFF)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): name.append(escape)
            default: name.append(0xFF)
            }
        }
        return name
    }
}
