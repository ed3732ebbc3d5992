/// What is odd about the way that a row is written.
public enum RowOddity: Sendable, Hashable, CaseIterable {
    /// The safety score is null, or an empty field.
    case nullSafety
    /// There is no helpfulness score; in CSV, an empty field.
    case missingHelpfulness
    /// The safety score is the bare word NaN.
    case nanSafety
    /// The helpfulness score is a word.
    case wordHelpfulness
    /// The line ends in the middle of the response; in CSV, after it.
    case truncated
    /// The safety score is a string that holds the number: odd, and taken.
    case quotedSafety
    /// The helpfulness score is a string that holds the number: odd, and taken.
    case quotedHelpfulness

    /// Whether the row still counts as an item.
    public var isValid: Bool { self == .quotedSafety || self == .quotedHelpfulness }
}

/// One row of a sample round.
public struct SampleItem: Sendable {
    /// The row's name; no other row of the campaign has it, but for one pair in the third round that repeats it on
    /// purpose.
    public let id: String
    /// What the adversarial model is made to have written; never empty.
    public let prompt: String
    /// What the target model is made to have answered.
    public let response: String
    /// The safety score, 0 to 1; rows with an oddity may write something else in its place.
    public let safety: Score
    /// The helpfulness score, 0 to 1, likewise.
    public let helpfulness: Score
    /// The name of its scenario's category, as the `category` field has it.
    public let category: String
    /// How the prompt tries to get its way, as the `attack_style` field has it.
    public let attackStyle: String
    /// The prompt of the round before that this one refines; nil in the first round.
    public let parentPrompt: String?
    /// Whether prompt and response repeat an earlier row on purpose.
    public let isCopy: Bool
    /// What is odd about how it is written; nil for nearly all.
    public let oddity: RowOddity?

    /// Whether the row counts as an item.
    public var isValid: Bool { oddity?.isValid ?? true }
}

/// One round of the sample campaign.
public struct SampleRound: Sendable {
    /// 1...4.
    public let number: Int
    /// Every row in its order, invalid ones included.
    public let items: [SampleItem]
}
