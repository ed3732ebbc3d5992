/// The values that the labels do not rule out; both ends belong to it.
public struct Interval: Hashable, Sendable {
    /// The lowest value.
    public var lower: Double
    /// The highest value, at least `lower`.
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Every share there is: what no label leaves.
    public static let everyShare = Interval(lower: 0, upper: 1)

    /// True where the value lies within, ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// How far its ends are apart.
    public var width: Double { upper - lower }

    /// What of it can be a share, 0 to 1.
    public var clippedToShares: Interval { Interval(lower: max(0, min(1, lower)), upper: min(1, max(0, upper))) }

    /// `centre` ± `reach`.
    static func around(_ centre: Double, _ reach: Double) -> Interval {
        Interval(lower: centre - reach, upper: centre + reach)
    }
}

/// The numbers of items that the labels do not rule out; both ends belong to it.
public struct CountInterval: Hashable, Sendable {
    /// The lowest number, from 0.
    public var lower: Int
    /// The highest number, at least `lower`.
    public var upper: Int

    public init(lower: Int, upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    /// True where the number lies within, ends included.
    public func contains(_ value: Int) -> Bool { lower <= value && value <= upper }

    /// Both ends moved.
    public func shifted(by change: Int) -> CountInterval { CountInterval(lower: lower + change, upper: upper + change) }

    /// As shares of a whole; every share of a whole of nothing.
    public func shares(of whole: Int) -> Interval {
        guard whole > 0 else { return .everyShare }
        return Interval(lower: Double(lower) / Double(whole), upper: Double(upper) / Double(whole))
    }
}
