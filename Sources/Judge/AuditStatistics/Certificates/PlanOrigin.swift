import Basics

/// What a plan was made for: a round, told from all others by its items, after how many draws, and after which plan.
///
/// The plan's seed follows from the round and the draw. The same round gives the same samples in the same order,
/// whoever plans and however often they begin anew.
public struct PlanOrigin: Hashable, Sendable {
    /// The items of the round, from 0.
    public let items: Int
    /// The 32 bytes that tell the round's contents and scores from others.
    public let digest: [UInt8]
    /// Which of the round's samples it is, from 1.
    public let draw: Int
    /// The 32 bytes of the digest of the plan before; nil for the first.
    public let after: [UInt8]?

    /// - Throws: `outOfRange` for a draw below 1, fewer than 0 items, or a digest that does not have 32 bytes.
    public init(items: Int, digest: [UInt8], draw: Int, after: [UInt8]?) throws(AuditError) {
        try Check.count(items, .size, within: 0...Int.max)
        try Check.count(draw, .draws, within: 1...Check.largestPopulation)
        for bytes in [digest, after].compactMap(\.self) {
            try Check.count(bytes.count, .contents, within: Self.digestBytes...Self.digestBytes)
        }
        self.items = items
        self.digest = digest
        self.draw = draw
        self.after = after
    }

    /// What the sample is drawn with: the first 8 bytes, big-endian, of the SHA-256 of the ASCII text "redsieve
    /// certification seed 2\n" and, big-endian, the items, the round's digest and the draw.
    public var seed: UInt64 {
        var hasher = SHA256()
        (Array("redsieve certification seed 2\n".utf8) + place).withUnsafeBytes { hasher.add($0) }
        return hasher.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// All of it as bytes: the round, the draw, and the plan before, or 32 zeros.
    var bytes: [UInt8] { place + (after ?? [UInt8](repeating: 0, count: Self.digestBytes)) }

    private static let digestBytes = 32

    private var place: [UInt8] { Self.bytes(items) + digest + Self.bytes(draw) }

    private static func bytes(_ value: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt64(value).bigEndian) { Array($0) }
    }
}
