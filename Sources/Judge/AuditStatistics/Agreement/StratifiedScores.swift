/// How well a score tells two kinds of items of a whole round apart whose strata were sampled at different rates.
///
/// Every label counts for the items that it stands for, N_h / n_h (Horvitz and Thompson 1952), so the area under the
/// curve is a ratio of weighted pairs. Labels pooled without weights would speak of the labels, of which a small bucket
/// may hold most.
public struct StratifiedScores: Hashable, Sendable {
    /// What a person made of an item.
    public enum Answer: Hashable, Sendable {
        /// It is of the kind that should have the higher scores.
        case positive
        /// It is of the other kind.
        case negative
        /// The question does not arise: whether an unsafe response is helpful, say.
        case outside
    }

    /// One label.
    public struct Label: Hashable, Sendable {
        /// Finite.
        public let score: Double
        /// The number of its stratum.
        public let stratum: Int
        public let answer: Answer

        public init(score: Double, stratum: Int, answer: Answer) {
            self.score = score
            self.stratum = stratum
            self.answer = answer
        }
    }

    /// The items of each stratum.
    public let sizes: [Int]
    /// The labels, simple random samples of their strata.
    public let labels: [Label]
    let strata: [ScoreStratum]
    let order: ScoreOrder

    /// - Parameters:
    ///   - sizes: of each stratum; at least one holds items.
    ///   - labels: no stratum has more of them than items.
    /// - Complexity: O(n log n).
    public init(sizes: [Int], labels: [Label]) throws(AuditError) {
        guard sizes.contains(where: { $0 > 0 }) else { throw .empty(.strata) }
        guard labels.allSatisfy({ $0.score.isFinite }) else { throw .notFinite(.scores) }
        var strata = sizes.map { ScoreStratum(size: $0) }
        for (place, label) in labels.enumerated() {
            try Check.count(label.stratum, .strata, within: 0...(sizes.count - 1))
            switch label.answer {
            case .positive: strata[label.stratum].positive.append(place)
            case .negative: strata[label.stratum].negative.append(place)
            case .outside: strata[label.stratum].outside += 1
            }
        }
        for stratum in strata { try Check.part(stratum.labels, .checked, of: stratum.size, .size) }
        self.sizes = sizes
        self.labels = labels
        self.strata = strata
        order = ScoreOrder(labels.map(\.score))
    }

    /// Labels that are missing at least before there is a figure: one in each stratum that holds items, and two of either
    /// kind.
    public var missing: Int {
        guard !isCensus else { return 0 }
        func missing(_ kind: KeyPath<ScoreStratum, [Int]>) -> Int {
            max(0, 2 - strata.reduce(0) { $0 + $1[keyPath: kind].count })
        }
        let unseen = strata.count { $0.size > 0 && $0.labels == 0 }
        return max(unseen, missing(\.positive) + missing(\.negative))
    }

    /// The weighted area under the curve; nil where one kind has no label.
    public var area: Double? { order.pairs(weights).map(\.area) }

    /// The weighted rank correlation (Spearman's ρ) of the scores with the two kinds; nil where one has no label, or all
    /// scores are the same. With two kinds it follows from the area: ρ = √(12 π(1-π) / (1 - Σt³)) (A - 1/2), π the share
    /// of a kind and t that of each score.
    public var spearman: Double? { order.pairs(weights)?.spearman }

    var isCensus: Bool { strata.allSatisfy { $0.labels == $0.size } }

    /// What each label stands for.
    var weights: ScoreWeights {
        var weights = ScoreWeights(count: labels.count)
        for stratum in strata where stratum.labels > 0 {
            let weight = Double(stratum.size) / Double(stratum.labels)
            for place in stratum.positive { weights.positive[place] = weight }
            for place in stratum.negative { weights.negative[place] = weight }
        }
        return weights
    }
}

/// The labels of one stratum.
struct ScoreStratum: Hashable, Sendable {
    let size: Int
    var positive: [Int] = []
    var negative: [Int] = []
    var outside = 0

    init(size: Int) { self.size = size }

    var inside: [Int] { positive + negative }
    var labels: Int { positive.count + negative.count + outside }
    /// The items that the labels inside stand for.
    var insideSize: Double { labels > 0 ? Double(size) * Double(positive.count + negative.count) / Double(labels) : 0 }
}
