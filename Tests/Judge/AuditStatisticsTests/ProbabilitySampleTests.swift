import AuditStatistics
import TestSupport
import Testing

struct ProbabilitySampleTests {
    @Test func `totals, means and their variances`() throws {
        let vector = try Vector("probability_sample")
        let labels = zip(try vector.inputs.doubles("pi"), try vector.inputs.doubles("y"))
            .map { ProbabilitySample.Label(probability: $0, value: $1) }
        let sample = try ProbabilitySample(
            size: vector.inputs.int("N"),
            smallest: vector.inputs.double("smallest"),
            labels: labels
        )
        let expected = vector.expected
        #expect(isNear(sample.total, try expected.double("total")))
        #expect(isNear(sample.totalVariance, try expected.double("total_variance")))
        #expect(isNear(sample.mean, try expected.double("mean")))
        #expect(isNear(sample.meanVariance, try expected.double("mean_variance")))
        let estimate = try #require(try sample.estimate(alpha: 0.05, of: .round).estimate)
        #expect(isNear([estimate.interval.lower, estimate.interval.upper], try expected.doubles("interval")))
    }

    /// All 2⁶ samples of six items.
    @Test func `the total and its variance lean to neither side`() throws {
        let items = [(0.9, 1.0), (0.5, 0), (0.2, 1), (0.4, 0.5), (1, 1), (0.3, 0)]
        let truth = items.reduce(0) { $0 + $1.1 }
        var (mean, square, variance) = (0.0, 0.0, 0.0)
        for drawn in 0..<64 {
            var probability = 1.0
            var labels: [ProbabilitySample.Label] = []
            for (place, item) in items.enumerated() {
                let isDrawn = drawn >> place & 1 == 1
                probability *= isDrawn ? item.0 : 1 - item.0
                if isDrawn { labels.append(.init(probability: item.0, value: item.1)) }
            }
            let sample = try ProbabilitySample(size: 6, smallest: 0.2, labels: labels)
            mean += probability * sample.total
            square += probability * sample.total * sample.total
            variance += probability * sample.totalVariance
        }
        #expect(isNear(mean, truth, 1e-12))
        #expect(isNear(variance, square - truth * truth, 1e-12))
    }

    @Test func `what was never found is bounded by the labels of the rarest draw`() throws {
        let labels = (0..<100).map { ProbabilitySample.Label(probability: $0 < 60 ? 0.6 : 0.1, value: 0) }
        let sample = try ProbabilitySample(size: 600, smallest: 0.1, labels: labels)
        let estimate = try #require(try sample.estimate(alpha: 0.05, of: .round).estimate)
        #expect(isNear(sample.thinned, 50) && estimate.value == 0)
        #expect(isNear(estimate.interval.upper, try Proportion(0, of: 50).clopperPearson(alpha: 0.05).upper))
        #expect(
            try ProbabilitySample(size: 5, smallest: 0.1, labels: []).estimate(alpha: 0.05, of: .round)
                == .missing(labels: 1)
        )
        #expect(throws: AuditError.self) {
            try ProbabilitySample(size: 5, smallest: 0.2, labels: [.init(probability: 0.1, value: 0)])
        }
        #expect(throws: AuditError.self) { try ProbabilitySample(size: 5, smallest: 0, labels: []) }
    }

    /// Denser near the line, where most mistakes are: fewer labels than at one rate say as much.
    @Test func `its interval holds the truth, and is narrower than that of an even sample`() throws {
        var random = SeededGenerator(seed: 51)
        func share() -> Double { Double.random(in: 0..<1, using: &random) }
        let items = (0..<2000).map { _ in
            let score = share()
            return (probability: score < 0.2 ? 0.3 : 0.05, isWrong: share() < (score < 0.2 ? 0.3 : 0.01))
        }
        let truth = Double(items.count(where: \.isWrong)) / 2000
        let runs = 400
        var (held, width, evenWidth) = (0, 0.0, 0.0)
        for _ in 0..<runs {
            let labels = items.filter { share() < $0.probability }
                .map { ProbabilitySample.Label(probability: $0.probability, value: $0.isWrong ? 1 : 0) }
            let sample = try ProbabilitySample(size: 2000, smallest: 0.05, labels: labels)
            let estimate = try #require(try sample.estimate(alpha: 0.05, of: .round).estimate)
            if estimate.interval.contains(truth) { held += 1 }
            width += estimate.interval.width
            let even = items.shuffled(using: &random).prefix(labels.count)
            let plain = try FiniteSample(population: 2000, checked: even.count, wrong: even.count(where: \.isWrong))
            evenWidth += try plain.inversion(alpha: 0.05).shares(of: 2000).width
        }
        #expect(Simulation.Finding(held: held, of: runs, promised: 0.95).isKept)
        #expect(width < 0.9 * evenWidth)
    }
}
