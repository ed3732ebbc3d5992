import AuditStatistics
import TestSupport
import Testing

struct MonotoneBandTests {
    /// Shares that rise with the score: steadily, in one step, hardly.
    private static let shapes: [(name: String, share: @Sendable (Double) -> Double)] = [
        ("steady", { $0 }), ("a step", { $0 < 0.6 ? 0.05 : 0.9 }), ("rare", { 0.02 + 0.05 * $0 }),
    ]

    @Test(arguments: 0..<3, [20, 150])
    func `it holds the share at a score`(_ shape: Int, _ labels: Int) throws {
        let (name, share) = Self.shapes[shape]
        let runs = Simulation.runs(200)
        for place in [0.1, 0.5, 0.62, 0.9] {
            var held = 0
            for seed in 0..<UInt64(runs) {
                var random = SeededGenerator(seed: 7_000 + seed)
                let scores = (0..<labels).map { _ in Double.random(in: 0...1, using: &random) }
                let answers = scores.map { Double.random(in: 0..<1, using: &random) < share($0) }
                let band = try MonotoneBand(scores: scores, isPositive: answers, alpha: 0.1)
                if band.interval(at: place).contains(share(place)) { held += 1 }
            }
            let setting = "\(name), \(labels) labels, at \(place)"
            let finding = Simulation.Finding(held: held, of: runs, promised: 0.9)
            #expect(Simulation.note("reliability band", setting, finding).isKept, "\(setting): \(finding)")
        }
    }

    /// Near the lines many are drawn, and elsewhere few; or, at the same score, of one bucket many and of another few, in which the share
    /// is another.
    private static let designs:
        [(name: String, share: @Sendable (Double, Bool) -> Double, isRare: @Sendable (Double) -> Double)] = [
            ("denser from 0.5 to 0.7", { score, _ in score }, { (0.5..<0.7).contains($0) ? 0 : 1 }),
            (
                "denser from 0.5 to 0.7, a step", { score, _ in score < 0.6 ? 0.05 : 0.9 },
                { (0.5..<0.7).contains($0) ? 0 : 1 }
            ),
            ("half of them rarely drawn", { score, isRare in isRare ? score / 2 : score }, { _ in 0.5 }),
            ("all of the kind rarely drawn", { score, isRare in isRare ? 0.1 + 0.1 * score : 0 }, { _ in 0.5 }),
            ("none of the kind rarely drawn", { score, isRare in isRare ? 0 : 0.2 + 0.3 * score }, { _ in 0.8 }),
        ]

    @Test(arguments: 0..<5, [40, 150])
    func `it holds the share at a score where labels were drawn at different rates`(_ design: Int, _ labels: Int) throws
    {
        let (name, share, isRare) = Self.designs[design]
        let (runs, weight) = (Simulation.runs(150), 6.0)
        for place in [0.3, 0.6, 0.9] {
            let truth = isRare(place) * share(place, true) + (1 - isRare(place)) * share(place, false)
            var held = 0
            for seed in 0..<UInt64(runs) {
                var random = SeededGenerator(seed: 9_000 + seed)
                var (scores, answers, weights) = ([Double](), [Bool](), [Double]())
                while scores.count < labels {
                    let score = Double.random(in: 0...1, using: &random)
                    let rare = Double.random(in: 0..<1, using: &random) < isRare(score)
                    guard !rare || Double.random(in: 0..<1, using: &random) < 1 / weight else { continue }
                    scores.append(score)
                    answers.append(Double.random(in: 0..<1, using: &random) < share(score, rare))
                    weights.append(rare ? weight : 1)
                }
                let band = try MonotoneBand(scores: scores, isPositive: answers, weights: weights, alpha: 0.1)
                if band.interval(at: place).contains(truth) { held += 1 }
            }
            let setting = "\(name), \(labels) labels, at \(place)"
            let finding = Simulation.Finding(held: held, of: runs, promised: 0.9)
            #expect(
                Simulation.note("reliability band, rates differ", setting, finding).isKept,
                "\(setting): \(finding)"
            )
        }
    }

    @Test func `vectors of the band`() throws {
        let vector = try Vector("monotone_band")
        let alpha = try vector.inputs.double("alpha")
        for (input, expected) in zip(try vector.inputs.cases(), try vector.expected.cases()) {
            let band = try MonotoneBand(
                scores: input.doubles("scores"),
                isPositive: input.value("answers"),
                weights: input.doubles("weights"),
                alpha: alpha
            )
            #expect(band.window == (try expected.int("window")))
            let ends: [[Double]] = try expected.value("intervals")
            for (place, ends) in zip(try input.doubles("places"), ends) {
                let interval = band.interval(at: place)
                #expect(isNear(interval.lower, ends[0]) && isNear(interval.upper, ends[1]), "at \(place)")
            }
        }
    }

    @Test func `it is Clopper-Pearson of the labels on either side`() throws {
        let scores = (0..<27).map(Double.init)
        let answers = scores.map { Int($0) % 3 == 0 }
        let band = try MonotoneBand(scores: scores, isPositive: answers, alpha: 0.05)
        #expect(band.window == 9)
        let interval = band.interval(at: 13)
        #expect(isNear(interval.lower, try Proportion(3, of: 9).clopperPearson(alpha: 0.05).lower))
        #expect(isNear(interval.upper, try Proportion(3, of: 9).clopperPearson(alpha: 0.05).upper))
        // Nothing lies below the lowest score, or above the highest.
        #expect(band.interval(at: -1).lower == 0 && band.interval(at: 30).upper == 1)
    }

    @Test func `equal weights change nothing, and uneven ones widen it`() throws {
        let scores = (0..<64).map(Double.init)
        let answers = scores.map { Int($0 * 7) % 5 < 2 }
        let plain = try MonotoneBand(scores: scores, isPositive: answers, alpha: 0.05).interval(at: 30)
        let even = [Double](repeating: 3, count: 64)
        let alike = try MonotoneBand(scores: scores, isPositive: answers, weights: even, alpha: 0.05).interval(at: 30)
        #expect(isNear(alike.lower, plain.lower) && isNear(alike.upper, plain.upper))
        let uneven = answers.map { _ in 1.0 }.enumerated().map { $0.offset % 4 == 0 ? 40 : $0.element }
        let wide = try MonotoneBand(scores: scores, isPositive: answers, weights: uneven, alpha: 0.05).interval(at: 30)
        #expect(wide.width > plain.width)
        #expect(try MonotoneBand(scores: scores, isPositive: answers, weights: even, alpha: 0.05).isExact)
        #expect(try !MonotoneBand(scores: scores, isPositive: answers, weights: uneven, alpha: 0.05).isExact)
    }

    @Test func `what cannot be`() {
        #expect(throws: AuditError.self) { try MonotoneBand(scores: [], isPositive: [], alpha: 0.05) }
        #expect(throws: AuditError.self) { try MonotoneBand(scores: [1], isPositive: [true], alpha: 1) }
        #expect(throws: AuditError.self) { try MonotoneBand(scores: [1], isPositive: [true], weights: [0], alpha: 0.1) }
    }
}
