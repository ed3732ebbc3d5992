public import RoundExport
public import RoundModel

/// What a cluster is to do with a round, decided beforehand: `plan.json`, which `redsieve_job.py` reads.
public struct RoundPlan: Hashable, Sendable {
    /// The form of plans that this program and its job know. It grows when a key changes its meaning.
    public static let version = 1
    /// The name of its file.
    public static let fileName = "plan.json"

    /// Which files the round is.
    public var files: [PlannedFile]
    /// The keys of the objects to open for the field of each role, outermost first.
    public var fields: NamedValues<FieldRole, [String]>
    /// Scores that are turned round.
    public var lowerIsBetter: [ScoreName]
    /// What permanent random numbers are made with.
    public var seed: UInt64
    /// The thresholds as far as they are known; lines of the grid in any case.
    public var thresholds: PlannedThresholds?
    /// How fine the grid is, and how large the sample.
    public var grid: GridSettings
    /// True where the sets are to have the discarded rows too; else nil.
    public var discarded: Bool?
    /// The files that the grid was counted from, each with its length; nil for a plan without a grid.
    public var gridFiles: [PlannedFile]?
    /// What people said of items, by their content; nil where the rule alone counts.
    public var verdicts: [PlannedVerdict]?

    /// - Parameter fields: of all needed roles at least.
    public init(
        files: [PlannedFile],
        fields: [FieldRole: [String]],
        lowerIsBetter: [ScoreName] = [],
        seed: UInt64,
        thresholds: PlannedThresholds? = nil,
        grid: GridSettings = GridSettings()
    ) {
        self.files = files
        self.fields = NamedValues(fields)
        self.lowerIsBetter = lowerIsBetter
        self.seed = seed
        self.thresholds = thresholds
        self.grid = grid
    }
}

/// One file of a plan, or a pattern that the cluster resolves.
public struct PlannedFile: Codable, Hashable, Sendable {
    /// A path, or an address such as `s3a://rounds/7/part-0.jsonl`.
    public var path: String
    /// Its length; nil where it cannot be seen from here.
    public var bytes: Int?
    /// True where the path may stand for several files; else nil.
    public var pattern: Bool?

    public init(path: String, bytes: Int? = nil, pattern: Bool? = nil) {
        (self.path, self.bytes, self.pattern) = (path, bytes, pattern)
    }
}

/// Thresholds of a plan, as far as they are known.
public struct PlannedThresholds: Codable, Hashable, Sendable {
    public var adv: Double?
    public var safety: Double?
    public var help: Double?

    public init(adv: Double? = nil, safety: Double? = nil, help: Double? = nil) {
        (self.adv, self.safety, self.help) = (adv, safety, help)
    }

    public init(_ thresholds: Thresholds) {
        self.init(adv: thresholds.adv, safety: thresholds.safety, help: thresholds.help)
    }

    /// Nil where none is known.
    public init?(_ known: ThresholdDefaults) {
        if known.adv == nil, known.safety == nil, known.help == nil { return nil }
        self.init(adv: known.adv, safety: known.safety, help: known.help)
    }

    /// All three; nil where one is missing.
    public var all: Thresholds? {
        guard let adv, let safety, let help else { return nil }
        return Thresholds(adv: adv, safety: safety, help: help)
    }
}

/// How fine a grid is.
public struct GridSettings: Codable, Hashable, Sendable {
    /// Strips of equally many rows that the lines cut each score into.
    public var lines: Int
    /// Where a score has no more values than this, each of them is a line.
    public var values: Int
    /// About how many rows the sample has.
    public var sample: Int

    public init(lines: Int = 1024, values: Int = 4096, sample: Int = 100_000) {
        (self.lines, self.values, self.sample) = (lines, values, sample)
    }
}

/// What people said of the items with a content, as `select` on a cluster needs it.
public struct PlannedVerdict: Codable, Hashable, Sendable {
    /// The digest of the content, hexadecimal.
    public var item: String
    /// A bucket's name, `safe` or `disputed`.
    public var ruling: String
    /// Who said what, as the JSON that lines of a set have it.
    public var answers: String

    public init(item: String, ruling: String, answers: String) {
        (self.item, self.ruling, self.answers) = (item, ruling, answers)
    }
}
