/// What is searched for in prompts and responses.
public struct SearchPattern: Hashable, Sendable {
    /// The text, or the regular expression; without upper-case letters it finds both cases.
    public let text: String
    /// True for a regular expression.
    public let isExpression: Bool

    public init(text: String, isExpression: Bool = false) {
        self.text = text
        self.isExpression = isExpression
    }

    /// As messages write it: `"lock"`, `/lo+ck/`.
    public var title: String { isExpression ? "/\(text)/" : "\"\(text)\"" }
}
