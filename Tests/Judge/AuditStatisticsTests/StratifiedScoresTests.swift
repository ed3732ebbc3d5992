import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct StratifiedScoresTests {
    private static func labels(_ seed: UInt64, _ count: Int) -> [StratifiedScores.Label] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let answers: [StratifiedScores.Answer] = [.positive, .negative, .outside]
            return .init(
                score: Double(Int.random(in: 0..<12, using: &random)),
                stratum: number % 3,
                answer: answers[Int.random(in: 0...2, using: &random)]
            )
        }
    }

    @Test(arguments: 0..<8) func `the area is that of all weighted pairs`(_ seed: UInt64) throws {
        let labels = Self.labels(seed, 60)
        let sizes = [20, 500, 90]
        let scores = try StratifiedScores(sizes: sizes, labels: labels)
        var (right, all) = (0.0, 0.0)
        for one in labels where one.answer == .positive {
            for other in labels where other.answer == .negative {
                let weight = Double(sizes[one.stratum] * sizes[other.stratum]) / 400
                all += weight
                right += weight * (one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0)
            }
        }
        #expect(isNear(scores.area, right / all, 1e-12))
        let estimate = try #require(try scores.area(alpha: 0.05, of: AuditPopulation(.round)).estimate)
        #expect(estimate.interval.contains(right / all) && estimate.interval.width < 0.8)
        #expect(estimate.method == .zouDonner && estimate.labels == labels.count { $0.answer != .outside })
    }

    @Test func `evenly sampled strata have the plain area and rank correlation`() throws {
        let vector = try Vector("auc_delong")
        let values = try vector.inputs.doubles("scores")
        let isPositive = try vector.inputs.ints("y").map { $0 == 1 }
        let labels = values.indices.map { place in
            StratifiedScores.Label(
                score: values[place],
                stratum: place % 2,
                answer: isPositive[place] ? .positive : .negative
            )
        }
        let scores = try StratifiedScores(sizes: [1000, 1000], labels: labels)
        #expect(isNear(scores.area, try vector.expected.double("auc"), 1e-12))
        let plain = try RankCorrelation(values, isPositive.map { $0 ? 1 : 0 })
        #expect(isNear(scores.spearman, try #require(plain.spearman), 1e-12))
        let round = AuditPopulation(.round)
        let ranks = try #require(try scores.spearman(alpha: 0.05, of: round).estimate)
        #expect(ranks.interval.contains(ranks.value) && ranks.interval.upper < 1)
    }

    @Test func `scores that tell all labels apart have an interval with width`() throws {
        let labels = (0..<20).map {
            StratifiedScores.Label(score: Double($0), stratum: 0, answer: $0 < 10 ? .negative : .positive)
        }
        let round = AuditPopulation(.round, size: 300)
        let scores = try StratifiedScores(sizes: [300], labels: labels)
        let area = try #require(try scores.area(alpha: 0.05, of: round).estimate)
        #expect(area.value == 1 && area.interval.upper == 1)
        #expect(area.interval.lower > 0.5 && area.interval.lower < 0.85)
        let ranks = try #require(try scores.spearman(alpha: 0.05, of: round).estimate)
        #expect(ranks.interval.width > 0.1)
        // All items known: nothing is left to be unsure of.
        let whole = try StratifiedScores(sizes: [20], labels: labels)
        let known = try #require(try whole.area(alpha: 0.05, of: round).estimate)
        #expect(known.method == .census && known.interval == Interval(lower: 1, upper: 1))
    }

    @Test func `it says what labels are missing`() throws {
        let round = AuditPopulation(.round)
        let none = try StratifiedScores(sizes: [10, 0, 5], labels: [])
        #expect(try none.area(alpha: 0.05, of: round) == .missing(labels: 4))
        let oneKind = try StratifiedScores(
            sizes: [10],
            labels: [.init(score: 1, stratum: 0, answer: .positive), .init(score: 2, stratum: 0, answer: .outside)]
        )
        #expect(try oneKind.area(alpha: 0.05, of: round) == .missing(labels: 3))
        let all = try StratifiedScores(sizes: [1], labels: [.init(score: 1, stratum: 0, answer: .positive)])
        #expect(try all.area(alpha: 0.05, of: round) == .noItems)
        let flat = (0..<4).map {
            StratifiedScores.Label(score: 1, stratum: 0, answer: $0 < 2 ? .positive : .negative)
        }
        #expect(try StratifiedScores(sizes: [40], labels: flat).spearman(alpha: 0.05, of: round) == .missing(labels: 1))
        #expect(throws: AuditError.notFinite(.scores)) {
            try StratifiedScores(sizes: [1], labels: [.init(score: .nan, stratum: 0, answer: .positive)])
        }
        #expect(throws: AuditError.self) { try StratifiedScores(sizes: [3], labels: flat) }
        #expect(throws: AuditError.empty(.strata)) { try StratifiedScores(sizes: [0], labels: []) }
        #expect(throws: AuditError.self) {
            try StratifiedScores(sizes: [3], labels: [.init(score: 1, stratum: 1, answer: .positive)])
        }
    }
}
