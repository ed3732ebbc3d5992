import AuditStatistics
import Basics
import RoundModel

/// What tells a round's contents and scores from those of others, as plans hold it.
enum RoundDigest {
    /// The SHA-256 of the ASCII text "redsieve round 1\n" and, big-endian, the number of items and of each in order its
    /// content's key and the bit patterns of its safety and helpfulness scores.
    ///
    /// - Complexity: O(n).
    static func bytes(_ columns: ScoreColumns, _ keys: ContentKeys) -> [UInt8] {
        var hasher = SHA256()
        Array("redsieve round 1\n".utf8).withUnsafeBytes { hasher.add($0) }
        var words: [UInt64] = [UInt64(columns.count).bigEndian]
        func give() {
            words.withUnsafeBytes { hasher.add($0) }
            words.removeAll(keepingCapacity: true)
        }
        Population(columns).forEachItem(inBlocks: 0..<columns.blocks.count) { item, safety, help in
            words.append((keys[item] ?? 0).bigEndian)
            // Of zero both signs count as the same.
            words.append((safety == 0 ? 0 : safety).bitPattern.bigEndian)
            words.append((help == 0 ? 0 : help).bitPattern.bigEndian)
            if words.count >= 3 << 12 { give() }
        }
        give()
        return hasher.bytes
    }
}

extension PlanOrigin {
    /// True where a round is the one that the plan was made for.
    func isRound(_ columns: ScoreColumns, _ keys: ContentKeys) -> Bool {
        items == columns.count && keys.count == columns.count && digest == RoundDigest.bytes(columns, keys)
    }
}
