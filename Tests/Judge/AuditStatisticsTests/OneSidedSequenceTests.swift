import AuditStatistics
import TestSupport
import Testing

struct OneSidedSequenceTests {
    /// Labels with so many mistakes, all of them first, so that p never was lower than at the end.
    private static func labels(_ n: Int, _ x: Int) -> [Bool] { (0..<n).map { $0 < x } }

    private static func sequence(_ values: Vector.Values, population: Int?) throws -> OneSidedSequence {
        try OneSidedSequence(
            atMost: try #require(Double(try values.text("share"))),
            delta: 0.05,
            population: population,
            labels: labels(values.int("n"), values.int("x"))
        )
    }

    @Test(arguments: ["one_sided_p_finite", "one_sided_p_large"])
    func `p of a bucket is that of exact fractions`(_ id: String) throws {
        let vector = try Vector(id)
        for (values, expected) in zip(try vector.inputs.cases(), try vector.expected.doubles("p")) {
            let sequence = try Self.sequence(values, population: values.int("N"))
            #expect(isNear(sequence.pValue, expected), "\(values.entries)")
            #expect(sequence.smallestPValue == sequence.pValue)
        }
    }

    @Test func `p of a population of unknown size is that of numerical integration`() throws {
        let vector = try Vector("one_sided_p_endless")
        for (values, expected) in zip(try vector.inputs.cases(), try vector.expected.doubles("p")) {
            #expect(isNear(try Self.sequence(values, population: nil).pValue, expected), "\(values.entries)")
        }
    }

    @Test func `bounds are those of trying every number`() throws {
        let vector = try Vector("one_sided_bounds")
        for (values, expected) in zip(try vector.inputs.cases(), try vector.expected.ints("K")) {
            let size = try values.int("N")
            let found = try OneSidedSequence(
                atMost: 0.5,
                delta: values.double("delta"),
                population: size,
                labels: Self.labels(values.int("n"), values.int("x"))
            )
            #expect(isNear(found.upperBound, Double(expected) / Double(size)), "\(values.entries)")
        }
    }

    struct Population: Sendable, CustomTestStringConvertible {
        var size: Int
        var share: Double
        var delta: Double
        var testDescription: String { "\(size), at most \(share), δ \(delta)" }
    }

    /// Every label is looked at, so that whatever makes somebody stop is among it.
    @Test(arguments: [
        Population(size: 1, share: 0.5, delta: 0.2), Population(size: 7, share: 0.3, delta: 0.2),
        Population(size: 20, share: 0.05, delta: 0.3), Population(size: 30, share: 0.1, delta: 0.2),
        Population(size: 40, share: 0.25, delta: 0.05), Population(size: 60, share: 0.05, delta: 0.1),
        Population(size: 40, share: 0.9, delta: 0.4),
    ]) func `a larger share is ever shown with probability δ at most`(_ population: Population) throws {
        let size = population.size
        let first = Int((population.share * Double(size)).rounded(.down)) + 1
        // What is shown with n labels, x of them wrong.
        let shown = try (0...size).map { n in
            try (0...n).map { x in
                try OneSidedSequence(
                    atMost: population.share,
                    delta: population.delta,
                    population: size,
                    labels: Self.labels(n, x)
                ).isShown
            }
        }
        for wrong in first...size {
            let ever = Exact.ever(wrong, of: size, upTo: size) { n, x in shown[n][x] }
            #expect(ever <= population.delta + 1e-12, "\(wrong) wrong: \(ever)")
        }
        // A share that is small enough is shown in the end.
        #expect(abs(Exact.ever(first - 1, of: size, upTo: size) { n, x in shown[n][x] } - 1) < 1e-12)
    }

    @Test func `what was shown stays shown until more mistakes are found than can be`() throws {
        var sequence = try OneSidedSequence(atMost: 0.05, delta: 0.05, population: 1_000)
        #expect(sequence.pValue == 1 && sequence.more == 82 && sequence.upperBound == 1)
        for _ in 0..<81 { try sequence.take(isWrong: false) }
        #expect(!sequence.isShown && sequence.more == 1)
        try sequence.take(isWrong: false)
        #expect(sequence.shownAt == 82 && sequence.more == 0 && sequence.upperBound <= 0.05)
        let bound = sequence.upperBound
        for _ in 0..<50 { try sequence.take(isWrong: true) }
        #expect(sequence.isShown && sequence.shownAt == 82 && sequence.pValue == 1)
        #expect(sequence.upperBound == max(bound, 0.05))
        // The fifty-first of 1,000 is more than 5 %: the claim is false for certain.
        try sequence.take(isWrong: true)
        #expect(!sequence.isShown && sequence.more == nil && sequence.upperBound == 0.051)
    }

    /// The short ways against looking at every label, and the bound against every number that it could be.
    @Test(arguments: 0..<20) func `short ways find what looking at every label finds`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: 400 + seed)
        let size = Int.random(in: 10...120, using: &random)
        let share = [0.05, 0.1, 0.3].randomElement(using: &random) ?? 0.1
        let rate = Double.random(in: 0...(1.5 * share), using: &random)
        let labels = (0..<Int.random(in: 1...size, using: &random)).map { _ in
            Double.random(in: 0..<1, using: &random) < rate
        }
        let found = try OneSidedSequence(atMost: share, delta: 0.1, population: size, labels: labels)
        func p(_ share: Double, _ n: Int) throws -> Double {
            try OneSidedSequence(atMost: share, delta: 0.1, population: size, labels: labels.prefix(n)).pValue
        }
        let all = try (0...labels.count).map { try p(share, $0) }
        #expect(isNear(found.smallestPValue, try #require(all.min())))
        let isRefuted = Double(found.wrong) / Double(size) > share
        #expect(found.shownAt == (isRefuted ? nil : all.firstIndex { $0 <= 0.1 }))
        // A share between two numbers of items asks about the larger one.
        let open = try (1...size).last { count in
            try (0...labels.count).allSatisfy { try p((Double(count) - 0.5) / Double(size), $0) > 0.1 }
        }
        #expect(isNear(found.upperBound, Double(max(open ?? 0, found.wrong)) / Double(size)))
        #expect(found.isShown == (found.upperBound <= share))
        guard let more = found.more, more > 0 else { return }
        func isShown(after count: Int) throws -> Bool {
            let right = [Bool](repeating: false, count: count)
            return try OneSidedSequence(atMost: share, delta: 0.1, population: size, labels: labels + right).isShown
        }
        #expect(try isShown(after: more))
        #expect(try !isShown(after: more - 1))
    }

    @Test func `a thousand million items and ten thousand labels`() throws {
        let labels = (0..<10_000).map { $0 % 50 == 49 }
        let known = try OneSidedSequence(atMost: 0.05, delta: 0.05, population: 1 << 30, labels: labels)
        let endless = try OneSidedSequence(atMost: 0.05, delta: 0.05, population: nil, labels: labels)
        #expect(known.isShown && known.shownAt == endless.shownAt)
        #expect(isNear(known.upperBound, endless.upperBound, 1e-6))
        #expect(known.upperBound > 0.02 && known.upperBound < 0.025)
        #expect(isNear(known.smallestPValue, endless.smallestPValue, 1e-9))
    }

    @Test func `the certificate's p at any time is that of the sequence, and never above the two-sided one`() throws {
        for size in [30, 400, 5_000] {
            for n in stride(from: 0, through: min(size, 300), by: 7) {
                for x in 0...min(n, 12) {
                    let sample = try FiniteSample(population: size, checked: n, wrong: x)
                    for alpha in [0.02, 0.05, 0.3, 0.9] {
                        let one = try RiskPValue.hypergeometricAtAnyTime(sample, alpha: alpha)
                        let both = try RiskPValue.hypergeometricAtAnyTimeTwoSided(sample, alpha: alpha)
                        #expect(one <= both + 1e-12, "\(x) of \(n) of \(size), α \(alpha)")
                    }
                }
            }
        }
    }

    @Test func `a certificate that may be watched takes little more than half of the labels`() throws {
        /// The fewest labels with 0 to 3 mistakes.
        func labels(_ pValue: (FiniteSample) throws -> Double) throws -> [Int?] {
            try (0...3).map { wrong in
                try (wrong...400).first {
                    try pValue(FiniteSample(population: 1 << 30, checked: $0, wrong: wrong)) <= 0.05
                }
            }
        }
        #expect(try labels { try RiskPValue.hypergeometric($0, alpha: 0.05) } == [59, 93, 124, 153])
        let before = try labels { try RiskPValue.hypergeometricAtAnyTimeTwoSided($0, alpha: 0.05) }
        #expect(before == [158, 210, 254, 295])
        #expect(try labels { try RiskPValue.hypergeometricAtAnyTime($0, alpha: 0.05) } == [88, 134, 174, 210])
    }

    @Test func `a share of a whole number of items is not more than itself`() throws {
        // 0.29 × 99,105,900 rounds to less than 28,740,711, which is exactly that share.
        let sample = try FiniteSample(population: 99_105_900, checked: 5, wrong: 0)
        #expect(isNear(try RiskPValue.hypergeometric(sample, alpha: 0.29), 0.18042291, 6e-9))
    }

    @Test func `arguments that cannot be`() throws {
        #expect(throws: AuditError.notAProbability(.alpha, found: 1)) {
            try OneSidedSequence(atMost: 1, delta: 0.05, population: 10)
        }
        #expect(throws: AuditError.notAProbability(.delta, found: 0)) {
            try OneSidedSequence(atMost: 0.5, delta: 0, population: 10)
        }
        #expect(throws: AuditError.self) { try OneSidedSequence(atMost: 0.5, delta: 0.1, population: -1) }
        #expect(throws: AuditError.outOfRange(.checked, found: 3, allowed: 0...2)) {
            try OneSidedSequence(atMost: 0.5, delta: 0.1, population: 2, labels: [false, false, false])
        }
        let empty = try OneSidedSequence(atMost: 0.5, delta: 0.1, population: 0)
        #expect(!empty.isShown && empty.more == nil && empty.upperBound == 1)
    }
}
