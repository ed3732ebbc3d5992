/// The texts of one row, decoded: UTF-8, with lone surrogates in their three-byte form.
///
/// The bytes are borrowed: they are valid until the reader's next `decode` or `open`.
public struct DecodedRow {
    /// Which of a row's texts are wanted: decoding one that nobody looks at takes time.
    public struct Texts: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let prompt = Texts(rawValue: 1)
        public static let response = Texts(rawValue: 2)
        public static let parent = Texts(rawValue: 4)
        public static let id = Texts(rawValue: 8)
        public static let category = Texts(rawValue: 16)
        /// Prompt and response.
        public static let pair: Texts = [.prompt, .response]
    }

    /// The prompt; may be empty.
    public var prompt: UnsafeRawBufferPointer
    /// The response; may be empty.
    public var response: UnsafeRawBufferPointer
    /// The parent prompt; nil where the round has no such field, or the row has none that is a string.
    public var parent: UnsafeRawBufferPointer?
    /// The id, likewise.
    public var id: UnsafeRawBufferPointer?
    /// The category, likewise.
    public var category: UnsafeRawBufferPointer?

    public init(
        prompt: UnsafeRawBufferPointer,
        response: UnsafeRawBufferPointer,
        parent: UnsafeRawBufferPointer? = nil,
        id: UnsafeRawBufferPointer? = nil,
        category: UnsafeRawBufferPointer? = nil
    ) {
        self.prompt = prompt
        self.response = response
        self.parent = parent
        self.id = id
        self.category = category
    }
}
