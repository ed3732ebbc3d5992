import RoundModel
import TestSupport

/// Random rounds with ties, clusters, huge and tiny values, in blocks of random sizes, some of them empty.
enum RandomColumns {
    static let values: [Double] = [
        0, -0.0, 0.5, 0.8, 1, -3.25, 1e308, -1e308, Double.leastNonzeroMagnitude, .leastNormalMagnitude,
    ]

    static func make(_ generator: inout SeededGenerator, items: Int) -> ScoreColumns {
        func score() -> Double {
            if Int.random(in: 0..<4, using: &generator) == 0 { return values.randomElement(using: &generator) ?? 0 }
            return (Double.random(in: -3...3, using: &generator) * 10).rounded() / 10
        }
        var blocks: [ColumnBlock] = []
        var left = items
        while left > 0 {
            let count = Int.random(in: 0...left, using: &generator)
            left -= count
            blocks.append(
                ColumnBlock(
                    safety: (0..<count).map { _ in score() },
                    helpfulness: (0..<count).map { _ in score() },
                    rowStart: (0..<count).map(UInt32.init),
                    rowLength: [UInt32](repeating: 1, count: count),
                    shard: 0,
                    baseOffset: 0,
                    firstLine: 1
                )
            )
        }
        return ScoreColumns(blocks: blocks)
    }

    /// Thresholds that often equal a score, and may be crossed.
    static func thresholds(_ generator: inout SeededGenerator, for columns: ScoreColumns) -> Thresholds {
        func value(_ name: ScoreName) -> Double {
            if columns.count > 0, Bool.random(using: &generator) {
                return columns.scores(ofKnown: Int.random(in: 0..<columns.count, using: &generator))[name]
            }
            return Double.random(in: -4...4, using: &generator)
        }
        return Thresholds(adv: value(.safety), safety: value(.safety), help: value(.helpfulness))
    }

    /// Rulings on some of the items.
    static func judged(_ generator: inout SeededGenerator, in columns: ScoreColumns) -> JudgedItems {
        let all: [Ruling] = Bucket.allCases.map { .bucket($0) } + [.safe, .disputed]
        var rulings: [UInt32: Ruling] = [:]
        let share = [2, 10, 100].randomElement(using: &generator) ?? 2
        for item in 0..<columns.count where Int.random(in: 0..<share, using: &generator) == 0 {
            rulings[UInt32(item)] = all.randomElement(using: &generator)
        }
        return JudgedItems(rulings, in: columns)
    }
}
