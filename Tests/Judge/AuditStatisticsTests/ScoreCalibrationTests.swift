import AuditStatistics
import TestSupport
import Testing

struct ScoreCalibrationTests {
    @Test func `shares that do not fall where the score rises`() throws {
        let vector = try Vector("isotonic")
        let (scores, expected) = (try vector.inputs.doubles("scores"), vector.expected)
        let isPositive = try vector.inputs.ints("y").map { $0 == 1 }
        let places = try vector.inputs.doubles("at")
        let plain = try ScoreCalibration(scores: scores, isPositive: isPositive, areProbabilities: true)
        #expect(isNear(places.map(plain.fit.value), try expected.doubles("plain")))
        let weighted = try ScoreCalibration(
            scores: scores,
            isPositive: isPositive,
            weights: vector.inputs.doubles("weights")
        )
        #expect(isNear(places.map(weighted.fit.value), try expected.doubles("weighted")))
        #expect(isNear(plain.brier, try expected.double("brier")))
        #expect(isNear(plain.miscalibration, try expected.double("mcb")))
        #expect(isNear(plain.discrimination, try expected.double("dsc")))
        #expect(isNear(plain.uncertainty, try expected.double("unc")))
        #expect(weighted.miscalibration == nil && weighted.brier == nil)
    }

    /// The fit is the best of all that ascend: the least squares of every partition into blocks, tried.
    @Test(arguments: 0..<6) func `no ascending fit is nearer`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = (0..<8).map { _ in Double(Int.random(in: 0...3, using: &random)) }
        let weights = (0..<8).map { _ in Double(Int.random(in: 1...4, using: &random)) }
        let scores = (0..<8).map(Double.init)
        let fit = try IsotonicFit(scores: scores, values: values, weights: weights)
        func error(_ fitted: [Double]) -> Double {
            values.indices.reduce(0) { $0 + weights[$1] * (fitted[$1] - values[$1]) * (fitted[$1] - values[$1]) }
        }
        var best = Double.infinity
        for cuts in 0..<128 {
            var fitted: [Double] = []
            var start = 0
            for end in 1...8 where end == 8 || cuts >> (end - 1) & 1 == 1 {
                let weight = weights[start..<end].reduce(0, +)
                let mean = (start..<end).reduce(0) { $0 + weights[$1] * values[$1] } / weight
                fitted += [Double](repeating: mean, count: end - start)
                start = end
            }
            if zip(fitted, fitted.dropFirst()).allSatisfy({ $0 <= $1 }) { best = min(best, error(fitted)) }
        }
        #expect(isNear(error(scores.map(fit.value)), best, 1e-9))
        #expect(fit.blocks.reduce(0) { $0 + $1.labels } == 8)
    }

    @Test func `scores that cannot be`() throws {
        #expect(throws: AuditError.empty(.scores)) { try IsotonicFit(scores: [], values: []) }
        #expect(throws: AuditError.self) { try IsotonicFit(scores: [1], values: [1], weights: [0]) }
        #expect(throws: AuditError.notFinite(.share)) {
            try ScoreCalibration(scores: [2, 0.5], isPositive: [true, false], areProbabilities: true)
        }
        let equal = try IsotonicFit(scores: [1, 1, 1, 0], values: [1, 0, 1, 1])
        #expect(equal.blocks.count == 1 && equal.value(at: 5) == 0.75 && equal.value(at: -5) == 0.75)
    }
}
