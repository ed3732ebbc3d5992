/// The share of a kind at each score, as far as it does not fall where the score rises: pool adjacent violators (Ayer et al. 1955;
/// Barlow et al. 1972).
///
/// With it a score becomes a probability: P(safe | score), say.
public struct IsotonicFit: Hashable, Sendable {
    /// Neighbouring scores with one value.
    public struct Block: Hashable, Sendable {
        /// The lowest and the highest score in it.
        public let lowest: Double
        public let highest: Double
        /// The weighted mean of the values.
        public let value: Double
        /// The items that its labels stand for.
        public let weight: Double
        /// Its labels.
        public let labels: Int
    }

    /// By ascending score; their values ascend too.
    public let blocks: [Block]

    /// - Parameters:
    ///   - scores: finite, at least one.
    ///   - values: as many, finite.
    ///   - weights: as many, above 0; 1 each where there are none given.
    /// - Complexity: O(n log n).
    public init(scores: [Double], values: [Double], weights: [Double]? = nil) throws(AuditError) {
        try Check.sameCount(scores.count, values.count, .scores)
        try Check.finite(scores, .scores)
        try Check.finite(values, .answers)
        let weights = weights ?? [Double](repeating: 1, count: scores.count)
        try Check.sameCount(scores.count, weights.count, .weights)
        for weight in weights { try Check.positive(weight, .weights) }
        // One score has one value, whatever its labels say, and does before its neighbours are looked at.
        var single: [Block] = []
        for item in scores.indices.sorted(by: { scores[$0] < scores[$1] }) {
            let score = scores[item]
            let block = Block(lowest: score, highest: score, value: values[item], weight: weights[item], labels: 1)
            if let last = single.last, last.highest == score {
                single[single.count - 1] = Self.joined(last, block)
            } else {
                single.append(block)
            }
        }
        var blocks: [Block] = []
        for var block in single {
            while let last = blocks.last, last.value >= block.value { block = Self.joined(blocks.removeLast(), block) }
            blocks.append(block)
        }
        self.blocks = blocks
    }

    private static func joined(_ one: Block, _ other: Block) -> Block {
        let weight = one.weight + other.weight
        return Block(
            lowest: one.lowest,
            highest: other.highest,
            value: (one.value * one.weight + other.value * other.weight) / weight,
            weight: weight,
            labels: one.labels + other.labels
        )
    }

    /// The value at a score: that of its block, and between blocks on the straight line.
    ///
    /// - Complexity: O(log n).
    public func value(at score: Double) -> Double {
        guard let next = MonotoneSearch.first(in: 0...(blocks.count - 1), where: { blocks[$0].highest >= score }) else {
            return blocks[blocks.count - 1].value
        }
        let (above, below) = (blocks[next], next > 0 ? blocks[next - 1] : nil)
        guard score < above.lowest, let below else { return above.value }
        let part = (score - below.highest) / (above.lowest - below.highest)
        return below.value + part * (above.value - below.value)
    }
}
