public import RoundModel
public import Verdicts

/// The items that were marked, and a verdict on many that is being made.
public struct BulkState: Sendable {
    /// The items that were marked, to be judged at once.
    public internal(set) var marks = ItemMarks()
    /// Grows with each change of the marks.
    var markRevision = 0
    /// A verdict on many items that is being made.
    public internal(set) var pending: PendingBulk?
    /// Verdicts on many items so far; the number of the newest.
    var number = 0
}

/// Which items a verdict is given on at once.
public enum BulkScope: Hashable, CaseIterable, Sendable {
    /// Those that were marked.
    case marked
    /// Those of the list that is shown.
    case list
    /// What passes the filter, on whichever list.
    case filtered
    /// What the search found, on whichever list.
    case hits
}

/// Make the same verdict on many items.
public struct BulkRequest: Sendable {
    /// Tells it from others.
    public internal(set) var number: Int
    /// The round's revision.
    public internal(set) var revision: Int
    /// The items that can be meant.
    public internal(set) var population: Population
    /// Which of them are; nil for all.
    public internal(set) var query: ItemListQuery?
    /// What is said.
    public internal(set) var answer: Answer
    /// The thresholds of that moment.
    public internal(set) var thresholds: Thresholds

    /// The items that are meant, ascending; a worker's task.
    ///
    /// - Complexity: O(n).
    public var items: [UInt32] {
        var items: [UInt32] = []
        items.reserveCapacity(query == nil ? population.count : 0)
        population.forEachItem(inBlocks: 0..<population.columns.blocks.count) { item, safety, help in
            if let query {
                let scores = Scores(safety: safety, helpfulness: help)
                guard query.contains(scores, ruling: population.judged?.ruling(of: item)) else { return }
            }
            items.append(UInt32(truncatingIfNeeded: item))
        }
        return items
    }

    /// The verdicts on some items, given what they hold.
    ///
    /// - Complexity: O(items).
    public func verdicts(on items: [UInt32], digests: [ItemDigest]) -> [Verdict] {
        zip(items, digests).compactMap { item, digest in
            guard let scores = population.columns.scores(of: Int(item)),
                let place = population.columns.place(of: Int(item))
            else { return nil }
            return Verdict(
                digest: digest,
                place: place,
                scores: scores,
                thresholds: thresholds,
                bucket: thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
                answer: answer
            )
        }
    }
}

/// A verdict on many items while it is being made.
public struct PendingBulk: Sendable {
    /// What was asked for.
    public internal(set) var request: BulkRequest
    /// The items that it was confirmed for.
    public internal(set) var count: Int
    /// How far their texts have been read, 0 to 1.
    public internal(set) var fraction = 0.0
    var isSent = false
}
