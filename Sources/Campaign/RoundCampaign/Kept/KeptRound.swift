internal import Basics
public import RoundModel

/// What stays of a round of a campaign once its texts and scores are gone: enough to count it anew at any thresholds.
public final class KeptRound: Sendable {
    /// The round's files, as they were found.
    public let shards: [String]
    /// Rows that are not valid.
    public let invalidRows: Int
    /// What was left out or needs saying, one clause each.
    public let notes: [String]
    /// The thresholds that count, and where each comes from.
    public let thresholds: ChosenThresholds
    /// The distribution of each score.
    public let scores: KeptScores
    /// The distinct prompts.
    public let prompts: KeptPrompts
    /// Category and style; nil where the round has neither, or too many.
    public let cells: KeptCells?
    /// The prompts with the smallest permanent random numbers, in the order of these.
    public let sample: [[UInt8]]
    /// What its review shows; nil without a review.
    public let verdicts: KeptVerdicts?
    /// A number that tells the items, in any order, from those of other rounds.
    public let fingerprint: UInt64
    let copies: KeptCopies
    /// Distinct (prompt, response) pairs.
    public let pairs: Int

    init(
        _ report: LoadReport,
        thresholds: ChosenThresholds,
        _ traits: ReducedTraits,
        verdicts: KeptVerdicts?
    ) {
        shards = report.shards
        invalidRows = report.invalidRows.count
        notes = report.notes
        self.thresholds = thresholds
        scores = traits.scores
        prompts = traits.prompts
        cells = traits.cells
        sample = traits.sample
        fingerprint = traits.fingerprint
        copies = traits.copies
        pairs = traits.pairs
        self.verdicts = verdicts
    }

    /// The items.
    public var count: Int { scores.count }

    /// P_adv: the distinct prompts with a response below θ adv.
    ///
    /// - Complexity: O(prompts).
    public func adversarialPrompts(at thresholds: Thresholds) -> Int {
        prompts.count(before: scores.adversarial(at: thresholds))
    }

    /// R_tgt: the distinct pairs that the thresholds accept.
    ///
    /// - Complexity: O(items above θ safety).
    public func acceptedPairs(at thresholds: Thresholds) -> Int {
        scores.counts(at: thresholds).buckets.accepted - copies.repeats { thresholds.bucket($0, nil) == .accepted }
    }

    /// The distinct pairs below θ adv.
    public func unsafePairs(at thresholds: Thresholds) -> Int {
        scores.adversarial(at: thresholds) - copies.repeats { $0.safety < thresholds.adv }
    }
}
