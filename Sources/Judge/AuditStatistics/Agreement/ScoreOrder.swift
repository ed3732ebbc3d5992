/// For how many items each label counts, of either kind; a label may count for some of both.
struct ScoreWeights {
    var positive: [Double]
    var negative: [Double]

    init(count: Int) {
        positive = [Double](repeating: 0, count: count)
        negative = positive
    }
}

/// The order of some scores, in which equal ones have one place, found once for many weights.
struct ScoreOrder: Hashable, Sendable {
    /// The place of each score, from 0.
    private let places: [Int]
    private let count: Int

    /// - Complexity: O(n log n).
    init(_ scores: [Double]) {
        var places = [Int](repeating: 0, count: scores.count)
        var (place, before) = (-1, Double.nan)
        for item in scores.indices.sorted(by: { scores[$0] < scores[$1] }) {
            if scores[item] != before { place += 1 }
            places[item] = place
            before = scores[item]
        }
        self.places = places
        count = place + 1
    }

    /// What pairs of a positive and a negative item come to.
    struct Pairs {
        /// The share of pairs in which the positive item has the higher score, ties counting one half.
        let area: Double
        let spearman: Double?
        /// How far ρ moves with the area.
        let slope: Double
        /// All positive and all negative items.
        let positives: Double
        let negatives: Double
        /// By place: the share of the negative items beneath it, and of the positive ones above it.
        private let shares: [(beneath: Double, above: Double)]
        private let places: [Int]

        init(
            order: ScoreOrder,
            _ sums: [(positive: Double, negative: Double)],
            _ positives: Double,
            _ negatives: Double
        ) {
            var (seenPositive, seenNegative, sum, cubes) = (0.0, 0.0, 0.0, 0.0)
            let all = positives + negatives
            var shares: [(beneath: Double, above: Double)] = []
            for (positive, negative) in sums {
                let beneath = (seenNegative + negative / 2) / negatives
                shares.append((beneath, max(0, positives - seenPositive - positive / 2) / positives))
                seenPositive += positive
                seenNegative += negative
                sum += positive * beneath
                let share = (positive + negative) / all
                cubes += share * share * share
            }
            area = min(1, max(0, sum / positives))
            // One score for all leaves nothing to rank.
            slope = cubes < 1 ? (12 * positives / all * (negatives / all) / (1 - cubes)).squareRoot() : 0
            spearman = cubes < 1 ? min(1, max(-1, slope * (area - 0.5))) : nil
            (self.positives, self.negatives, self.shares, places) = (positives, negatives, shares, order.places)
        }

        func beneath(_ label: Int) -> Double { shares[places[label]].beneath }
        func above(_ label: Int) -> Double { shares[places[label]].above }
    }

    /// - Returns: nil where one kind has no weight.
    /// - Complexity: O(n).
    func pairs(_ weights: ScoreWeights) -> Pairs? {
        var sums = [(positive: Double, negative: Double)](repeating: (0, 0), count: count)
        var (positives, negatives) = (0.0, 0.0)
        for (label, place) in places.enumerated() {
            sums[place].positive += weights.positive[label]
            sums[place].negative += weights.negative[label]
            positives += weights.positive[label]
            negatives += weights.negative[label]
        }
        guard positives > 0, negatives > 0 else { return nil }
        return Pairs(order: self, sums, positives, negatives)
    }
}
