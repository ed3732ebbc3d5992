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
    public let id: String
    public let prompt: String
    public let response: String
    public let safety: Score
    public let helpfulness: Score
    public let category: String
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
