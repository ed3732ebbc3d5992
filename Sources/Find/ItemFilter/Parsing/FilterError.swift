/// Why a text is no filter, and where in it the trouble stands.
public struct FilterError: Error, Hashable, Sendable {
    public var reason: Reason
    /// Characters (Unicode scalars) of the text, from 0; empty at its end where something is missing there.
    public var range: Range<Int>
    /// What the text has there.
    public var part: String

    public init(_ reason: Reason, at range: Range<Int>, part: String = "") {
        self.reason = reason
        self.range = range
        self.part = part
    }

    public enum Reason: Hashable, Sendable {
        /// Something else was expected.
        case expected(Expected)
        /// No field has this name; some that are nearly it.
        case unknownField(nearest: [String])
        /// A score or an order asks for a number.
        case numberExpected(field: String)
        /// A field of texts cannot be more or less than something.
        case textHasNoOrder(field: String)
        /// A score is a number, which holds no text.
        case scoreHasNoText(field: String)
        /// `bucket` has no order and holds no text.
        case bucketHasNoOrder
        case unknownBucket
        case unknownVerdict
        /// A quote or a slash that is not closed.
        case unclosed(String)
        /// Behind a regular expression stands something else than `i`.
        case unknownPatternFlag
        /// `(` without `)`.
        case openGroup
        /// `)` without `(`.
        case strayClosing
        /// Groups in groups beyond a limit.
        case tooDeep(limit: Int)
        /// More tests than a filter may have.
        case tooMany(limit: Int)
        /// The regular expression is none, or too large; what is wrong with it.
        case pattern(String)
    }

    /// What can stand at a place.
    public enum Expected: Hashable, Sendable {
        case test
        case comparison(field: String)
        /// What a field can be that has no value.
        case state
        case value
        case text
        case connective
    }
}
