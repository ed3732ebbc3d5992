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
