public import Basics
public import RoundFiles
public import RoundModel

/// What is in a round and what the thresholds make of it: the part that `summary` and an export's manifest share.
public struct RoundSummary: Sendable {
    /// What was found while the round was read: its name, shards, fields and invalid rows.
    public var report: LoadReport
    /// Valid rows, from 0; the three counts add up to it.
    public var items: Int
    /// Of each score; none for a round without items.
    public var scores: [ScoreName: ScoreSummary]
    /// What buckets, ties and sets were counted with.
    public var thresholds: Thresholds
    /// Where each threshold came from; none for one that nobody tells of.
    public var origins: [ThresholdName: ThresholdOrigin]
    /// What each bucket holds.
    public var counts: BucketCounts
    /// Where the scores lie against each threshold.
    public var lines: LinePositions
    /// nil where they were not asked for: they take a pass over the texts.
    public var sets: DistinctSets?
    /// What a filter leaves; nil where there is none.
    public var filter: FilterCounts?
    /// The items by values of fields; nil where nobody asked for it.
    public var values: ValueCounts?
    /// The verdicts; nil where the rule alone counts.
    public var verdicts: ExportVerdicts?
    /// Of the round's bytes, hexadecimal; nil where it was not asked for: it takes a pass over the bytes.
    public var sha256: String?

    /// Counts what can be counted from the scores alone, and takes the rest as given.
    ///
    /// - Parameter scores: where they are known already.
    /// - Complexity: O(n log n).
    public init(
        of round: LoadedRound,
        at thresholds: Thresholds,
        origins: [ThresholdName: ThresholdOrigin] = [:],
        scores: [ScoreName: ScoreSummary]? = nil,
        sets: DistinctSets? = nil,
        sha256: String? = nil,
        verdicts: ExportVerdicts? = nil
    ) {
        report = round.report
        items = round.columns.count
        self.scores = scores ?? Self.scores(of: round)
        self.thresholds = thresholds
        self.origins = origins
        self.verdicts = verdicts
        let tally = Population(round.columns, judged: verdicts?.judged).tally(thresholds, baseline: thresholds)
        counts = tally.counts
        lines = tally.lines
        self.sets = sets
        self.sha256 = sha256
    }

    /// The summary of each score; none for a round without items.
    ///
    /// - Complexity: O(n log n).
    public static func scores(of round: LoadedRound) -> [ScoreName: ScoreSummary] {
        var scores: [ScoreName: ScoreSummary] = [:]
        for name in ScoreName.allCases { scores[name] = round.columns.summary(of: name) }
        return scores
    }

    /// Parts of a summary that take a pass over the round's bytes.
    public struct Parts: OptionSet, Sendable {
        /// One bit a part.
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The distinct prompts and pairs: every adversarial and accepted row is read and decoded.
        public static let sets = Parts(rawValue: 1)
        /// The digest of the round's files: all their bytes are read.
        public static let sha256 = Parts(rawValue: 2)
        /// Both, in one go.
        public static let all: Parts = [.sets, .sha256]
    }

    /// Counts everything, with the parts that are asked for.
    ///
    /// Blocks until then.
    /// - Parameters:
    ///   - scores: the summaries of the scores, where they are known already.
    ///   - hashes: those of the round's load at the same thresholds, if it took them.
    ///   - onDigest: told, on another thread, how many bytes the digest has gone through.
    /// - Throws: `cancelled`; `source` where the round cannot be read again or has changed; `tooManyItems`, `noMemory`.
    /// - Complexity: O(bytes of the round + n log n).
    public static func count(
        _ round: LoadedRound,
        at thresholds: Thresholds,
        origins: [ThresholdName: ThresholdOrigin] = [:],
        parts: Parts = .all,
        scores: [ScoreName: ScoreSummary]? = nil,
        hashes: SelectionHashes? = nil,
        verdicts: ExportVerdicts? = nil,
        cancellation: Cancellation = Cancellation(),
        onDigest: @escaping @Sendable (_ bytes: Int) -> Void = { _ in }
    ) throws(ExportError) -> RoundSummary {
        let digest = parts.contains(.sha256) ? DigestWork(of: round, onProgress: onDigest) : nil
        defer { digest?.stop() }
        var sets: DistinctSets?
        if parts.contains(.sets) {
            sets = try DistinctSets.count(
                in: round,
                at: thresholds,
                hashes: hashes,
                judged: verdicts?.judged,
                cancellation: cancellation
            )
        }
        var summary = RoundSummary(
            of: round,
            at: thresholds,
            origins: origins,
            scores: scores,
            sets: sets,
            verdicts: verdicts
        )
        summary.sha256 = try digest?.result(cancellation: cancellation)
        try round.checkUnchanged()
        return summary
    }
}
