internal import RoundModel
public import Verdicts

/// Joins reviews of one round: every entry of each is there once, and nothing is lost.
public enum ReviewMerge {
    /// What came of it.
    public struct Result: Hashable, Sendable {
        /// Entries of each review, in the order in which they were given.
        public var entries: [Int]
        /// Entries of each that are not what was written any more, or are gone, and were left out.
        public var lost: [Int]
        /// Entries of the joined one.
        public var joined: Int
        /// Entries that several of them had.
        public var common: Int
        /// Items that several reviewers have judged.
        public var overlap: Int
        /// Of those, items that nothing has settled.
        public var disputed: Int
    }

    /// The entries of several journals as one: each keeps its order, and between them the clock decides.
    ///
    /// An entry that several have waits until all that stands before it in any of them is there.
    /// - Parameter journals: the entries of each, in order.
    /// - Complexity: O(entries × journals²).
    public static func entries(of journals: [[JournalEntry]]) -> [JournalEntry] {
        let places = journals.map { entries in
            Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var next = [Int](repeating: 0, count: journals.count)
        var seen: Set<EntryID> = []
        var joined: [JournalEntry] = []
        while true {
            let waiting = journals.indices.filter { next[$0] < journals[$0].count }
            guard
                var first = waiting.min(by: { one, other in
                    journals[one][next[one]].time < journals[other][next[other]].time
                })
            else { return joined }
            var passed: Set<Int> = [first]
            while let other = journals.indices.first(where: { other in
                (places[other][journals[first][next[first]].id] ?? -1) > next[other]
            }), passed.insert(other).inserted {
                first = other
            }
            let entry = journals[first][next[first]]
            next[first] += 1
            if seen.insert(entry.id).inserted { joined.append(entry) }
        }
    }

    /// Joins review files into a new one, which is there whole or not at all.
    ///
    /// - Parameters:
    ///   - paths: two at least, or one where it is forced.
    ///   - path: where to; nothing may stand there.
    ///   - isForced: whether reviews that have no item in common are joined as well, and what is left of one that was
    ///     altered.
    /// - Throws: why one cannot be read, or the new one not be made; `exists`; `unrelated`.
    /// - Complexity: O(entries).
    public static func join(
        _ paths: [String],
        into path: String,
        isForced: Bool = false
    ) throws(ReviewStoreError) -> Result {
        let target = ReviewLocation(path: path)
        if target.exists { throw .exists(path: path) }
        var reviews: [ReviewContents] = []
        for path in paths { reviews.append(try ReviewContents(ReviewLocation(path: path), isLenient: isForced)) }
        let journals = reviews.map { $0.entries.map(\.entry) }
        let (seeds, rounds) = (reviews.map(\.seed), reviews.map(\.round))
        if !isForced { try checkRelated(paths, journals, rounds, seeds) }
        let all = entries(of: journals)
        // The samples of the first are drawn on with; verdicts keep the seed that they were given with.
        let round = rounds.compactMap(\.self).first
        let beginning = ReviewBeginning(
            seed: seeds.first ?? 0,
            entries: all,
            about: round.map(RoundRows.texts) ?? []
        )
        try ReviewFile.makeNew(target, beginning)
        let record = ReviewRecord(all)
        let counts = journals.map(\.count)
        return Result(
            entries: counts,
            lost: reviews.map(\.lost),
            joined: all.count,
            common: counts.reduce(0, +) - all.count,
            overlap: record.items.values.count { $0.answers.count > 1 },
            disputed: record.items.values.count { $0.ruling == .disputed }
        )
    }

    /// Throws where a review was used with other items than the first one and speaks of none of the same.
    private static func checkRelated(
        _ paths: [String],
        _ journals: [[JournalEntry]],
        _ rounds: [RoundIdentity?],
        _ seeds: [UInt64]
    ) throws(ReviewStoreError) {
        let items = journals.map { entries in
            entries.reduce(into: Set<ItemDigest>()) { items, entry in
                if case .verdicts(let verdicts) = entry.event { items.formUnion(verdicts.map(\.digest)) }
            }
        }
        for number in paths.indices.dropFirst() {
            if let first = rounds[0], let other = rounds[number], first.holdsTheSame(as: other) { continue }
            // One seed is what reviewers of one round agree on.
            if seeds[number] == seeds[0] { continue }
            // Where nothing is said there is nothing to mix up.
            if items[number].isEmpty || items[0].isEmpty || !items[number].isDisjoint(with: items[0]) { continue }
            throw .unrelated(paths[0], paths[number])
        }
    }
}
