/// A score as the server wrote it, and the number that it is.
public struct RawScore: Hashable, Sendable {
    /// A number by JSON's grammar, digit for digit.
    public let text: String
    /// What it is; finite.
    public let value: Double

    /// - Parameter text: a number by JSON's grammar; nil where a double does not hold it.
    public init?(_ text: String) {
        guard let value = Double(text), value.isFinite else { return nil }
        self.text = text
        self.value = value
    }

    /// A number that was worked out here, spelled so that it reads back as the same.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
        self.value = value
    }
}

/// What a server said about one row.
public enum RowScore: Hashable, Sendable {
    case score(RawScore)
    /// A probability that is at least or at most this: a word stood behind those that the server lists.
    case bound(RawScore)
    case none(ScoreProblem)

    /// The number; nil for none.
    public var number: Double? {
        switch self {
        case .score(let score), .bound(let score): score.value
        case .none: nil
        }
    }
}

/// Why there is no score where one should be.
public enum ScoreProblem: Hashable, Sendable {
    /// Something else stands in a number's place, said in a word or two.
    case notNumber(String)
    /// A number that a double does not hold.
    case infinite(String)
    /// No label of this name.
    case noLabel(String, among: [String])
    /// None of the words is among what a guard may have said.
    case noWord
    /// A judge's text without a number, or without one of the name.
    case noNumber(name: String?)
    /// Several numbers, and nothing that says which.
    case severalNumbers(Int)
    /// The server refuses the row; a clause says how.
    case refused(String)

    /// A clause, for a person. What a model wrote is not part of it.
    public var message: String {
        switch self {
        case .notNumber(let found): "\(found) stands in the place of the score"
        case .infinite(let text): "the score \(text) is too large for a number"
        case .noLabel(let label, let labels):
            "there is no label \"\(label)\"; the server has \(labels.joined(separator: ", "))"
        case .noWord: "none of the words that were asked for is among the likely ones"
        case .noNumber(let name?): "the text holds no number named \(name)"
        case .noNumber(nil): "the text holds no number"
        case .refused(let reason): reason
        case .severalNumbers(let count): "the text holds \(count) numbers, and no name says which is the score"
        }
    }
}

/// Why an answer tells of no row at all.
public enum ReplyProblem: Error, Hashable, Sendable {
    /// No JSON; a clause of the parser.
    case notJSON(String)
    /// JSON without what should stand at a place.
    case missing(place: String, found: String)
    /// One score too few or too many.
    case count(expected: Int, found: Int)
    /// The rows are numbered, and not as they were asked for.
    case order
    /// A reply of another model than asked.
    case otherModel(expected: String, found: String)

    /// A clause, for a person.
    public var message: String {
        switch self {
        case .notJSON(let problem): "the answer is no JSON: \(problem)"
        case .missing(let place, let found): "the answer has no \(place), but \(found)"
        case .count(let expected, let found): "the answer holds \(found) scores for \(expected) rows"
        case .order: "the answer numbers its rows otherwise than they were sent"
        case .otherModel(let expected, let found): "the model \(found) answers in place of \(expected)"
        }
    }
}
