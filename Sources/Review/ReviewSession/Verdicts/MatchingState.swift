import RoundModel
import Verdicts

/// Which items of this round the verdicts are on, and what is still to be looked for.
struct MatchingState: Sendable {
    /// What is known of it.
    private(set) var matched = MatchedVerdicts()
    /// Contents that are still to be found where they stood; nil for all.
    private var unmatched: Set<ItemDigest>? = []
    /// Contents of which copies are still to be looked for; nil for all.
    private var uncopied: Set<ItemDigest>? = []
    /// The look through the round's items that is under way; nil for none.
    private(set) var ticket: Ticket?
    /// Contents that were spoken of since that began, and the items that they are known to be.
    private var spokenSince: [(digest: ItemDigest, item: UInt32?)] = []
    /// The round that the review was used with last, in words, where it is another; until that was said.
    private var otherRound: String?

    /// Takes note of what an item holds that is spoken of: that is known before any file was searched for it.
    mutating func note(_ item: UInt32, _ digest: ItemDigest) {
        if matched.note(item, digest) { uncopied?.insert(digest) }
        if ticket != nil { spokenSince.append((digest, item)) }
    }

    /// Takes note of contents that are spoken of, wherever they are.
    mutating func note(_ digests: [ItemDigest]) {
        if ticket != nil { spokenSince += digests.map { ($0, nil) } }
    }

    /// Takes over what became of some contents.
    ///
    /// - Returns: what that changes of the items' rulings.
    mutating func update(
        _ changed: [ItemDigest],
        _ records: ItemRecords,
        in columns: ScoreColumns
    ) -> [MatchedVerdicts.Change] {
        note(changed)
        return matched.update(changed, records, in: columns)
    }

    // MARK: Looking

    /// True once nothing is left to look for; copies are looked for last.
    var isThrough: Bool { uncopied?.isEmpty == true }

    /// Has contents found that others have spoken of.
    mutating func lookFor(_ unknown: [ItemDigest]) { unmatched?.formUnion(unknown) }

    /// Has copies looked for, since the contents of all items are there.
    ///
    /// - Parameter hasRecords: true where there are verdicts to look for.
    mutating func lookForCopies(hasRecords: Bool) { uncopied = hasRecords ? nil : [] }

    /// What is to be looked for now: first where it stood, then everywhere; nil for nothing.
    ///
    /// - Parameter contents: the contents of all items; nil until they are there.
    /// - Returns: the contents, nil for all, and where to look, nil for where they stood.
    mutating func wanted(_ contents: ContentKeys?) -> (digests: Set<ItemDigest>?, keys: ContentKeys?)? {
        if unmatched?.isEmpty != true {
            defer { unmatched = [] }
            return (unmatched, nil)
        }
        guard let contents, uncopied?.isEmpty != true else { return nil }
        defer { uncopied = [] }
        return (uncopied, contents)
    }

    /// Takes note of a look that begins.
    mutating func begin(_ ticket: Ticket) { self.ticket = ticket }

    /// Takes note of a look that failed.
    ///
    /// - Returns: false where nobody waits for it.
    mutating func fail(_ ticket: Ticket) -> Bool {
        guard self.ticket == ticket else { return false }
        self.ticket = nil
        return true
    }

    /// Takes over what a worker made of entries with many verdicts.
    mutating func take(_ folded: FoldedVerdicts) {
        matched = folded.matched
        uncopied?.formUnion(folded.fresh)
        unmatched?.formUnion(folded.unknown)
    }

    /// Takes note that the review was used with another round last.
    mutating func meet(_ otherRound: String) { self.otherRound = otherRound }

    /// The round that it was used with last, until that is said: it is now.
    mutating func takeOtherRound() -> String? {
        defer { otherRound = nil }
        return otherRound
    }

    /// Takes over what was found, and after it what was said since.
    mutating func take(_ found: MatchedVerdicts, _ records: ItemRecords, in columns: ScoreColumns) {
        ticket = nil
        matched = found
        for since in spokenSince {
            guard let item = since.item else { continue }
            if matched.note(item, since.digest) { uncopied?.insert(since.digest) }
        }
        matched.update(spokenSince.map(\.digest), records, in: columns)
        spokenSince = []
    }

    /// Forgets which items the verdicts are on, since the items are others now.
    ///
    /// - Parameter hasRecords: true where there are verdicts to look for.
    mutating func forget(hasRecords: Bool) {
        matched = MatchedVerdicts()
        unmatched = hasRecords ? nil : []
        uncopied = []
        ticket = nil
        spokenSince = []
    }
}
