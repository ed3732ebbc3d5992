/// One axis of a plot: which scores it shows, and where along it each lies.
///
/// Whatever its scale, a higher score never lies before a lower one, and every place has a score.
public struct PlotAxis: Hashable, Sendable {
    /// What it shows, from end to end.
    public let range: ScoreRange
    /// How it came about.
    public let layout: AxisLayout
    /// Points that the way from scores to places goes through, straight in between: both ascend, from the low end at 0 to
    /// the high end at 1. Empty where it is straight all along.
    private let scores: [Double]
    private let shares: [Double]

    /// An axis like a ruler.
    public init(_ range: ScoreRange) { self.init(range, .values, [], []) }

    private init(_ range: ScoreRange, _ layout: AxisLayout, _ scores: [Double], _ shares: [Double]) {
        self.range = range
        self.layout = layout
        self.scores = scores
        self.shares = shares
    }

    /// An axis through some points.
    ///
    /// - Parameters:
    ///   - points: scores and their places, 0 to 1, neither of them descending. Those outside the range are left out.
    ///   - straight: the share of the room that goes by value, over 0, so that no two scores share a place for good.
    init(_ range: ScoreRange, _ layout: AxisLayout, through points: [(score: Double, share: Double)], straight: Double)
    {
        var scores = [range.low]
        var shares = [0.0]
        for point in points where point.score > range.low && point.score < range.high {
            let share = point.share * (1 - straight) + range.share(at: point.score) * straight
            guard point.score > scores[scores.count - 1], share > shares[shares.count - 1], share < 1 else { continue }
            scores.append(point.score)
            shares.append(share)
        }
        guard scores.count > 1 else {
            self.init(range)
            return
        }
        self.init(range, layout, scores + [range.high], shares + [1])
    }

    /// True where places go by values alone.
    var isStraight: Bool { scores.isEmpty }

    /// Where a score lies: 0 at the low end, 1 at the high one, and beyond them.
    ///
    /// - Complexity: O(log points).
    public func share(of score: Double) -> Double {
        if isStraight { return range.share(at: score) }
        if score <= range.low { return 0 }
        if score >= range.high { return 1 }
        let end = Self.firstAbove(score, in: scores)
        let (low, high) = (scores[end - 1], scores[end])
        // In halves where the distance of two scores is more than a double holds.
        let unit = (high - low).isFinite ? 1 : 0.5
        let way = (score * unit - low * unit) / (high * unit - low * unit)
        return shares[end - 1] + (shares[end] - shares[end - 1]) * way
    }

    /// The score at a place, 0 to 1.
    ///
    /// - Complexity: O(log points).
    public func score(at share: Double) -> Double {
        if share <= 0 { return range.low }
        if share >= 1 { return range.high }
        if isStraight { return range.value(at: share) }
        let end = Self.firstAbove(share, in: shares)
        let way = (share - shares[end - 1]) / (shares[end] - shares[end - 1])
        let (low, high) = (scores[end - 1], scores[end])
        return min(high, max(low, low * (1 - way) + high * way))
    }

    /// - Precondition: `value` lies below the last and not below the first.
    private static func firstAbove(_ value: Double, in list: [Double]) -> Int {
        var low = 1
        var high = list.count - 1
        while low < high {
            let middle = (low + high) / 2
            if list[middle] > value { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension ScoreRange {
    /// The fraction of the way that a score lies at, 0 to 1; the inverse of `value(at:)`.
    func share(at score: Double) -> Double {
        if score <= low { return 0 }
        if score >= high { return 1 }
        let unit = (high - low).isFinite ? 1 : 0.5
        return min(1, max(0, (score * unit - low * unit) / (high * unit - low * unit)))
    }
}
