/// What tells prompts of lineages apart: those of one form have the same key.
public final class PromptKeys {
    private let text = NormalText()

    public init() {}

    /// The key of a prompt.
    ///
    /// - Complexity: O(bytes).
    public func key(of prompt: UnsafeRawBufferPointer) -> UInt64 {
        text.take(prompt)
        guard text.isEmpty else { return PromptIndex.hash(text.codes) }
        // What has no form is told apart by its bytes, and stands apart from what has one.
        return ~prompt.reduce(0x4528_21E6_38D0_1377) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
