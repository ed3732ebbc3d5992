public import RoundModel
public import Verdicts

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
    public let number: Int
    /// The round's revision.
    public let revision: Int
    /// The items that can be meant.
    public let population: Population
    /// Which of them are; nil for all.
    public let query: ItemListQuery?
    /// What is said.
    public let answer: Answer
    /// The thresholds of that moment.
    public let thresholds: Thresholds

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
