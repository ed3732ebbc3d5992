/// What of a row goes to a server that takes no messages.
public enum RowText: Hashable, Sendable {
    /// One text, by a template.
    case template(TextTemplate)
    /// Prompt and response apart, as models take them that read pairs.
    case pair
}
