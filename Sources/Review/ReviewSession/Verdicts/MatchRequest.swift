public import RoundModel
public import Verdicts

/// Find the items that contents with a verdict are.
public struct MatchRequest: Sendable {
    /// The contents; nil for all that something was said about.
    public let wanted: Set<ItemDigest>?
    /// What was said.
    public let records: ItemRecords
    /// What was found before.
    let matched: MatchedVerdicts
    /// The round's items.
    public let columns: ScoreColumns

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
    let entries: [JournalEntry]
    /// The items that their verdicts are on, as far as they are known.
    let placed: [UInt32: ItemDigest]
    let record: ReviewRecord
    let matched: MatchedVerdicts
    let columns: ScoreColumns

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
    let record: ReviewRecord
    let matched: MatchedVerdicts
    /// Contents of which copies are still to be looked for.
    let fresh: Set<ItemDigest>
    /// Contents that are still to be found in the round.
    let unknown: Set<ItemDigest>
}
