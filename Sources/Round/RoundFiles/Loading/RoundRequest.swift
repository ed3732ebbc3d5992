public import RoundModel

/// What to load: the paths of one round, and what the user said about its fields.
public struct RoundRequest: Sendable {
    /// What the round is called; nil where its files' names say it.
    public var name: String?
    /// Files, folders of files, or `-` for standard input; together they are one round, in this order.
    public var paths: [String]
    /// Fields named by the user: a column's name, or a path such as `scores.safety_rm`.
    public var fields: [FieldRole: String]
    /// Names and paths that are tried before the usual ones where the user named no field, the first that a file has.
    public var aliases: [FieldRole: [String]]
    /// The paths that an earlier reading of the round took in each shard, the last of them for all shards behind it too; empty
    /// where there was none. They go before all other names, and a role that a shard had no field for is not looked for there
    /// unless it is needed.
    public var earlier: [[FieldRole: String]] = []
    /// Scores for which lower is better; they are negated once, on reading. Nil where nobody said so: the records of scores beside
    /// the files then say it.
    public var lowerIsBetter: Set<ScoreName>?
    /// True where rows of JSON are taken that hold NaN or an infinity in a field without a role. JSON has neither, so exports
    /// write null there.
    public var nonFiniteAsNull: Bool
    /// False where nobody will read a text again: what is inflated or streamed is then not written anywhere.
    public var keepsTexts = true
    /// The most memory, in bytes, that inflating one compressed file may take for its window or dictionary.
    public var inflateLimit = RoundRequest.usualInflateLimit

    /// What `zstd` and `xz` give a file without being asked for more: 128 MiB.
    public static let usualInflateLimit = 128 << 20

    public init(
        paths: [String],
        fields: [FieldRole: String] = [:],
        aliases: [FieldRole: [String]] = [:],
        lowerIsBetter: Set<ScoreName>? = nil,
        nonFiniteAsNull: Bool = false
    ) {
        self.paths = paths
        self.fields = fields
        self.aliases = aliases
        self.lowerIsBetter = lowerIsBetter
        self.nonFiniteAsNull = nonFiniteAsNull
    }
}
