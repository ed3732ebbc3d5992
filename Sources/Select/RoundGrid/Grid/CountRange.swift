public import Basics
internal import RoundModel

/// How many there are, as far as a grid can tell: exact where both ends are the same.
public struct CountRange: Hashable, Sendable {
    /// At least so many.
    public var low: Int
    /// At most so many.
    public var high: Int

    public init(low: Int = 0, high: Int = 0) { (self.low, self.high) = (low, high) }

    /// True where the number is known.
    public var isExact: Bool { low == high }

    /// Whether a number can be it.
    public func contains(_ count: Int) -> Bool { low <= count && count <= high }

    /// `1,204`, or `1,180 to 1,240`.
    public var text: String {
        isExact ? DecimalText.grouped(low) : "\(DecimalText.grouped(low)) to \(DecimalText.grouped(high))"
    }

    /// Both ends, as JSON gives them.
    public var json: OrderedJSON { ["low": .integer(low), "high": .integer(high)] }

    /// Adds what certainly counts, or else may count.
    mutating func add(_ count: Int, isCertain: Bool, isPossible: Bool) {
        if isCertain { low += count }
        if isCertain || isPossible { high += count }
    }
}
