public import RoundModel

/// Where an item stood when a person judged it, which decides what the verdict may show.
public enum ReviewQueue: Hashable, Sendable {
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

    /// What the review file holds: `estimation:accepted`, `hunt`.
    public var text: String {
        switch self {
        case .estimation(let bucket): "estimation:\(bucket.name)"
        case .hunt: "hunt"
        case .list: "list"
        case .settlement: "settlement"
        case .certificate: "certificate"
        }
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(_ text: String) {
        let all: [Self] = Bucket.allCases.map { .estimation($0) } + [.hunt, .list, .settlement, .certificate]
        guard let queue = all.first(where: { $0.text == text }) else { return nil }
        self = queue
    }
}
