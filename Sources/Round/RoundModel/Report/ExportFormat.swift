/// How the lines of an exported set are written.
public enum ExportFormat: String, CaseIterable, Codable, Sendable {
    /// The source row's own bytes.
    case rows
    /// `{"prompt", "completion"}`.
    case promptCompletion = "prompt-completion"
    /// `{"messages": [{"role", "content"}, ...]}`.
    case messages
}
