/// Orders names as a person would: runs of digits by their value, the rest byte by byte.
public enum NaturalOrder {
    /// True where `a` comes before `b`. A strict total order: names that read the same are told apart by their bytes.
    public static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var i = 0
        var j = 0
        while i < left.count && j < right.count {
            if isDigit(left[i]) && isDigit(right[j]) {
                let one = number(in: left, at: &i)
                let other = number(in: right, at: &j)
                if one.count != other.count { return one.count < other.count }
                if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
            } else {
                if left[i] != right[j] { return left[i] < right[j] }
                i += 1
                j += 1
            }
        }
        if left.count - i != right.count - j { return left.count - i < right.count - j }
        return left.lexicographicallyPrecedes(right)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The digits from `index` on, without leading zeros; moves `index` behind them.
    private static func number(in bytes: [UInt8], at index: inout Int) -> ArraySlice<UInt8> {
        while index < bytes.count && bytes[index] == UInt8(ascii: "0") { index += 1 }
        let start = index
        while index < bytes.count && isDigit(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }
}
