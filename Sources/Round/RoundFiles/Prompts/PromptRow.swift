/// A prompt of a file of prompts, and where it stands.
public struct PromptRow: Hashable, Sendable {
    /// UTF-8, with lone surrogates in their three-byte form; may be empty.
    public var prompt: [UInt8]
    /// What was answered; nil where the row has none.
    public var response: [UInt8]?
    /// The prompt that this one refines; nil where the row has none.
    public var parent: [UInt8]?
    /// The row's name; nil where it has none.
    public var id: [UInt8]?
    /// What its field `split` says; nil where it has none.
    public var split: [UInt8]?
    /// The file, as the user named it.
    public var file: String
    /// The line of the file, from 1.
    public var line: Int

    public init(
        prompt: [UInt8],
        response: [UInt8]? = nil,
        parent: [UInt8]? = nil,
        id: [UInt8]? = nil,
        split: [UInt8]? = nil,
        file: String,
        line: Int
    ) {
        (self.prompt, self.response, self.parent, self.id) = (prompt, response, parent, id)
        (self.split, self.file, self.line) = (split, file, line)
    }
}
