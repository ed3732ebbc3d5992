/// A score that a person would read as a number and a program may not, as it could be more than one.
public struct NearNumber: Hashable, Sendable {
    /// As it stands in the file: digits, signs and marks of ASCII, no more than 24 of them.
    public let text: String
    /// What keeps it from being a number.
    public let form: Form

    public enum Form: Hashable, Sendable {
        /// `0,95`: a comma where the point belongs, or between thousands.
        case comma
        /// `95%`.
        case percent
        /// `0x1F`.
        case hexadecimal
        /// `4/5`.
        case fraction
        /// Digits with something else between them.
        case other
    }

    /// Nil for what does not look like a number at all: it could be anybody's words.
    public init?(_ cell: some Collection<UInt8>) {
        let bytes = Array(cell.drop(while: Self.isBlank).reversed().drop(while: Self.isBlank).reversed())
        guard !bytes.isEmpty, bytes.count <= 24, bytes.contains(where: Self.isDigit) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let digits = text.drop { $0 == "+" || $0 == "-" }
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
            guard digits.dropFirst(2).allSatisfy(\.isHexDigit) else { return nil }
            form = .hexadecimal
        } else {
            guard bytes.allSatisfy({ Self.isDigit($0) || Self.marks.contains($0) }),
                bytes[0] & 0xDF != UInt8(ascii: "E")
            else { return nil }
            if text.hasSuffix("%") {
                form = .percent
            } else if text.contains("/") {
                form = .fraction
            } else {
                form = text.contains(",") ? .comma : .other
            }
        }
        self.text = text
    }

    /// What is wrong and what to write, without a full stop: `0,95 has a comma; write numbers with a point, as 0.95`.
    public var problem: String {
        switch form {
        case .comma: "\(text) has a comma; write numbers with a decimal point, as 0.95"
        case .percent: "\(text) is a percentage; write it as a number, as 0.95"
        case .hexadecimal: "\(text) is hexadecimal; write it in decimal, as 0.95"
        case .fraction: "\(text) is a fraction; write it as a number, as 0.8"
        case .other: "\(text) is not a number; write it in decimal, as 0.95"
        }
    }

    private static let marks = Set("+-.,%/eE_' ".utf8)

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
