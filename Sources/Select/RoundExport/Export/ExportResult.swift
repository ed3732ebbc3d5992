public import RoundModel

/// One file of a finished export.
public struct ExportedFile: Hashable, Sendable {
    /// The file's name within the folder.
    public var name: String
    /// Of the whole file; hexadecimal, lower case.
    public var sha256: String
    /// Lines written, from 0; each ends with a line end.
    public var lines: Int
    /// The length of the file.
    public var bytes: Int
    /// The rows of the round that the file stands for: a bucket's items, or the invalid rows.
    public var rows: Int
    /// What the lines hold that some readers of JSON refuse, and how many lines hold each; of the rows' files alone.
    public var troubles = RowTroubles()

    /// Rows that were left out, from 0, since they are not to be trained on.
    public var leftOut = 0

    /// Rows without a line of their own, from 0, because an earlier one has the same prompt or pair.
    public var repeats: Int

    /// Whether it describes the others and holds no rows.
    public var isDescription = false

    /// - Parameter repeats: nil where all rows without a line are such.
    public init(name: String, sha256: String, lines: Int, bytes: Int, rows: Int, repeats: Int? = nil) {
        self.name = name
        self.sha256 = sha256
        self.lines = lines
        self.bytes = bytes
        self.rows = rows
        self.repeats = repeats ?? rows - lines
    }
}

/// What came of an export.
public struct ExportResult: Sendable {
    /// The folder as it was asked for.
    public var directory: String
    /// Its full path, without links.
    public var place: String
    /// The files in the order of the manifest, and the manifest itself (whose rows are its lines).
    public var files: [ExportedFile]
    /// What the manifest says of the round and of the thresholds.
    public var summary: RoundSummary
    /// Exported adversarial rows without a parent prompt; nil in formats that take none, or where the round has none.
    public var withoutParent: Int?
    /// Exported rows whose texts hold U+FFFD in place of lone surrogates, from 0: formats for trainers.
    public var replacedTexts: Int
    /// The accepted responses by prompts.
    public var prompts = PromptFigures()
    /// What pairs came to; nil in formats without rejected responses.
    public var pairs: PairFigures?
    /// Chats with a turn that is no text and is written as its JSON, from 0.
    public var otherTurns = 0
    /// Chats whose turns do not alternate, or whose last is not the assistant's, from 0.
    public var unevenTurns = 0
    /// Whether an earlier export was replaced.
    public var replaced: Bool
    /// What the guard of the training sets found; nil where there was none.
    public var guarded: GuardReport?

    public init(
        directory: String,
        place: String,
        files: [ExportedFile],
        summary: RoundSummary,
        withoutParent: Int?,
        replacedTexts: Int = 0,
        replaced: Bool
    ) {
        self.directory = directory
        self.place = place
        self.files = files
        self.summary = summary
        self.withoutParent = withoutParent
        self.replacedTexts = replacedTexts
        self.replaced = replaced
    }
}
