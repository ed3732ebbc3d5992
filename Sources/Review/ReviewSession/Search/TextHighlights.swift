/// Where a search matches in the texts of one item.
public struct TextHighlights: Hashable, Sendable {
    /// The search, as in `SearchState.number`.
    public let search: Int
    /// The item.
    public let item: UInt32
    /// Bytes of the decoded prompt, ascending.
    public let prompt: [Range<Int>]
    /// Bytes of the decoded response, ascending.
    public let response: [Range<Int>]

    /// Bytes of one of the texts.
    public subscript(text: SearchedText) -> [Range<Int>] { text == .prompt ? prompt : response }

    public init(search: Int, item: UInt32, prompt: [Range<Int>] = [], response: [Range<Int>] = []) {
        self.search = search
        self.item = item
        self.prompt = prompt
        self.response = response
    }
}
