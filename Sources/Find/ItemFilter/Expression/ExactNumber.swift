/// A number to its last digit, for those that are too large for a double to tell from their neighbours.
public struct ExactNumber: Hashable, Sendable {
    /// False for a negative number.
    private let isPositive: Bool
    /// The significant digits, 0 to 9, without zeros at either end; none for 0.
    private let digits: [UInt8]
    /// The number is 0.DIGITS times ten to this.
    private let exponent: Int

    /// The whole numbers that a double holds each for itself lie below this one.
    static let doubleLimit = 9_007_199_254_740_992.0

    /// Reads a number as JSON or a filter writes it; nil where it is none.
    ///
    /// - Complexity: O(bytes).
    public init?(_ text: some Sequence<UInt8>) {
        var digits: [UInt8] = []
        var (isNegative, isFraction, hasDigits) = (false, false, false)
        var exponent = 0
        var rest = Array(text)[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        while let byte = rest.first {
            if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else if (0x30...0x39).contains(byte) {
                hasDigits = true
                if !digits.isEmpty || byte != 0x30 { digits.append(byte - 0x30) }
                if isFraction ? digits.isEmpty : false { exponent -= 1 }
                if !isFraction, !digits.isEmpty { exponent += 1 }
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) < 1_000_000 else {
                return nil
            }
            exponent += power
            rest = []
        }
        guard hasDigits, rest.isEmpty else { return nil }
        while digits.last == 0 { digits.removeLast() }
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
        isPositive = digits.isEmpty || !isNegative
    }

    /// -1, 0 or 1 as this number is less than, equal to or greater than another.
    public func order(to other: ExactNumber) -> Int {
        let (sign, otherSign) = (self.sign, other.sign)
        guard sign == otherSign, sign != 0 else { return (sign - otherSign).signum() }
        if exponent != other.exponent { return exponent < other.exponent ? -sign : sign }
        if digits == other.digits { return 0 }
        return digits.lexicographicallyPrecedes(other.digits) ? -sign : sign
    }

    /// As a filter writes it.
    public var text: String {
        if digits.isEmpty { return "0" }
        let sign = isPositive ? "" : "-"
        let plain = digits.map { String($0) }.joined()
        guard exponent >= digits.count, exponent <= 40 else {
            return "\(sign)0.\(plain)e\(exponent)"
        }
        return sign + plain + String(repeating: "0", count: exponent - digits.count)
    }

    private var sign: Int { digits.isEmpty ? 0 : isPositive ? 1 : -1 }
}
