/// What of the accepted and adversarial rows goes into the training sets, beside the thresholds.
public struct TrainingChoices: Hashable, Sendable {
    /// Which of the accepted responses to a prompt are exported.
    public var perPrompt = PerPrompt.all
    /// What the best response is best by.
    public var bestBy = BestBy.helpfulness
    /// What the random choice is made with.
    public var seed: UInt64 = 0
    /// Which responses are rejected, in formats that have them.
    public var rejected = RejectedBy.unsafe
    /// The least lead of a chosen response over the rejected one; nil for any.
    public var margin: Double?
    /// The most pairs that a prompt gives, 1 to `mostPairs`.
    public var pairsPerPrompt = 1
    /// What the adversarial model is asked for with a parent prompt.
    public var attackTemplate = AttackTemplate.usual
    /// Whether a `dataset_info.json` for LLaMA-Factory is written as well.
    public var describesForLLaMAFactory = false

    /// The most pairs a prompt can be asked for.
    public static let mostPairs = 64

    public init() {}
}

/// Which of the accepted responses to a prompt are exported.
public enum PerPrompt: String, CaseIterable, Codable, Sendable {
    /// Each distinct one.
    case all
    /// The one with the smallest permanent random number.
    case random
    /// The one with the best scores.
    case best
}

/// What makes a response the best of a prompt.
public enum BestBy: String, CaseIterable, Codable, Sendable {
    /// Its helpfulness.
    case helpfulness
    /// Its safety.
    case safety
    /// How many accepted pairs are less safe, and how many less helpful: the sum of both.
    case ranks
}

/// Which responses are rejected.
public enum RejectedBy: String, CaseIterable, Codable, Sendable {
    /// Adversarial ones.
    case unsafe
    /// All that are not accepted.
    case weaker

    /// The score in which a chosen response leads.
    public var score: ScoreName { self == .unsafe ? .safety : .helpfulness }
}
