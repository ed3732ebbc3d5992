public import RoundModel

/// How many items have each pair of values of two fields, bucket by bucket.
public struct CrossTable: Hashable, Sendable {
    /// The values of the first field, with the items of all values of the second, in the order of `FacetValue.sorted`.
    public let down: [FacetValue]
    /// The values of the second field, likewise.
    public let across: [FacetValue]
    /// The items of all pairs.
    public let all: BucketCounts
    /// Row by row.
    private let cells: [BucketCounts]

    /// One pair of values, and the items that have it.
    public struct Cell: Hashable, Sendable {
        /// The value of the first field; its counts play no part.
        public var down: FacetValue
        /// The value of the second field, likewise.
        public var across: FacetValue
        /// The items.
        public var counts: BucketCounts

        public init(down: FacetValue, across: FacetValue, counts: BucketCounts) {
            (self.down, self.across, self.counts) = (down, across, counts)
        }
    }

    /// Puts pairs in order and sums them up; pairs that are left out have no items.
    ///
    /// - Complexity: O(values log values + pairs).
    public init(_ pairs: [Cell]) {
        let down = Self.totals(pairs.map { ($0.down, $0.counts) })
        let across = Self.totals(pairs.map { ($0.across, $0.counts) })
        func places(_ values: [FacetValue]) -> [[UInt8]?: Int] {
            Dictionary(values.indices.map { (values[$0].value, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (rows, columns) = (places(down), places(across))
        var cells = [BucketCounts](repeating: BucketCounts(), count: down.count * across.count)
        for pair in pairs {
            guard let row = rows[pair.down.value], let column = columns[pair.across.value] else { continue }
            cells[row * across.count + column].add(pair.counts)
        }
        all = down.reduce(into: BucketCounts()) { $0.add($1.counts) }
        (self.down, self.across, self.cells) = (down, across, cells)
    }

    private static func totals(_ parts: [(value: FacetValue, counts: BucketCounts)]) -> [FacetValue] {
        var sums: [[UInt8]?: FacetValue] = [:]
        for (value, counts) in parts {
            var sum = sums[value.value] ?? FacetValue(value: value.value, bin: value.bin, counts: BucketCounts())
            sum.counts.add(counts)
            sums[value.value] = sum
        }
        return FacetValue.sorted(Array(sums.values).filter { $0.counts.total > 0 })
    }

    /// The items of a pair; of a whole row or column where one is nil, and all where both are.
    ///
    /// - Precondition: places in `down` and `across`.
    public subscript(row: Int?, column: Int?) -> BucketCounts {
        switch (row, column) {
        case (let row?, let column?): cells[row * across.count + column]
        case (let row?, nil): down[row].counts
        case (nil, let column?): across[column].counts
        case (nil, nil): all
        }
    }
}

extension BucketCounts {
    fileprivate mutating func add(_ other: BucketCounts) {
        for bucket in Bucket.allCases { self[bucket] += other[bucket] }
    }
}
