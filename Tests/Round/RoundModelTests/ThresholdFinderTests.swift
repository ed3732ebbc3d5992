import RoundModel
import TestSupport
import Testing

/// Counts and shares that somebody wants, against every value that a threshold can have.
@Suite struct ThresholdFinderTests {
    /// Scores on a coarse grid, so that many are tied, and some on none, or with the largest and smallest of numbers.
    private static func columns(_ seed: UInt64) -> ScoreColumns {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...30, using: &generator)
        guard seed % 3 > 0 else { return RandomColumns.make(&generator, items: count) }
        let steps: Double = [2.0, 5, 1_000_000].randomElement(using: &generator) ?? 5
        let scale: Double = [1.0, -3, 1e12, 1e-9].randomElement(using: &generator) ?? 1
        func scores() -> [Double] {
            (0..<count).map { _ in
                let share = Double.random(in: 0...1, using: &generator)
                return (share * steps).rounded() / steps * scale
            }
        }
        return ScoreColumns(safety: scores(), helpfulness: scores())
    }

    /// Values between all scores, on them, and beyond.
    private static func values(_ columns: ScoreColumns, _ name: ThresholdName) -> [Double] {
        let scores = Set((0..<columns.count).compactMap { columns.scores(of: $0)?[name.score] })
        return Set(scores.flatMap { [$0, $0.nextUp, $0.nextDown] } + [-1.7e308, 1.7e308]).sorted()
    }

    @Test(arguments: 0..<60) func `each count is found where some value gives it, and its neighbours where none does`(
        _ seed: UInt64
    ) throws {
        let columns = Self.columns(seed)
        var generator = SeededGenerator(seed: seed &+ 1_000)
        for name in ThresholdName.allCases {
            var others = Thresholds(adv: 0, safety: 0, help: 0)
            for other in ThresholdName.allCases {
                others[other] = Self.values(columns, other).randomElement(using: &generator) ?? 0
            }
            func counts(_ value: Double) -> BucketCounts {
                var theta = others
                theta[name] = value
                return columns.tally(theta, baseline: theta).counts
            }
            for bucket in Bucket.allCases {
                let possible = Set(Self.values(columns, name).map { counts($0)[bucket] }).sorted()
                let finder = ThresholdFinder { counts($0)[bucket] }
                for wanted in -1...columns.count + 1 {
                    switch finder.find(wanted) {
                    case .values(let span):
                        #expect(possible.contains(wanted))
                        for value in [span.lowerBound, span.upperBound] { #expect(counts(value)[bucket] == wanted) }
                        for value in [span.lowerBound.nextDown, span.upperBound.nextUp] where value.isFinite {
                            #expect(counts(value)[bucket] != wanted)
                        }
                        let short = ThresholdFinder.shortValue(in: span, scores: 0...1, margin: 0.01)
                        #expect(span.contains(short))
                    case .between(let fewer, let more):
                        #expect(possible.count > 1 && !possible.contains(wanted))
                        #expect(fewer == possible.last { $0 < wanted } && more == possible.first { $0 > wanted })
                    case .constant(let count): #expect(possible == [count])
                    }
                    let nearest = finder.nearest(to: wanted)
                    #expect(possible.contains(nearest))
                    #expect(possible.allSatisfy { abs($0 - wanted) >= abs(nearest - wanted) })
                }
            }
        }
    }

    @Test func `a value for a count is short to write, and near the scores where it may lie anywhere`() {
        #expect(ThresholdFinder.shortValue(in: 0.81237...0.81304, scores: 0...1, margin: 0.01) == 0.813)
        #expect(
            ThresholdFinder.shortValue(in: 0.93...Double.greatestFiniteMagnitude, scores: 0...0.93, margin: 0.01)
                == 0.94
                || ThresholdFinder.shortValue(in: 0.93...Double.greatestFiniteMagnitude, scores: 0...0.93, margin: 0.01)
                    == 0.93
        )
        #expect(ThresholdFinder.shortValue(in: 2...2, scores: nil, margin: 1) == 2)
        let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        #expect((-1...2).contains(ThresholdFinder.shortValue(in: all, scores: 0...1, margin: 1)))
    }
}
