public import Basics
public import RoundModel

/// Which items of a round have some contents.
public struct ContentMatch: Hashable, Sendable {
    /// The items of each content that was found, ascending.
    public var items: [ItemDigest: [UInt32]] = [:]
    /// The contents that no item has, ascending.
    public var missing: [ItemDigest] = []

    public init() {}
}

extension RoundContent {
    /// Finds contents where they once stood: one item each, and no copies.
    ///
    /// What has moved or changed is missing here, and `match(_:in:keys:)` may find it.
    /// - Throws: as `digests(of:in:)`.
    /// - Complexity: O(contents) rows read.
    public static func match(
        _ wanted: [ItemDigest: RowPlace],
        in round: LoadedRound,
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) -> ContentMatch {
        let claim = try MemoryRoom.claim(wanted.count * ContentMemory.match)
        defer { claim.end() }
        let candidates = wanted.compactMap { digest, place in
            round.columns.item(at: place).map { (item: UInt32($0), digest: digest) }
        }.sorted { $0.item < $1.item }
        var match = ContentMatch()
        let found = try digests(of: candidates.map(\.item), in: round, cancellation: cancellation)
        for (candidate, digest) in zip(candidates, found) where candidate.digest == digest {
            match.items[digest] = [candidate.item]
        }
        match.missing = wanted.keys.filter { match.items[$0] == nil }.sorted()
        return match
    }

    /// Finds all items that have some contents, copies among them.
    ///
    /// - Parameter keys: those of the round.
    /// - Throws: as `digests(of:in:)`.
    /// - Complexity: O(n) keys, and O(items found) rows read.
    public static func match(
        _ wanted: Set<ItemDigest>,
        in round: LoadedRound,
        keys: ContentKeys,
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) -> ContentMatch {
        let claim = try MemoryRoom.claim(wanted.count * ContentMemory.match)
        defer { claim.end() }
        let candidates = keys.items(withKeyIn: Set(wanted.map(\.high)))
        var match = ContentMatch()
        let found = try digests(of: candidates, in: round, cancellation: cancellation)
        for (item, digest) in zip(candidates, found) where wanted.contains(digest) {
            match.items[digest, default: []].append(item)
        }
        match.missing = wanted.filter { match.items[$0] == nil }.sorted()
        return match
    }
}
