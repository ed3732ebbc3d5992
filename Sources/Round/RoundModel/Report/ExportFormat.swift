/// How the lines of an exported set are written.
public enum ExportFormat: String, CaseIterable, Codable, Sendable {
    /// The source row's own bytes.
    case rows
    /// `{"prompt", "completion"}`.
    case promptCompletion = "prompt-completion"
    /// `{"messages": [{"role", "content"}, ...]}`: all turns of a chat, where the round has them.
    case messages
    /// `{"prompt", "chosen", "rejected"}`: an accepted response, and another one to the same prompt that is not.
    case preference
    /// `{"prompt", "completion", "label"}`: true for accepted responses, false for others.
    case unpaired

    /// Whether responses that are not accepted have a part in it.
    public var hasRejected: Bool {
        switch self {
        case .rows, .promptCompletion, .messages: false
        case .preference, .unpaired: true
        }
    }

    /// Whether a pair of parent prompt and prompt is written as the turns of a chat, and not as prompt and completion.
    public var hasChatPairs: Bool {
        switch self {
        case .rows, .promptCompletion, .preference, .unpaired: false
        case .messages: true
        }
    }
}
