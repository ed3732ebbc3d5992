import RoundModel
import Verdicts

/// Which items of this round the verdicts are on, and what is still to be looked for.
struct MatchingState: Sendable {
    /// What is known of it.
    var matched = MatchedVerdicts()
    /// Contents that are still to be found where they stood; nil for all.
    var unmatched: Set<ItemDigest>? = []
    /// Contents of which copies are still to be looked for; nil for all.
    var uncopied: Set<ItemDigest>? = []
    /// The look through the round's items that is under way; nil for none.
    var ticket: Ticket?
    /// Contents that were spoken of since that began, and the items that they are known to be.
    private var spokenSince: [(digest: ItemDigest, item: UInt32?)] = []
    /// The round that the review was used with last, in words, where it is another; until that was said.
    var otherRound: String?

    /// Takes note of what an item holds that is spoken of: that is known before any file was searched for it.
    mutating func note(_ item: UInt32, _ digest: ItemDigest) {
        if matched.note(item, digest) { uncopied?.insert(digest) }
        if ticket != nil { spokenSince.append((digest, item)) }
    }

    /// Takes note of contents that are spoken of, wherever they are.
    mutating func note(_ digests: [ItemDigest]) {
        if ticket != nil { spokenSince += digests.map { ($0, nil) } }
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
