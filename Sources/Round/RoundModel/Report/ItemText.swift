/// The text of one item as read from its file.
///
/// Texts are bytes and not `String`: they are hostile, may hold lone surrogates (kept in their three-byte form), and
/// are told apart byte by byte, where `String` would take canonically equal ones for the same.
public struct ItemText: Hashable, Sendable {
    /// Decoded prompt, UTF-8.
    public var prompt: [UInt8]
    /// Decoded response, UTF-8.
    public var response: [UInt8]
    /// Every other field of the row in the row's order: name and value, strings decoded, the rest as it is written.
    public var fields: [Field]
    /// The name of the shard, as the user named it.
    public var file: String
    /// The line of the shard, from 1, on which the row starts; a quoted field may take it over several.
    public var line: Int
    /// What tells the content from all others; nil where nobody has made it.
    public var digest: ItemDigest?

    public init(
        prompt: [UInt8],
        response: [UInt8],
        fields: [Field],
        file: String,
        line: Int,
        digest: ItemDigest? = nil
    ) {
        self.prompt = prompt
        self.response = response
        self.fields = fields
        self.file = file
        self.line = line
        self.digest = digest
    }

    /// One field of a row.
    public struct Field: Hashable, Sendable {
        /// The name, or the path where nested objects were opened; UTF-8.
        public var name: [UInt8]
        /// The decoded or written value, as in `ItemText.fields`; UTF-8, with lone surrogates in their three-byte form.
        public var value: [UInt8]
        /// The role that the field plays, if any.
        public var role: FieldRole?

        public init(name: [UInt8], value: [UInt8], role: FieldRole? = nil) {
            self.name = name
            self.value = value
            self.role = role
        }
    }

    /// The value of the field with a role, such as the id; nil where the row has none, and for prompt and response,
    /// which are no fields here.
    ///
    /// - Complexity: O(fields of the row).
    public func value(of role: FieldRole) -> [UInt8]? {
        fields.first { $0.role == role }?.value
    }
}
