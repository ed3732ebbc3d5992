import Basics

/// What a server is asked about one row: the prompt, the response, and what came before them.
///
/// Texts are bytes: UTF-8, in which a lone surrogate may stand in its three-byte form, which goes out as the escape that it
/// came from.
public struct RewardRow: Hashable, Sendable {
    public var prompt: [UInt8]
    public var response: [UInt8]
    /// The turns before the prompt, a system's among them, in their order.
    public var earlier: [Turn]

    /// What somebody said in a chat.
    public struct Turn: Hashable, Sendable {
        /// `system`, `user`, `assistant` or `tool`.
        public var role: String
        public var content: [UInt8]

        public init(role: String, content: [UInt8]) {
            self.role = role
            self.content = content
        }
    }

    public init(prompt: [UInt8], response: [UInt8], earlier: [Turn] = []) {
        self.prompt = prompt
        self.response = response
        self.earlier = earlier
    }

    /// The whole conversation.
    var turns: [Turn] {
        earlier + [Turn(role: "user", content: prompt), Turn(role: "assistant", content: response)]
    }

    /// The conversation as the list of messages that chat servers take.
    func appendMessages(to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, turn) in turns.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output.append(contentsOf: #"{"role":"#.utf8)
            JSONText.append(Array(turn.role.utf8), to: &output)
            output.append(contentsOf: #","content":"#.utf8)
            JSONText.append(turn.content, to: &output)
            output.append(UInt8(ascii: "}"))
        }
        output.append(UInt8(ascii: "]"))
    }
}
