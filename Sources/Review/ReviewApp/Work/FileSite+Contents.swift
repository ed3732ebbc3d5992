import Basics
import ItemFilter
import ReviewSession
import RoundFiles
import RoundFilter
import RoundModel

extension FileSite {
    func contentKeys(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(WorkFailure) -> ContentKeys {
        let round = try known()
        return try working { () throws(RoundFilesError) in
            try RoundContent.keys(of: round, cancellation: stop) { progress($0, $1) }
        }
    }

    func digests(
        of items: [UInt32],
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Int) -> Void
    ) throws(WorkFailure) -> [ItemDigest] {
        let round = try known()
        return try working { () throws(RoundFilesError) in
            try RoundContent.allDigests(of: items, in: round, cancellation: stop) { progress($0) }
        }
    }

    func promptKeys(of items: [UInt32], revision: Int) throws(WorkFailure) -> [UInt32: UInt64] {
        let round = try known()
        return try working { () throws(RoundFilesError) in try workshop.promptKeys(of: items, revision, in: round) }
    }

    func kinds(of items: [UInt32], revision: Int) throws(WorkFailure) -> [ItemKinds] {
        guard !items.isEmpty, let fields = roundFields else { return [] }
        return try working { () throws(RoundFilesError) in try workshop.kinds(of: items, revision, by: fields) }
    }

    func items(at places: [ItemDigest: RowPlace]) throws(WorkFailure) -> ContentItems {
        let round = try known()
        let match = try working { () throws(RoundFilesError) in try RoundContent.match(places, in: round) }
        return ContentItems(items: match.items, missing: match.missing)
    }

    func items(holding contents: Set<ItemDigest>, keys: ContentKeys) throws(WorkFailure) -> ContentItems {
        let round = try known()
        let match = try working { () throws(RoundFilesError) in
            try RoundContent.match(contents, in: round, keys: keys)
        }
        return ContentItems(items: match.items, missing: match.missing)
    }
}
