/// What valid rows hold that some readers of JSON refuse, and how many rows hold each.
public struct RowTroubles: Hashable, Sendable {
    /// One thing that a row may hold.
    public enum Kind: String, CaseIterable, Sendable {
        /// A key of the row itself.
        case keyTwice = "key_twice"
        /// A key of an object within the row.
        case keyTwiceInside = "key_twice_inside"
        /// Keys of an object within the row that differ in nothing but small and capital letters.
        case keyCaseInside = "key_case_inside"
        case nulInKey = "nul_in_key"
        case loneSurrogate = "lone_surrogate"
        /// A number with more digits before its point than 64 bits hold.
        case longInteger = "long_integer"
        /// A number that is too large for a double.
        case hugeNumber = "huge_number"
        /// More than 62 objects and lists in one another within the row.
        case deep = "deeper_than_62"
        case veryDeep = "deeper_than_126"
        /// More bytes than `RowTroubles.longLine`.
        case longLine = "longer_than_16_mib"
    }

    /// The longest row, in bytes, that DuckDB is sure to read unless it is told otherwise.
    public static let longLine = 16 << 20

    private var rows: [Kind: Int] = [:]

    public init() {}

    /// How many rows hold it, from 0.
    public subscript(_ kind: Kind) -> Int {
        get { rows[kind] ?? 0 }
        set { rows[kind] = newValue == 0 ? nil : newValue }
    }

    /// Whether no row holds anything of the kind.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds the rows of another part of a round.
    public static func += (sum: inout RowTroubles, other: RowTroubles) {
        for (kind, count) in other.rows { sum[kind] += count }
    }
}
