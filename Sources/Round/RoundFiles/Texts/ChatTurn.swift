/// One turn of a chat that a row holds.
public struct ChatTurn: Hashable, Sendable {
    /// Who speaks, as trainers call them: `user`, `assistant`, `system`, `tool`, `developer`, or else the row's own word.
    public var role: [UInt8]
    /// What they say, decoded.
    public var text: [UInt8]
    /// Whether the row has it as a text; else it is what stands there, as it is written, or nothing for a null.
    public var isText: Bool

    public init(role: [UInt8], text: [UInt8], isText: Bool = true) {
        self.role = role
        self.text = text
        self.isText = isText
    }
}
