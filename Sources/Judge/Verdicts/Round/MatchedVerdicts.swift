public import RoundModel

/// Which items of the round the verdicts are on, and what they come to there.
public struct MatchedVerdicts: Sendable {
    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public private(set) var items = SharedMap<ItemDigest, [UInt32]>()
    /// The contents of those items.
    public private(set) var digests = SharedMap<UInt32, ItemDigest>()
    /// The items about which something was said that holds.
    public private(set) var spoken = ItemMarks()
    /// Those of them that are judged: a note, a flag or passing an item over is no verdict.
    public private(set) var answered = ItemMarks()
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public private(set) var missing: [ItemDigest] = []
    /// The items with a ruling, be it what the rule says or something else; nil before the first.
    public private(set) var judged: JudgedItems?
    /// Contents on which reviewers disagree, settled ones not among them.
    public private(set) var disputed: Set<ItemDigest> = []

    /// What became of an item.
    public struct Change: Hashable, Sendable {
        /// The item.
        public var item: UInt32
        /// What it was ruled before; nil where the rule stood.
        public var before: Ruling?
        /// What it is ruled now; nil where the rule stands again.
        public var after: Ruling?
    }

    public init() {}

    /// Notes what an item's content is.
    ///
    /// - Returns: false where that was known.
    @discardableResult
    public mutating func note(_ item: UInt32, _ digest: ItemDigest) -> Bool {
        guard digests[item] == nil else { return false }
        digests[item] = digest
        items[digest, default: []].append(item)
        items[digest]?.sort()
        return true
    }

    /// Takes over what is now said of some contents.
    ///
    /// - Returns: what it changes, for items whose ruling is another.
    /// - Complexity: O(contents and their items), and what `JudgedItems.setting` costs.
    @discardableResult
    public mutating func update(
        _ changed: some Sequence<ItemDigest>,
        _ records: ItemRecords,
        in columns: ScoreColumns
    ) -> [Change] {
        var changes: [Change] = []
        var rulings: [UInt32: Ruling?] = [:]
        for digest in changed {
            let said = records[digest]
            let ruling = said?.ruling
            let isSpoken = said.map { !$0.isEmpty } ?? false
            let isJudged = said?.isJudged ?? false
            if ruling == .disputed { disputed.insert(digest) } else { disputed.remove(digest) }
            for item in items[digest] ?? [] where Int(item) < columns.count {
                spoken.set(item, isSpoken)
                answered.set(item, isJudged)
                let before = judged?.ruling(of: Int(item))
                guard before != ruling, rulings.updateValue(ruling, forKey: item) == nil else { continue }
                changes.append(Change(item: item, before: before, after: ruling))
            }
        }
        if !rulings.isEmpty {
            judged = (judged ?? JudgedItems([:], in: columns)).setting(rulings, in: columns)
        }
        return changes
    }

    /// Takes over which items some contents are.
    ///
    /// - Parameter isThorough: whether all items that have them were looked for; else where they stood.
    /// - Complexity: O(contents, and all items with a verdict).
    public mutating func take(
        _ found: [ItemDigest: [UInt32]],
        missing: [ItemDigest],
        isThorough: Bool,
        _ records: ItemRecords,
        in columns: ScoreColumns
    ) {
        var gone: [UInt32: Ruling?] = [:]
        func forget(_ digest: ItemDigest, but kept: [UInt32]) {
            guard let before = items[digest] else { return }
            let kept = Set(kept)
            for item in before where !kept.contains(item) {
                digests.removeValue(forKey: item)
                spoken.set(item, false)
                answered.set(item, false)
                gone.updateValue(nil, forKey: item)
            }
        }
        for (digest, new) in found {
            if isThorough { forget(digest, but: new) }
            let all = isThorough ? new : Array(Set(new + (items[digest] ?? []))).sorted()
            items[digest] = all
            for item in all { digests[item] = digest }
        }
        if isThorough {
            for digest in missing {
                forget(digest, but: [])
                items.removeValue(forKey: digest)
            }
            self.missing = Set(self.missing).subtracting(found.keys).union(missing).sorted()
        }
        if !gone.isEmpty, let before = judged { judged = before.setting(gone, in: columns) }
        update(found.keys, records, in: columns)
    }
}
