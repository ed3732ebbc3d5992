public import RoundModel
public import TrainingGuard

/// What the guard of an export found.
public struct GuardReport: Hashable, Sendable {
    /// When prompts are near.
    public var rule: NearRule
    /// Of evaluation prompts; nil where none were given.
    public var evaluation: Side?
    /// Of what was trained on before; nil where nothing was given.
    public var seen: Side?
    /// Parents that are in no round that was given, from 0.
    public var parentsNowhere = 0
    /// Prompts that are their own ancestors, from 0.
    public var circular = 0
    /// Prompts that the round has in both splits, from 0.
    public var inBothSplits = 0
    /// Some of the lines that leak, where they end the export.
    public var examples: [Example] = []

    /// How many examples there are at most.
    static let exampleLimit = 10

    init(rule: NearRule) { self.rule = rule }

    /// One list of prompts, and what is like them.
    public struct Side: Hashable, Sendable {
        /// The prompts that were read.
        public var prompts: Int
        /// Those of different bytes.
        public var distinct: Int
        /// Of those of files; nil for none.
        public var sha256: String?
        /// Whether what is like them is left out.
        public var isDropped: Bool
        /// Those of which only a digest is known.
        public var digests = 0
        /// Those that are too short for near to mean something.
        public var short = 0
        /// Rows of the files without a prompt.
        public var broken = 0
        /// Rows of the round that are such prompts by their field `split`.
        public var splitRows = 0
        /// The prompts of the sets that are like them, by how alike they are.
        public var found: [FoundLeak.Reason: Int] = [:]
        /// The lines of the sets that have such prompts.
        public var lines = BucketCounts()

        /// All prompts that are like them.
        public var total: Int { found.values.reduce(0, +) }
    }

    /// A line that leaks beside what it leaks.
    public struct Example: Hashable, Sendable {
        public var leak: FoundLeak
        public var bucket: Bucket
        /// Where the line's row stands.
        public var name: ListedPrompt
        /// The beginning of its prompt.
        public var text: String
        /// Where the listed prompt stands.
        public var listed: ListedPrompt
        /// Its beginning; nil where only a digest is known.
        public var listedText: String?

        static func beginning(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(2000), as: UTF8.self) }
    }
}
