import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct StratifiedScoresCurvesTests {
    private static let round = AuditPopulation(.round)

    /// A round of two strata, the second ten times as large, whose score tells the kinds apart a little.
    private struct Round {
        var scores: [[Double]] = []
        var answers: [[StratifiedScores.Answer]] = []

        init(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            for (stratum, size) in [120, 1_200].enumerated() {
                let values = (0..<size).map { _ in Double.random(in: 0...1, using: &random) }
                scores.append(values)
                answers.append(
                    values.map { value in
                        let isPositive = Double.random(in: 0..<1, using: &random) < 0.2 + 0.5 * value
                        let isOutside = stratum == 1 && Double.random(in: 0..<1, using: &random) < 0.2
                        return isOutside ? .outside : isPositive ? .positive : .negative
                    }
                )
            }
        }

        func sample(_ count: Int, seed: UInt64) throws -> StratifiedScores {
            var random = SeededGenerator(seed: seed)
            let labels = scores.indices.flatMap { stratum in
                scores[stratum].indices.shuffled(using: &random).prefix(count).map {
                    StratifiedScores.Label(
                        score: scores[stratum][$0],
                        stratum: stratum,
                        answer: answers[stratum][$0]
                    )
                }
            }
            return try StratifiedScores(sizes: scores.map(\.count), labels: labels)
        }

        /// The true shares at a threshold: positives kept, negatives kept, precision.
        func truth(_ threshold: Double) -> [Double] {
            func count(_ answer: StratifiedScores.Answer, _ isKept: Bool) -> Double {
                Double(
                    scores.indices.reduce(0) { sum, stratum in
                        sum
                            + scores[stratum].indices.count {
                                answers[stratum][$0] == answer && (scores[stratum][$0] >= threshold) == isKept
                            }
                    }
                )
            }
            let (kept, through) = (count(.positive, true), count(.negative, true))
            return [
                kept / (kept + count(.positive, false)), through / (through + count(.negative, false)),
                kept / (kept + through),
            ]
        }
    }

    @Test func `all curves hold the truth at all thresholds at once`() throws {
        let thresholds = (0..<20).map { Double($0) / 20 }
        let runs = Simulation.runs(60)
        var held = 0
        for seed in 0..<UInt64(runs) {
            let round = Round(seed: 400 + seed)
            let curve = try round.sample(60, seed: seed).curve(at: thresholds, alpha: 0.2, of: Self.round)
            let isHeld = zip(thresholds, curve).allSatisfy { threshold, point in
                zip(round.truth(threshold), [point.kept, point.letThrough, point.precision]).allSatisfy {
                    truth,
                    figure in figure.estimate.map { $0.interval.contains(truth) } ?? false
                }
            }
            if isHeld { held += 1 }
        }
        let finding = Simulation.note(
            "ROC and precision band",
            "two strata, 60 labels each",
            .init(held: held, of: runs, promised: 0.8)
        )
        #expect(finding.isKept, "\(finding)")
    }

    @Test func `all labels give the truth without a band`() throws {
        let round = Round(seed: 3)
        let curve = try round.sample(1_200, seed: 4).curve(at: [0.1, 0.5, 0.9], alpha: 0.05, of: Self.round)
        for (threshold, point) in zip([0.1, 0.5, 0.9], curve) {
            for (truth, figure) in zip(round.truth(threshold), [point.kept, point.letThrough, point.precision]) {
                let estimate = try #require(figure.estimate)
                #expect(isNear(estimate.value, truth, 1e-12) && estimate.interval.width == 0)
                #expect(estimate.method == .census)
            }
        }
    }

    /// The area under the weighted points is that of all weighted pairs.
    @Test(arguments: 0..<4) func `the curve has the area that is told`(_ seed: UInt64) throws {
        let scores = try Round(seed: seed).sample(50, seed: seed)
        let curves = try #require(scores.curves)
        let area = zip(curves.points, curves.points.dropFirst()).reduce(0) { sum, pair in
            let (left, right) = (curves.falsePositiveRate(pair.0), curves.falsePositiveRate(pair.1))
            return sum + (right - left) * (curves.truePositiveRate(pair.0) + curves.truePositiveRate(pair.1)) / 2
        }
        #expect(isNear(scores.area, area, 1e-12))
        let points = try scores.curve(at: curves.points.dropFirst().map(\.threshold), alpha: 0.05, of: Self.round)
        for (point, figure) in zip(curves.points.dropFirst(), points) {
            #expect(isNear(figure.kept.estimate?.value, curves.truePositiveRate(point), 1e-12))
            #expect(isNear(figure.precision.estimate?.value, curves.precision(point), 1e-12))
        }
    }

    @Test func `vectors of weighted curves`() throws {
        let vector = try Vector("weighted_curves")
        for (input, expected) in zip(try vector.inputs.cases(), try vector.expected.cases()) {
            let scores = try input.doubles("scores")
            let answers: [Bool] = try input.value("answers")
            let weights = try input.doubles("weights")
            let curves = try ScoreCurves(scores: scores, isPositive: answers, weights: weights)
            #expect(curves.points.dropFirst().map(\.threshold) == (try expected.doubles("thresholds")))
            #expect(isNear(curves.points.map(curves.falsePositiveRate), try expected.doubles("false_positive_rates")))
            #expect(isNear(curves.points.map(curves.truePositiveRate), try expected.doubles("true_positive_rates")))
            #expect(isNear(curves.points.dropFirst().map(curves.precision), try expected.doubles("precisions")))
            #expect(isNear(curves.averagePrecision, try expected.double("average_precision")))
            let area = zip(curves.points, curves.points.dropFirst()).reduce(0) { sum, pair in
                let (left, right) = (curves.falsePositiveRate(pair.0), curves.falsePositiveRate(pair.1))
                return sum + (right - left) * (curves.truePositiveRate(pair.0) + curves.truePositiveRate(pair.1)) / 2
            }
            #expect(isNear(area, try expected.double("area")))
        }
    }

    @Test func `without labels it says how many are missing`() throws {
        let none = try StratifiedScores(sizes: [10, 5], labels: [])
        #expect(try none.curve(at: [0.5], alpha: 0.05, of: Self.round)[0].kept == .missing(labels: 4))
        #expect(none.curves == nil)
    }
}
