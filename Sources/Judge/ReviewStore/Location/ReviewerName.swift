internal import TextSafety

/// A name that verdicts are kept under.
public enum ReviewerName {
    /// The longest name, in characters.
    public static let limit = 64

    /// The name without white space at its ends.
    ///
    /// - Throws: `badReviewer` for an empty name, a long one, and one with control or formatting characters, which
    ///   could look like another's.
    public static func checked(_ name: String) throws(ReviewStoreError) -> String {
        var scalars = Substring(name).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        let trimmed = String(scalars)
        if trimmed.isEmpty { throw .badReviewer(name, problem: "it is empty") }
        if trimmed.count > limit { throw .badReviewer(name, problem: "it has more than \(limit) characters") }
        if trimmed.unicodeScalars.contains(where: \.isHidden) {
            throw .badReviewer(name, problem: "it holds characters that cannot be seen")
        }
        return trimmed
    }
}
