import RoundModel

/// What a file's name says about what is in it.
enum RoundFileName {
    /// Endings that make a file in a folder part of the round; all but Parquet also with those of `archives`.
    static let endings = [".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet"]
    static let archives = [".gz", ".zst", ".zstd", ".xz", ".bz2"]

    /// The layout of the rows, where the name tells: by its ending, before that of an archive.
    static func layout(of path: String) -> NamedLayout? {
        let name = inflated(path).lowercased()
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonLines }
        if name.hasSuffix(".json") { return .json }
        if name.hasSuffix(".csv") { return .delimited(UInt8(ascii: ",")) }
        if name.hasSuffix(".tsv") { return .delimited(UInt8(ascii: "\t")) }
        return nil
    }

    enum NamedLayout: Hashable {
        case jsonLines
        /// Most likely JSON Lines, and possibly one array.
        case json
        case delimited(UInt8)
    }

    /// True for a file that a folder offers as part of its round.
    static func isRound(_ name: String) -> Bool {
        if name.hasPrefix(".") { return false }
        let lower = name.lowercased()
        // What an export writes beside its sets is no round.
        if ["manifest.json", "invalid.jsonl", "excluded.jsonl"].contains(lower) || isScoringRecord(lower) {
            return false
        }
        return lower.hasSuffix(".parquet") || layout(of: lower) != nil
    }

    /// True for the record of a round's scores, which lies beside it.
    static func isScoringRecord(_ name: String) -> Bool { name.hasSuffix(".scoring.json") }

    /// True for a file of plain text, which may be a list.
    static func isList(_ name: String) -> Bool { inflated(name).lowercased().hasSuffix(".txt") }

    /// True for an ending that files of all kinds have.
    static func isJSON(_ path: String) -> Bool { layout(of: path) == .json }

    /// True for a review, which lies beside its round, and for what a program that has it open keeps there.
    static func isReview(_ name: String) -> Bool {
        [".review", ".review-wal", ".review-shm", ".review-journal"].contains { name.hasSuffix($0) }
    }

    /// The name that a file has once it is inflated.
    static func inflated(_ path: String) -> String {
        let lower = path.lowercased()
        return archives.first(where: lower.hasSuffix).map { String(path.dropLast($0.count)) } ?? path
    }

    /// The last part of a path.
    static func last(of path: String) -> String {
        path.parts(at: "/").last ?? path
    }
}
