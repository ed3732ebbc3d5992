/// A listed prompt that another one is, or is like.
public struct PromptMatch: Hashable, Sendable {
    /// How alike the two are, the strongest first.
    public enum Level: String, CaseIterable, Codable, Hashable, Sendable {
        /// The same bytes.
        case bytes = "same_bytes"
        /// The same but for case, punctuation, symbols, spaces, hidden characters and ways to compose a letter.
        case form = "same_normalised"
        /// Most of the characters in the same order.
        case near
    }

    /// The listed prompt, by its place among the listed ones.
    public var listed: Int
    /// How alike the two are.
    public var level: Level
    /// What they have in common, where they are near.
    public var overlap: ShingleOverlap?

    public init(listed: Int, level: Level, overlap: ShingleOverlap? = nil) {
        (self.listed, self.level, self.overlap) = (listed, level, overlap)
    }
}
