/// What a manifest and `summary --json` say of verdicts; all but the first three is nil where the rule alone counts.
public struct VerdictRecord: Codable, Hashable, Sendable {
    /// Items with a ruling.
    public var total = 0
    /// Those whose ruling is what the rule says.
    public var agree = 0
    /// Those whose ruling is something else.
    public var override = 0
    /// Contents on which reviewers disagree.
    public var disputed: Int?
    /// Contents with a verdict that the round does not have.
    public var notInRound: Int?
    /// The verdicts of each reviewer.
    public var reviewers: NamedCounts?
    /// The verdicts in each queue.
    public var queues: NamedCounts?
    /// What samples were drawn with, in decimal digits: not all readers of JSON keep 64 bits.
    public var seed: String?
    /// How far what an export heeds of the journal had come.
    public var entries: Int?
    /// What verdicts state of the error that is left in each set; nil where nothing was asked of them.
    public var statedError: StatedError?
    /// True where a script chose the seed; nil otherwise.
    public var rehearsal: Bool?

    private enum CodingKeys: String, CodingKey {
        case total, agree, override, disputed
        case notInRound = "not_in_round"
        case reviewers, queues, seed, entries
        case statedError = "stated_error"
        case rehearsal
    }

    /// That nobody said anything.
    init() {}
}
