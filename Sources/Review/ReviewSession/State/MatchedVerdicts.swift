public import RoundModel
public import Verdicts

/// Which items of the round the verdicts are on, and what they come to there.
public struct MatchedVerdicts: Sendable {
    /// The items of this round that have contents with a verdict, ascending; a content may have several.
    public private(set) var items = SharedMap<ItemDigest, [UInt32]>()
    /// The contents of those items.
    public private(set) var digests = SharedMap<UInt32, ItemDigest>()
    /// The items about which something was said that holds.
    private(set) var spoken = ItemMarks()
    /// Contents with a verdict that no item of this round has; filled once all items were looked at.
    public private(set) var missing: [ItemDigest] = []
    /// The items that verdicts put elsewhere than the rule does.
    public private(set) var judged: JudgedItems?
    /// Contents on which reviewers disagree, settled ones not among them.
    private(set) var disputed: Set<ItemDigest> = []

    /// What became of an item.
    struct Change: Hashable, Sendable {
        var item: UInt32
        var before: Ruling?
        var after: Ruling?
    }

    init() {}

    /// Notes what an item's content is.
    ///
    /// - Returns: false where that was known.
    @discardableResult
    mutating func note(_ item: UInt32, _ digest: ItemDigest) -> Bool {
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
    mutating func update(
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
            if ruling == .disputed { disputed.insert(digest) } else { disputed.remove(digest) }
            for item in items[digest] ?? [] where Int(item) < columns.count {
                spoken.set(item, isSpoken)
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
    mutating func take(
        _ found: [ItemDigest: [UInt32]],
        missing: [ItemDigest],
        isThorough: Bool,
        _ records: ItemRecords,
        in columns: ScoreColumns
    ) {
        var gone: [UInt32: Ruling?] = [:]
        func forget(_ digest: ItemDigest, but kept: [UInt32]) {
            let kept = Set(kept)
            for item in items[digest] ?? [] where !kept.contains(item) {
                digests.removeValue(forKey: item)
                spoken.set(item, false)
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

/// Find the items that contents with a verdict are.
public struct MatchRequest: Sendable {
    /// The contents; nil for all that something was said about.
    public internal(set) var wanted: Set<ItemDigest>?
    /// What was said.
    public internal(set) var records: ItemRecords
    /// What was found before.
    var matched: MatchedVerdicts
    /// The round's items.
    public internal(set) var columns: ScoreColumns

    /// How many contents are wanted.
    public var count: Int { wanted?.count ?? records.count }

    /// The contents that are wanted.
    ///
    /// - Complexity: O(contents).
    public var contents: Set<ItemDigest> { wanted ?? Set(records.keys) }

    /// Where those contents stood when they were last spoken of.
    ///
    /// - Complexity: O(contents).
    public var places: [ItemDigest: RowPlace] {
        guard let wanted else { return records.places }
        return wanted.reduce(into: [:]) { $0[$1] = records[$1]?.place }
    }

    /// The answer to this, with what was found.
    ///
    /// - Complexity: O(all items with a verdict).
    public func answer(_ found: [ItemDigest: [UInt32]], missing: [ItemDigest], isThorough: Bool) -> MatchedVerdicts {
        var matched = matched
        matched.take(found, missing: missing, isThorough: isThorough, records, in: columns)
        return matched
    }
}

/// Take over entries with so many verdicts that no key may wait for it.
public struct FoldRequest: Sendable {
    /// The entries, in order.
    var entries: [JournalEntry]
    /// The items that their verdicts are on, as far as they are known.
    var placed: [UInt32: ItemDigest]
    var record: ReviewRecord
    var matched: MatchedVerdicts
    var columns: ScoreColumns

    /// The verdicts of the entries, at most those that there are.
    public var count: Int {
        entries.reduce(0) { sum, entry in
            switch entry.event {
            case .verdicts(let verdicts): sum + verdicts.count
            case .undo(let id), .redo(let id): sum + record.weight(of: id)
            case .thresholds, .baseline, .export, .certificate: sum
            }
        }
    }

    /// What comes of it; a worker's task.
    ///
    /// - Complexity: O(verdicts of the entries, and all there are).
    public func folded() -> FoldedVerdicts {
        var (record, matched) = (record, matched)
        var changed: [ItemDigest] = []
        for entry in entries { changed += record.take(entry) }
        var fresh: Set<ItemDigest> = []
        for (item, digest) in placed where matched.note(item, digest) { fresh.insert(digest) }
        let unknown = Set(changed.filter { matched.items[$0] == nil })
        matched.update(changed, record.items, in: columns)
        return FoldedVerdicts(record: record, matched: matched, fresh: fresh, unknown: unknown)
    }
}

/// The review with entries taken over.
public struct FoldedVerdicts: Sendable {
    var record: ReviewRecord
    var matched: MatchedVerdicts
    /// Contents of which copies are still to be looked for.
    var fresh: Set<ItemDigest>
    /// Contents that are still to be found in the round.
    var unknown: Set<ItemDigest>
}
