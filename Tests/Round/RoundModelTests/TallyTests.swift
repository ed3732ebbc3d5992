import RoundModel
import TestSupport
import Testing

@Suite struct TallyTests {
    /// 100,000 items on a grid of 0.01, so that thresholds on the same grid meet ties all the time.
    static let grid: ScoreColumns = {
        var generator = SeededGenerator(seed: 42)
        var safety: [Double] = []
        var help: [Double] = []
        func next() -> Double {
            let u = Double(generator.next() >> 11) / 9_007_199_254_740_992
            return ((u * 6 - 3) * 100).rounded(.down) / 100
        }
        for _ in 0..<100_000 {
            safety.append(next())
            help.append(next())
        }
        return ScoreColumns(safety: safety, helpfulness: help)
    }()

    @Test func `the generator is the one of the vector`() {
        #expect(Self.grid.scores(ofKnown: 0) == Scores(safety: 1.44, helpfulness: -2.05))
        #expect(Self.grid.scores(ofKnown: 1) == Scores(safety: -1.33, helpfulness: -0.94))
        #expect(Self.grid.scores(ofKnown: 2) == Scores(safety: -2.78, helpfulness: 2.2))
    }

    @Test(arguments: [
        ([-1.0, 0.5, 0.0], [33545, 20758, 45697]), ([0, 0, 0], [50157, 24902, 24941]),
        ([0.25, 1, -1.5], [54316, 24818, 20866]), ([1, 0.5, 0.5], [66902, 13806, 19292]),
        ([-3, -3.01, -3.01], [0, 100_000, 0]), ([3, 3, 3], [100_000, 0, 0]),
    ]) func `counts at θ`(_ theta: [Double], _ counts: [Int]) {
        let thresholds = Thresholds(adv: theta[0], safety: theta[1], help: theta[2])
        let tally = Self.grid.tally(thresholds, baseline: thresholds)
        #expect([tally.counts.adversarial, tally.counts.accepted, tally.counts.discarded] == counts)
        #expect(tally.moved == 0)
    }

    struct Move: Sendable, CustomTestStringConvertible {
        var theta: [Double]
        var flows: [Int]
        var moved: Int
        var first: [UInt32]
        var testDescription: String { "to \(theta)" }
    }

    @Test(arguments: [
        Move(
            theta: [-0.5, 0.5, 0],
            flows: [33545, 0, 0, 0, 20758, 0, 8307, 0, 37390],
            moved: 8307,
            first: [4, 25, 61, 79, 85]
        ),
        Move(
            theta: [-1, 0.7, 0],
            flows: [33545, 0, 0, 0, 19116, 1642, 0, 0, 45697],
            moved: 1642,
            first: [11, 75, 82, 153, 207]
        ),
        Move(
            theta: [-1, 0.5, -0.2],
            flows: [33545, 0, 0, 0, 20758, 0, 0, 1332, 44365],
            moved: 1332,
            first: [89, 224, 261, 262, 457]
        ),
        Move(
            theta: [0.8, 0.5, 0],
            flows: [33545, 0, 0, 2359, 18399, 0, 27522, 0, 18175],
            moved: 29881,
            first: [4, 6, 11, 20, 24]
        ),
    ]) func `flows and moved items`(_ move: Move) {
        let baseline = Thresholds(adv: -1, safety: 0.5, help: 0)
        let thresholds = Thresholds(adv: move.theta[0], safety: move.theta[1], help: move.theta[2])
        let tally = Self.grid.tally(thresholds, baseline: baseline)
        #expect(tally.flows.cells == move.flows)
        #expect(tally.moved == move.moved)
        let query = ItemListQuery(
            members: .moved,
            order: .round,
            thresholds: thresholds,
            baseline: baseline,
            safetyStep: 1,
            helpStep: 1
        )
        let items = query.plainList(in: Population(Self.grid))
        #expect(items.count == move.moved)
        #expect(Array(items.prefix(5)) == move.first)
    }

    /// Counts item by item with the rule itself.
    static func oracle(_ columns: ScoreColumns, _ now: Thresholds, _ then: Thresholds) -> Tally {
        var flows = FlowTable()
        var lines = [LinePosition](repeating: LinePosition(), count: 3)
        for item in 0..<columns.count {
            let scores = columns.scores(ofKnown: item)
            let to = now.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            let from = then.bucket(safety: scores.safety, helpfulness: scores.helpfulness)
            flows[from: from, to: to] += 1
            for name in ThresholdName.allCases {
                let score = scores[name.score]
                if score < now[name] {
                    lines[name.rawValue].below += 1
                } else if score == now[name] {
                    lines[name.rawValue].on += 1
                } else {
                    lines[name.rawValue].above += 1
                }
            }
        }
        return Tally(
            thresholds: now,
            baseline: then,
            flows: flows,
            lines: LinePositions(adv: lines[0], safety: lines[1], help: lines[2])
        )
    }

    @Test(arguments: 0..<60) func `agrees with the rule on random rounds`(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let columns = RandomColumns.make(&generator, items: Int.random(in: 0...400, using: &generator))
        let now = RandomColumns.thresholds(&generator, for: columns)
        let then = RandomColumns.thresholds(&generator, for: columns)
        let tally = columns.tally(now, baseline: then)
        #expect(tally == Self.oracle(columns, now, then))
        #expect(tally.counts.total == columns.count)
    }
}
