/// How many items went from each bucket at the baseline to each bucket at the present thresholds.
public struct FlowTable: Hashable, Sendable {
    /// Nine counts, a row for each bucket an item came from, in the order of `Bucket`.
    public private(set) var cells: [Int]

    public init() {
        cells = [Int](repeating: 0, count: 9)
    }

    /// Items that were in `from` at the baseline and are in `to` now; where both are the same bucket, those that
    /// stayed.
    public subscript(from from: Bucket, to to: Bucket) -> Int {
        get { cells[Int(from.rawValue) * 3 + Int(to.rawValue)] }
        set { cells[Int(from.rawValue) * 3 + Int(to.rawValue)] = newValue }
    }

    /// Items that are in another bucket than at the baseline.
    public var moved: Int {
        cells.indices.reduce(0) { $0 + ($1 / 3 == $1 % 3 ? 0 : cells[$1]) }
    }

    /// What each bucket held at the baseline.
    public var before: BucketCounts {
        var counts = BucketCounts()
        for from in Bucket.allCases {
            for to in Bucket.allCases { counts[from] += self[from: from, to: to] }
        }
        return counts
    }

    /// What each bucket holds now.
    public var after: BucketCounts {
        var counts = BucketCounts()
        for from in Bucket.allCases {
            for to in Bucket.allCases { counts[to] += self[from: from, to: to] }
        }
        return counts
    }
}
