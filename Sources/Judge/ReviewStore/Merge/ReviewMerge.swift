internal import RoundModel
public import Verdicts

/// Joins reviews of one round: every entry of each is there once, and nothing is lost.
public enum ReviewMerge {
    /// What came of it.
    public struct Result: Sendable {
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
        /// What the joined review draws its samples with: what most verdicts of samples were drawn with.
        public var seed: UInt64
        /// Verdicts of samples that were drawn with other seeds of the reviews, which count in no rate.
        public var foreignDraws: Int
        /// Items on which a reviewer says another thing in one review than in another one; the later verdict counts.
        public var contradictions: Int
        /// The review as it is now.
        public var record: ReviewRecord
    }

    /// The entries of several journals as one: each keeps its order, and between them the clock decides.
    ///
    /// An entry that several have waits until all that stands before it in any of them is there. The order of the journals
    /// changes nothing.
    /// - Parameter journals: the entries of each, in order.
    /// - Complexity: O(entries × journals²).
    public static func entries(of journals: [[JournalEntry]]) -> [JournalEntry] {
        let journals = journals.sorted { $0.lexicographicallyPrecedes($1, by: precedes) }
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
                    precedes(journals[one][next[one]], journals[other][next[other]])
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

    /// The order of entries by the clock, and of those of one moment by who wrote them.
    private static func precedes(_ one: JournalEntry, _ other: JournalEntry) -> Bool {
        (one.time, one.id.writer, one.id.turn) < (other.time, other.id.writer, other.id.turn)
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
        // Verdicts keep the seed that they were given with. What is chosen here depends on no order of the reviews.
        let drawn = draws(of: all, among: Set(seeds))
        let seed = seeds.sorted().max { drawn[$0, default: 0] < drawn[$1, default: 0] } ?? 0
        let round = rounds.compactMap(\.self).min {
            ($0.items, $0.fingerprint, $0.name) > ($1.items, $1.fingerprint, $1.name)
        }
        let beginning = ReviewBeginning(
            seed: seed,
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
            disputed: record.items.values.count { $0.ruling == .disputed },
            seed: seed,
            foreignDraws: drawn.reduce(0) { $0 + ($1.key == seed ? 0 : $1.value) },
            contradictions: contradictions(in: journals),
            record: record
        )
    }

    /// The verdicts of the buckets' samples, by the seed that they were drawn with.
    private static func draws(of entries: [JournalEntry], among seeds: Set<UInt64>) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for case .verdicts(let verdicts) in entries.lazy.map(\.event) {
            for verdict in verdicts {
                if let seed = verdict.draw?.seed, seeds.contains(seed) { counts[seed, default: 0] += 1 }
            }
        }
        return counts
    }

    /// The items on which a reviewer says different things in two reviews, none of which is a later word on the other.
    private static func contradictions(in journals: [[JournalEntry]]) -> Int {
        let records = journals.map { ReviewRecord($0) }
        let known = journals.map { Set($0.map(\.id)) }
        var found: Set<ItemDigest> = []
        for one in journals.indices {
            for other in journals.indices where other > one {
                for (digest, mine) in records[one].items {
                    guard let theirs = records[other].items[digest], !found.contains(digest) else { continue }
                    let isContradiction = mine.answers.contains { line in
                        guard let second = theirs.answer(of: line.reviewer) else { return false }
                        return line.verdict.answer != second.verdict.answer
                            && line.verdict.ruling != second.verdict.ruling
                            && !known[other].contains(line.entry) && !known[one].contains(second.entry)
                    }
                    if isContradiction { found.insert(digest) }
                }
            }
        }
        return found.count
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
