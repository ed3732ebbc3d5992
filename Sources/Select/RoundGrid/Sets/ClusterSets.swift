internal import Basics
internal import Foundation

/// The manifest of sets that the job made.
public struct ClusterSets: Codable, Hashable, Sendable {
    /// The form that this program reads.
    public static let version = 1

    /// The digest of their plan.
    public var plan: String
    /// The files of the round, each with its length.
    public var files: [PlannedFile]
    /// Valid rows.
    public var items: Int
    /// Invalid rows.
    public var invalid: Int
    /// Why rows are invalid.
    public var invalidRows: [GridRecord.Reason]
    /// What put items into buckets.
    public var thresholds: PlannedThresholds
    /// The items of each bucket, verdicts heeded.
    public var buckets: [String: Int]
    /// The items on each threshold.
    public var onTheLine: [String: Int]
    /// The contents that verdicts are on.
    public var verdicts: Int
    /// The sets by their folders.
    public var outputs: [String: Output]

    private enum CodingKeys: String, CodingKey {
        case plan, files, items, invalid
        case invalidRows = "invalid_rows"
        case thresholds, buckets
        case onTheLine = "on_the_line"
        case verdicts, outputs
    }

    /// One set: its lines in whatever order.
    public struct Output: Codable, Hashable, Sendable {
        public var lines: Int
        /// Of the first 60 bits of each line's SHA-256, hexadecimal.
        public var xor: String
        /// Their sum, decimal.
        public var sum: String
    }

    /// Whether a folder has such a manifest.
    public static func isThere(_ folder: String) -> Bool {
        struct Head: Decodable { var sets: Int }
        guard let data = FileManager.default.contents(atPath: "\(folder)/manifest.json") else { return false }
        return (try? JSONDecoder().decode(Head.self, from: data)) != nil
    }

    /// Reads the manifest of a folder.
    ///
    /// - Throws: why it cannot be used.
    public init(folder: String) throws(GridProblem) {
        struct Head: Decodable { var sets: Int }
        guard let data = FileManager.default.contents(atPath: "\(folder)/manifest.json") else {
            throw .missing("manifest.json")
        }
        guard let head = try? JSONDecoder().decode(Head.self, from: data) else { throw .noSets }
        guard head.sets == Self.version else { throw .otherVersion(head.sets) }
        guard let sets = try? JSONDecoder().decode(Self.self, from: data) else { throw .noSets }
        self = sets
    }
}
