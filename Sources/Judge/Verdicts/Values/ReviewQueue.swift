public import RoundModel

/// Where an item stood when a person judged it, which decides what the verdict may show.
public enum ReviewQueue: Hashable, CaseIterable, Sendable {
    /// A bucket in the order of permanent random numbers: a sample of it.
    case estimation(Bucket)
    /// Items near a threshold, of a filter or of a search: finds mistakes and says nothing about rates.
    case hunt
    /// A list that the person went through as they liked; counts as a hunt.
    case list
    /// Items on which reviewers disagree: the verdict settles them.
    case settlement
    /// The sample of a certificate's loosest candidate.
    case certificate
    /// An item of a bucket's sample that came before its reviewer a second time: it shows how far they agree with
    /// themselves, and is no verdict on the item.
    case repetition(Bucket)

    public static let allCases: [ReviewQueue] =
        Bucket.allCases.map { .estimation($0) } + [.hunt, .list, .settlement, .certificate]
        + Bucket.allCases.map { .repetition($0) }

    /// What the review file holds: `estimation:accepted`, `hunt`.
    public var text: String {
        switch self {
        case .estimation(let bucket): "estimation:\(bucket.name)"
        case .hunt: "hunt"
        case .list: "list"
        case .settlement: "settlement"
        case .certificate: "certificate"
        case .repetition(let bucket): "repetition:\(bucket.name)"
        }
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(_ text: String) {
        guard let queue = Self.allCases.first(where: { $0.text == text }) else { return nil }
        self = queue
    }
}
