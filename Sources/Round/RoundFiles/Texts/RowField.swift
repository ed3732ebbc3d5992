internal import CRowReader
public import RoundModel

/// One field of a row as it is gone over; the bytes are borrowed and valid until the reader's next call.
public struct RowField {
    /// The name; between the keys of a path stands `RowField.separator`.
    public var name: UnsafeRawBufferPointer
    /// The decoded value; what is no string as it is written.
    public var value: UnsafeRawBufferPointer
    /// The roles that the field plays: the bit of a role is 1 << `RowField.bit(of:)`.
    public var roles: UInt8
    /// True for a null, and an empty cell of delimited text: as good as no field.
    public var isNull: Bool
    /// Whether the value is a text, which is then decoded.
    var isString: Bool

    /// A byte that no name has.
    public static let separator = UInt8(ROW_PATH_SEPARATOR)

    /// The bit that stands for a role.
    public static func bit(of role: FieldRole) -> UInt8 { 1 << UInt8(RowParser.index(of: role)) }

    /// The number that a value is, spelled as a score may be (`.95`, `+1`); nil where it is none, or not finite.
    ///
    /// - Complexity: O(bytes).
    public static func number(_ value: UnsafeRawBufferPointer) -> Double? {
        var number = 0.0
        return row_parse_decimal(value.bytes, value.count, &number) == ROW_FINE ? number : nil
    }

    /// The keys of the field and of the objects around it, outermost first.
    var keys: [[UInt8]] { name.split(separator: Self.separator, omittingEmptySubsequences: false).map(Array.init) }

    /// A value without the blanks around it, which are no part of a number.
    public static func trimmed(_ value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let first = value.firstIndex(where: { !isBlank($0) }), let last = value.lastIndex(where: { !isBlank($0) })
        else { return UnsafeRawBufferPointer(rebasing: value[..<0]) }
        return UnsafeRawBufferPointer(rebasing: value[first...last])
    }
}

extension RowField {
    init(_ field: row_field) {
        name = UnsafeRawBufferPointer(field.name)
        value = UnsafeRawBufferPointer(field.value)
        roles = field.roles
        isNull = field.is_null
        isString = field.is_string
    }
}
