public import RoundModel

/// What `summary --json` and a manifest share: what is in a round, and what thresholds and verdicts make of it.
///
/// The order of the keys is the contract's.
public struct SelectionRecord: Codable, Hashable, Sendable {
    /// The round.
    public var round: RoundRecord
    /// Its scores.
    public var scores: ScoreRecords
    /// What puts items into buckets.
    public var thresholds: ThresholdRecord
    /// Where each threshold came from; never in a manifest: the same thresholds make the same selection, whoever named them.
    public var origins: OriginRecord?
    /// The items of each bucket.
    public var buckets: BucketRecord
    /// The items whose score equals a threshold.
    public var onTheLine: LineRecord
    /// What a filter leaves; never in a manifest.
    public var filter: FilterRecord?
    /// The items by values of fields, of those that the filter leaves; never in a manifest.
    public var by: ValueRecord?
    /// What is distinct; nil where nobody asked for it.
    public var sets: SetRecord?
    /// The verdicts.
    public var verdicts: VerdictRecord
    /// What else there is to say of the round; never in a manifest, which says nothing of what lies beside it.
    public var notes: [String]?

    private enum CodingKeys: String, CodingKey {
        case round, scores, thresholds
        case origins = "thresholds_from"
        case buckets
        case onTheLine = "on_the_line"
        case filter, by, sets, verdicts, notes
    }
}

/// The three thresholds.
public struct ThresholdRecord: Codable, Hashable, Sendable {
    /// θ adv.
    public var adv: Double
    /// θ safety.
    public var safety: Double
    /// θ help.
    public var help: Double
    /// True where the scores suggested some of them; else nil.
    public var suggested: Bool?

    init(_ thresholds: Thresholds, areSuggested: Bool) {
        adv = thresholds.adv
        safety = thresholds.safety
        help = thresholds.help
        suggested = areSuggested ? true : nil
    }

    /// The values.
    public var thresholds: Thresholds { Thresholds(adv: adv, safety: safety, help: help) }
}

/// Where each threshold came from, in the words of `ThresholdOrigin`; nil for one that nobody tells of.
public struct OriginRecord: Codable, Hashable, Sendable {
    var adv: ThresholdOrigin?
    var safety: ThresholdOrigin?
    var help: ThresholdOrigin?

    /// Nil where nobody tells of any.
    init?(_ origins: [ThresholdName: ThresholdOrigin]) {
        if origins.isEmpty { return nil }
        (adv, safety, help) = (origins[.adv], origins[.safety], origins[.help])
    }
}

/// The items of each bucket.
public struct BucketRecord: Codable, Hashable, Sendable {
    var adversarial: Int
    var accepted: Int
    var discarded: Int

    init(_ counts: BucketCounts) {
        (adversarial, accepted, discarded) = (counts.adversarial, counts.accepted, counts.discarded)
    }

    /// The counts.
    public var counts: BucketCounts {
        BucketCounts(adversarial: adversarial, accepted: accepted, discarded: discarded)
    }
}

/// The items whose score equals a threshold.
public struct LineRecord: Codable, Hashable, Sendable {
    /// On θ adv.
    public var adv: Int
    /// On θ safety.
    public var safety: Int
    /// On θ help.
    public var help: Int

    init(_ lines: LinePositions) { (adv, safety, help) = (lines.adv.on, lines.safety.on, lines.help.on) }
}

/// What a filter leaves.
public struct FilterRecord: Codable, Hashable, Sendable {
    var expression: String
    var items: Int
    var buckets: BucketRecord

    init(_ filter: FilterCounts) {
        (expression, items, buckets) = (filter.text, filter.counts.total, BucketRecord(filter.counts))
    }
}

/// What is distinct among the adversarial and accepted rows.
public struct SetRecord: Codable, Hashable, Sendable {
    /// P_adv.
    public var adversarialPrompts: Int
    /// R_tgt.
    public var acceptedPairs: Int
    /// Prompts that both have.
    public var promptsInBoth: Int
    /// Prompts with more than one accepted pair.
    public var promptsWithSeveralAccepted: Int

    private enum CodingKeys: String, CodingKey {
        case adversarialPrompts = "adversarial_prompts"
        case acceptedPairs = "accepted_pairs"
        case promptsInBoth = "prompts_in_both"
        case promptsWithSeveralAccepted = "prompts_with_several_accepted"
    }

    init(_ sets: DistinctSets) {
        adversarialPrompts = sets.adversarialPrompts
        acceptedPairs = sets.acceptedPairs
        promptsInBoth = sets.promptsInBoth
        promptsWithSeveralAccepted = sets.promptsWithSeveralAccepted
    }
}
