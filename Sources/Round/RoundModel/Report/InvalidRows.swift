/// The invalid rows of a round in its order, in 16 bytes each.
///
/// A list of immutable blocks, so that it is handed about, and grows, without a copy of the rows.
public struct InvalidRows: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private struct Part: Sendable {
        let block: InvalidRowBlock
        /// The number of its first row.
        let first: Int
        // What is to be added to its rows.
        let shard: Int
        let offset: Int
        let line: Int
    }

    private var parts: [Part] = []
    public private(set) var endIndex = 0

    public init() {}

    /// - Complexity: O(n).
    public init(_ rows: [InvalidRow]) {
        append(InvalidRowBlock(rows))
    }

    public init(arrayLiteral rows: InvalidRow...) {
        self.init(rows)
    }

    /// Appends a row as it is.
    ///
    /// - Complexity: O(1).
    public mutating func append(_ row: InvalidRow) { append(InvalidRowBlock([row])) }

    /// Appends rows that count their shards, offsets and lines from those that are given.
    ///
    /// - Complexity: O(blocks of `rows`).
    public mutating func append(_ rows: InvalidRows, shard: Int, offset: Int, line: Int) {
        for part in rows.parts {
            parts.append(
                Part(
                    block: part.block,
                    first: endIndex,
                    shard: part.shard + shard,
                    offset: part.offset + offset,
                    line: part.line + line
                )
            )
            endIndex += part.block.count
        }
    }

    private mutating func append(_ block: InvalidRowBlock) {
        guard block.count > 0 else { return }
        parts.append(Part(block: block, first: endIndex, shard: 0, offset: 0, line: 0))
        endIndex += block.count
    }

    public var startIndex: Int { 0 }

    /// - Precondition: `0 <= index < count`.
    /// - Complexity: O(log blocks).
    public subscript(index: Int) -> InvalidRow {
        precondition(index >= 0 && index < endIndex, "invalid row \(index) of \(endIndex)")
        var low = 0
        var high = parts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if parts[middle].first <= index { low = middle } else { high = middle }
        }
        let part = parts[low]
        var row = part.block[index - part.first]
        row.place.shard += part.shard
        row.place.offset += part.offset
        row.line += part.line
        return row
    }
}

extension InvalidRows: Equatable {
    /// - Complexity: O(n).
    public static func == (left: InvalidRows, right: InvalidRows) -> Bool { left.elementsEqual(right) }
}
