import CLibrary
public import RoundModel

extension PlotAxis {
    /// Points of a scale that is not straight.
    private static let points = 512

    /// An axis of some scores.
    ///
    /// - Parameters:
    ///   - scores: of the whole round: a curve about them is the same whatever is shown of it.
    ///   - index: of the items whose ranks count; without one the ranks are those that `scores` tells, roughly.
    /// - Complexity: O(1) for values and log odds; some 512 looks into the index for ranks.
    public init(
        _ scale: AxisScale,
        _ range: ScoreRange,
        of name: ScoreName,
        _ scores: ScoreSummary,
        _ index: ScoreIndex?
    ) {
        switch scale {
        case .linear: self.init(range)
        case .quantile:
            let points = index.map { Self.ranks(range, name, $0) } ?? Self.ranks(range, scores)
            self.init(range, .ranks, through: points, straight: 0.02)
        case .logistic:
            if scores.min >= 0 && scores.max <= 1 {
                self.init(range, .logOdds, through: Self.logOdds(range), straight: 1e-6)
            } else if let curve = Curve(scores) {
                let layout = AxisLayout.curve(middle: curve.middle, spread: curve.spread)
                self.init(range, layout, through: curve.points(range, Self.points), straight: 0.05)
            } else {
                self.init(range)
            }
        }
    }

    // MARK: Ranks

    /// Scores at evenly spread ranks; one that many items have lies in the middle of theirs.
    private static func ranks(_ range: ScoreRange, _ name: ScoreName, _ index: ScoreIndex) -> [(Double, Double)] {
        let first = index.rank(of: name) { $0 < range.low }
        let end = index.rank(of: name) { $0 <= range.high }
        guard end > first else { return [] }
        let count = end - first
        let looks = min(points, count)
        var found: [(score: Double, low: Int, high: Int)] = []
        for number in 0..<looks {
            var rank = first + (looks > 1 ? number * (count - 1) / (looks - 1) : 0)
            // Where that is near enough, at the ranks whose scores are at hand.
            if count > 128 * points, number > 0, number < looks - 1 { rank = rank / 64 * 64 }
            let score = index.score(of: name, atRank: rank)
            if let last = found.last, last.score == score {
                found[found.count - 1].high = rank
            } else {
                found.append((score, rank, rank))
            }
        }
        return found.map { score, low, high in
            (score, (Double(low - first) / 2 + Double(high - first) / 2 + 0.5) / Double(count))
        }
    }

    /// The same from five quantiles and both ends.
    private static func ranks(_ range: ScoreRange, _ scores: ScoreSummary) -> [(Double, Double)] {
        var whole = [(scores.min, 0.0)] + zip(scores.quantiles, ScoreSummary.fractions) + [(scores.max, 1.0)]
        whole = whole.reduce(into: []) { kept, next in if kept.last.map({ $0.0 < next.0 }) ?? true { kept.append(next) }
        }
        func place(_ score: Double) -> Double {
            guard let end = whole.firstIndex(where: { $0.0 > score }) else { return 1 }
            guard end > 0 else { return 0 }
            let (low, high) = (whole[end - 1], whole[end])
            return low.1 + (high.1 - low.1) * ScoreRange(low: low.0, high: high.0).share(at: score)
        }
        let (low, high) = (place(range.low), place(range.high))
        guard low < high else { return [] }
        return whole.map { ($0.0, ($0.1 - low) / (high - low)) }
    }

    // MARK: Log odds

    /// How far the ends are moved in, since 0 and 1 have no log odds.
    private static let inset = 0.001

    private static func logOdds(_ range: ScoreRange) -> [(Double, Double)] {
        func odds(_ probability: Double) -> Double {
            let inner = inset + (1 - 2 * inset) * min(1, max(0, probability))
            let beyond = probability < 0 ? probability : max(0, probability - 1)
            // Beyond 0 and 1 lies nothing but the margin of the plot.
            return log(inner / (1 - inner)) + 10 * beyond
        }
        let (low, high) = (odds(range.low), odds(range.high))
        guard low.isFinite, high.isFinite, low < high else { return [] }
        return (0...points).map { number in
            let share = Double(number) / Double(points)
            let place = low + (high - low) * share
            let probability = (1 / (1 + exp(-place)) - inset) / (1 - 2 * inset)
            // Only where the curve is: in the margins the way is straight anyway.
            return (probability, share)
        }.filter { $0.0 >= 0 && $0.0 <= 1 }
    }
}

/// A logistic curve about the median, as wide as the middle half of the scores.
private struct Curve {
    var middle: Double
    var spread: Double

    /// - Returns: nil where nearly all scores are the same.
    init?(_ scores: ScoreSummary) {
        middle = scores.quantile(0.5)
        // The quartiles of the logistic distribution lie ln 3 spreads from its median, its twentieths ln 19.
        let quarter = (scores.quantile(0.75) / 2 - scores.quantile(0.25) / 2) / log(3)
        let twentieth = (scores.quantile(0.95) / 2 - scores.quantile(0.05) / 2) / log(19)
        spread = quarter > 0 ? quarter : twentieth
        guard spread.isNormal, spread > 0, (scores.max - scores.min).isFinite else { return nil }
    }

    func points(_ range: ScoreRange, _ count: Int) -> [(Double, Double)] {
        func place(_ score: Double) -> Double { 1 / (1 + exp(-(score - middle) / spread)) }
        let (low, high) = (place(range.low), place(range.high))
        // Far out on a tail the curve is as good as flat, and the axis is a ruler.
        guard high - low > 1e-9 else { return [] }
        return (1..<count).map { number in
            let share = Double(number) / Double(count)
            let at = low + (high - low) * share
            return (middle + spread * log(at / (1 - at)), share)
        }
    }
}
