public import AuditStatistics

/// One score of all items as a table of values with counts: exact where few values occur, else exact at its lines.
public struct ScoreTable: Hashable, Sendable {
    /// The values, each with how many items have it, or lie up to it and above the one before.
    public let sample: SortedSample
    /// The lowest score that each value stands for; nil where that is the value itself.
    private let lowest: [Double]?

    /// Values that are kept at most: 20 bytes each.
    public static let limit = 1 << 19

    /// - Parameters:
    ///   - count: the items, at least one.
    ///   - limit: what is kept at most; tests have a smaller one.
    ///   - visit: calls its argument with every score, ascending.
    /// - Throws: `empty`, `notFinite`.
    /// - Complexity: O(n).
    init(count: Int, limit: Int = Self.limit, _ visit: ((Double) -> Void) -> Void) throws(AuditError) {
        var (uppers, lowers, counts): ([Double], [Double], [Int]) = ([], [], [])
        visit { score in
            if uppers.last == score {
                counts[counts.count - 1] += 1
            } else {
                uppers.append(score)
                counts.append(1)
            }
        }
        if uppers.count > limit {
            let width = (uppers.count + limit - 1) / limit
            var (kept, sums): ([Double], [Int]) = ([], [])
            for start in stride(from: 0, to: uppers.count, by: width) {
                let end = min(uppers.count, start + width)
                kept.append(uppers[end - 1])
                lowers.append(uppers[start])
                sums.append(counts[start..<end].reduce(0, +))
            }
            (uppers, counts) = (kept, sums)
        }
        sample = try SortedSample(uppers, counts: counts)
        lowest = lowers.isEmpty ? nil : lowers
    }

    /// All items.
    public var count: Int { sample.count }

    /// How many scores lie below a threshold, and how many more may.
    ///
    /// - Complexity: O(log values).
    public func below(_ threshold: Double) -> (count: Int, uncertain: Int) {
        let known = sample.below(threshold)
        return (known, uncertain(behind: known) { $0 < threshold })
    }

    /// How many scores do not lie above a threshold, and how many more may not.
    public func upTo(_ threshold: Double) -> (count: Int, uncertain: Int) {
        let known = sample.upTo(threshold)
        return (known, uncertain(behind: known) { $0 <= threshold })
    }

    /// The items of the value that a threshold parts.
    private func uncertain(behind known: Int, _ isBefore: (Double) -> Bool) -> Int {
        guard let lowest, known < count else { return 0 }
        let place = place(ofRank: known)
        return isBefore(lowest[place]) ? sample.count(at: place) : 0
    }

    /// The place of the value that the score at a rank stands in.
    func place(ofRank rank: Int) -> Int {
        var (low, high) = (0, sample.values.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sample.upTo(place: middle) > rank { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
