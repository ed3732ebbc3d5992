public import RoundModel

/// What a manifest and `summary --json` say of the round itself.
public struct RoundRecord: Codable, Hashable, Sendable {
    /// A file's name, or that of the first with how many more there are.
    public var name: String
    /// Valid rows, from 0.
    public var items: Int
    /// Invalid rows, from 0.
    public var invalid: Int
    /// The length of all files.
    public var bytes: Int
    /// Of all bytes, hexadecimal; nil where nobody asked for it.
    public var sha256: String?
    /// The paths of fields by role, as the first shard that has them calls them.
    public var fields: NamedValues<FieldRole, String>
    /// Those of each shard; nil where all go by `fields`, and in a manifest of before.
    public var shardFields: [NamedValues<FieldRole, String>]?
    /// Scores that were turned round; nil for none.
    public var lowerIsBetter: [ScoreName]?
    /// Rows with a score that was text.
    public var textScores: Int
    /// Rows whose id an earlier one has.
    public var duplicateIDs: Int
    /// Rows whose prompt or response is empty.
    public var emptyTexts: Int
    /// True where NaN and infinities in fields without a role are written as null; else nil.
    public var nonFiniteAsNull: Bool?
    /// Rows that hold some; nil where they were not taken.
    public var nonFiniteRows: Int?
    /// What rows hold that some readers of JSON refuse; nil for nothing.
    public var troubles: NamedValues<RowTroubles.Kind, Int>?
    /// The names of the files; nil for one.
    public var shards: [String]?
    /// The records that say where the scores came from; nil for none, and in a manifest of before.
    public var scoring: [Scoring]?

    /// A record that `redsieve score` left beside a file.
    public struct Scoring: Codable, Hashable, Sendable {
        /// Its own name.
        public var file: String
        /// Of its bytes, hexadecimal.
        public var sha256: String
    }

    private enum CodingKeys: String, CodingKey {
        case name, items, invalid, bytes, sha256, fields
        case shardFields = "shard_fields"
        case lowerIsBetter = "lower_is_better"
        case textScores = "text_scores"
        case duplicateIDs = "duplicate_ids"
        case emptyTexts = "empty_texts"
        case nonFiniteAsNull = "non_finite_as_null"
        case nonFiniteRows = "non_finite_rows"
        case troubles, shards, scoring
    }

    /// - Parameter sha256: of the round's bytes, if it was asked for.
    /// - Complexity: O(shards).
    init(_ report: LoadReport, items: Int, sha256: String?) {
        name = report.name
        self.items = items
        invalid = report.invalidRows.count
        bytes = report.bytes
        self.sha256 = sha256
        fields = NamedValues(report.fields.paths)
        shardFields = report.fields.shards.isEmpty ? nil : report.fields.shards.map { NamedValues($0) }
        let turned = ScoreName.allCases.filter(report.fields.lowerIsBetter.contains)
        lowerIsBetter = turned.isEmpty ? nil : turned
        textScores = report.textScores
        duplicateIDs = report.duplicateIDs
        emptyTexts = report.emptyTexts
        nonFiniteAsNull = report.fields.nonFiniteAsNull ? true : nil
        nonFiniteRows = report.fields.nonFiniteAsNull ? report.nonFiniteRows : nil
        if !report.troubles.isEmpty {
            let found = RowTroubles.Kind.allCases.filter { report.troubles[$0] > 0 }
            troubles = NamedValues(Dictionary(uniqueKeysWithValues: found.map { ($0, report.troubles[$0]) }))
        }
        if report.shards.count > 1 { shards = ShardNames.short(report.shards) }
        if !report.scoreOrigins.isEmpty {
            scoring = report.scoreOrigins.map { Scoring(file: $0.name, sha256: $0.sha256) }
        }
    }
}
