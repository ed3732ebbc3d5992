/// Some of the rows of a round, by their number among all of them, the broken ones too.
public struct RowChoice: Sendable {
    private var words: [UInt64]
    /// How many they are.
    public private(set) var count = 0

    /// - Parameter rows: numbers from 0.
    /// - Complexity: O(rows).
    public init(_ rows: some Sequence<Int>) {
        words = []
        for row in rows where row >= 0 {
            while words.count <= row >> 6 { words.append(0) }
            if words[row >> 6] & (1 << UInt64(row & 63)) == 0 { count += 1 }
            words[row >> 6] |= 1 << UInt64(row & 63)
        }
    }

    public func contains(_ row: Int) -> Bool {
        row >> 6 < words.count && words[row >> 6] & (1 << UInt64(row & 63)) != 0
    }
}
