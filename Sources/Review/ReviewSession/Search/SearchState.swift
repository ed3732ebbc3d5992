public import RoundModel

/// What is searched for in prompts and responses.
public struct SearchPattern: Hashable, Sendable {
    /// The text, or the regular expression; without upper-case letters it finds both cases.
    public internal(set) var text: String
    /// True for a regular expression.
    public internal(set) var isExpression: Bool

    public init(text: String, isExpression: Bool = false) {
        self.text = text
        self.isExpression = isExpression
    }

    /// As messages write it: `"lock"`, `/lo+ck/`.
    public var title: String { isExpression ? "/\(text)/" : "\"\(text)\"" }
}

/// A search and what it has found so far.
public struct SearchState: Sendable {
    /// What is searched for.
    public internal(set) var pattern: SearchPattern
    /// Tells this search's answers from those of an earlier one.
    public internal(set) var number: Int
    /// Items whose prompt or response matches, as far as the search has come.
    public internal(set) var hits: ItemSet
    /// How far it has come, 0 to 1.
    public internal(set) var fraction: Double
    /// False once it has come to its end.
    public internal(set) var isRunning: Bool
    /// False while it waits for the round to be read.
    var isStarted = false
    /// True where counts, plot and lists show only the hits.
    public internal(set) var isOnly: Bool
    /// Grows with each answer, so that results of fewer hits are told apart.
    public internal(set) var revision: Int

    init(_ pattern: SearchPattern, number: Int) {
        self.pattern = pattern
        self.number = number
        hits = ItemSet(words: [], universe: 0)
        fraction = 0
        isRunning = true
        isOnly = false
        revision = 0
    }
}

/// Where a search matches in the texts of one item.
public struct TextHighlights: Hashable, Sendable {
    /// The search, as in `SearchState.number`.
    public internal(set) var search: Int
    /// The item.
    public internal(set) var item: UInt32
    /// Bytes of the decoded prompt, ascending.
    public internal(set) var prompt: [Range<Int>]
    /// Bytes of the decoded response, ascending.
    public internal(set) var response: [Range<Int>]

    public init(search: Int, item: UInt32, prompt: [Range<Int>] = [], response: [Range<Int>] = []) {
        self.search = search
        self.item = item
        self.prompt = prompt
        self.response = response
    }
}

/// Find the next hit in a list.
public struct HitRequest: Hashable, Sendable {
    /// The items that can be on the list.
    public internal(set) var revision: Revision
    /// The list.
    public internal(set) var query: ItemListQuery
    /// The item to start from; nil for the list's beginning or end.
    public internal(set) var item: UInt32?
    /// True for towards the end.
    public internal(set) var forward: Bool
}
