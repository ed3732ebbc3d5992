internal import Basics

/// The distinct contents of parts of a round, such as its buckets: what the lines of exported files are.
///
/// A content belongs to a part where one of its items does; the first of these stands for it there. Copies mostly have the same
/// scores, and are then in one part together.
public struct DistinctContents: Sendable {
    /// The round's items.
    public let columns: ScoreColumns
    /// Their contents.
    public let keys: ContentKeys

    /// - Parameter keys: those of the same columns.
    public init(_ columns: ScoreColumns, _ keys: ContentKeys) {
        self.columns = columns
        self.keys = keys
    }

    /// The distinct contents of each bucket.
    ///
    /// - Complexity: O(n) shared among the cores, and O(repeats log repeats).
    public func counts(at thresholds: Thresholds) -> BucketCounts {
        flows(from: thresholds, to: thresholds).after
    }

    /// The distinct contents that went from each bucket to each other.
    ///
    /// - Complexity: as for `counts`.
    public func flows(from baseline: Thresholds, to thresholds: Thresholds) -> FlowTable {
        var flows = Population(columns).tally(thresholds, baseline: baseline).flows
        let repeats = repeats { scores in
            let before = baseline.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let after = thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            return 3 * Int(before.rawValue) + Int(after.rawValue)
        }
        for before in Bucket.allCases {
            for after in Bucket.allCases {
                flows[from: before, to: after] -= repeats[3 * Int(before.rawValue) + Int(after.rawValue)]
            }
        }
        return flows
    }

    /// True where an item, or one before it with the same content, is in a bucket.
    ///
    /// - Parameter item: nil for none, which is in no bucket.
    /// - Complexity: O(1) where the item itself is; O(log repeats) for each item before it that is looked at.
    public func isAny(upTo item: Int?, in bucket: Bucket, at thresholds: Thresholds) -> Bool {
        isAny(upTo: item) { thresholds.bucket(safety: $0.safety, helpfulness: $0.helpfulness) == bucket }
    }

    private func isAny(upTo item: Int?, where isInside: (Scores) -> Bool) -> Bool {
        var next = item
        while let item = next {
            if let scores = columns.scores(of: item), isInside(scores) { return true }
            next = keys.previous(of: item)
        }
        return false
    }

    /// For each of nine parts, its items that stand behind another one of it with the same content.
    private func repeats(_ part: @Sendable (Scores) -> Int) -> [Int] {
        let copies = keys.copies
        let pieces = copies.count < ParallelScan.worthwhile ? 1 : ParallelScan.cores
        let counts = ParallelMap.of(pieces) { piece in
            var counts = [Int](repeating: 0, count: 9)
            for copy in copies[copies.count * piece / pieces..<copies.count * (piece + 1) / pieces] {
                guard let scores = columns.scores(of: Int(copy.item)) else { continue }
                let mine = part(scores)
                if isAny(upTo: Int(copy.previous), where: { part($0) == mine }) { counts[mine] += 1 }
            }
            return counts
        }
        return counts.reduce(into: [Int](repeating: 0, count: 9)) { sum, counts in
            for part in counts.indices { sum[part] += counts[part] }
        }
    }
}
