/// What was found while a round was read: everything about it that is not the items.
public struct LoadReport: Sendable {
    /// The round's name: the file's own name, the folder's, or `standard input`; with `and 2 more` behind it where
    /// several paths were given.
    public var name: String
    /// The shards in order, as the user named them.
    public var shards: [String]
    /// Those of the shards that can be read only once: pipes, and standard input.
    public var streams: [String] = []
    /// What was left out or needs saying for another reason, one clause each, for a person.
    public var notes: [String] = []
    /// Bytes of the shards as they stand on disk (compressed where they are); of a stream, those that have come.
    public var bytes: Int
    /// Which fields were read; where shards differ, the names of the first shard that has the role.
    public var fields: FieldMap
    /// Where the scores came from, by the records beside the shards; none for scores that came otherwise.
    public var scoreOrigins: [ScoreOrigin] = []
    /// Every invalid row, in the order of the round.
    public var invalidRows: InvalidRows
    /// Scores of JSON rows that were strings holding a number; they are taken, and reported.
    public var textScores: Int
    /// Items whose id was seen before. Rows are told apart by place, so nothing is lost.
    public var duplicateIDs: Int
    /// Items with an empty prompt or an empty response; they are kept.
    public var emptyTexts: Int
    /// Items with NaN or an infinity in a field without a role, where such rows are taken.
    public var nonFiniteRows: Int
    /// What the items hold that some readers of JSON refuse.
    public var troubles = RowTroubles()

    public init(
        name: String,
        shards: [String],
        bytes: Int,
        fields: FieldMap,
        invalidRows: InvalidRows = [],
        textScores: Int = 0,
        duplicateIDs: Int = 0,
        emptyTexts: Int = 0,
        nonFiniteRows: Int = 0
    ) {
        self.name = name
        self.shards = shards
        self.bytes = bytes
        self.fields = fields
        self.invalidRows = invalidRows
        self.textScores = textScores
        self.duplicateIDs = duplicateIDs
        self.emptyTexts = emptyTexts
        self.nonFiniteRows = nonFiniteRows
    }
}
