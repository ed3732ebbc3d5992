/// What is wrong with the arguments of a figure, or with a record of one.
public enum AuditError: Error, Hashable, Sendable {
    /// A probability that must lie strictly between 0 and 1 does not, or is NaN.
    case notAProbability(Argument, found: Double)
    /// A count lies outside what the other counts allow.
    case outOfRange(Argument, found: Int, allowed: ClosedRange<Int>)
    /// A value that must be finite and above 0 is not.
    case notPositive(Argument, found: Double)
    /// A score or value is NaN or infinite.
    case notFinite(Argument)
    /// There is nothing to make a figure of.
    case empty(Argument)
    /// Two lists that belong together differ in length.
    case lengthsDiffer(Argument, Int, Int)
    /// The candidates of a certificate do not go from strict to loose.
    case notStrictToLoose(row: Int, candidate: Int)
    /// More labels lie in the set of a candidate than it has items.
    case labelsDoNotFit(row: Int, candidate: Int)
    /// A label belongs to an item that the certificate's sample cannot hold, since no candidate takes it.
    case labelOutsideSample(Int)

    /// Names what was wrong in messages.
    public enum Argument: String, Sendable {
        case alpha = "α"
        case delta = "δ"
        case level = "level"
        case share = "share"
        case margin = "margin"
        case size = "size"
        case checked = "checked items"
        case wrong = "wrong items"
        case unsure = "unsure verdicts"
        case strata = "strata"
        case table = "table"
        case answers = "verdicts"
        case scores = "scores"
        case clusters = "prompts"
        case draws = "draws"
        case candidates = "candidates"
        case planned = "planned items"
        case removed = "removed items"
        case bins = "bins"
        case weights = "weights"
        case contents = "contents"
        case reviewers = "reviewers"
    }
}

extension AuditError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAProbability(let argument, let found):
            "\(argument.rawValue) must lie between 0 and 1, both excluded, but is \(found)"
        case .outOfRange(let argument, let found, let allowed):
            "\(argument.rawValue): \(found) is not within \(allowed.lowerBound) to \(allowed.upperBound)"
        case .notPositive(let argument, let found): "\(argument.rawValue) must be above 0 and finite, but is \(found)"
        case .notFinite(let argument): "\(argument.rawValue): a value is not a finite number"
        case .empty(let argument): "\(argument.rawValue): there are none"
        case .lengthsDiffer(let argument, let one, let other):
            "\(argument.rawValue): \(one) here and \(other) there; there must be as many of both"
        case .notStrictToLoose(let row, let candidate):
            "candidate \(candidate + 1) of row \(row + 1) is not looser than the one before"
        case .labelsDoNotFit(let row, let candidate):
            "the verdicts do not fit the size of the set of candidate \(candidate + 1) of row \(row + 1)"
        case .labelOutsideSample(let label): "verdict \(label + 1) is on an item that no candidate accepts"
        }
    }
}
