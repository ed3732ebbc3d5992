import AuditStatistics
import RoundModel
import Testing

struct FiniteSampleTests {
    @Test(arguments: ["hypergeom_ci_3_200_1000", "hypergeom_ci_0_59_100"])
    func `wrong items of a bucket`(_ id: String) throws {
        let vector = try Vector(id)
        let (size, n, x) = (try vector.inputs.int("N"), try vector.inputs.int("n"), try vector.inputs.int("x"))
        let alpha = try vector.inputs.double("alpha")
        let counts = try FiniteSample(population: size, checked: n, wrong: x).inversion(alpha: alpha)
        #expect(counts == CountInterval(lower: try vector.expected.int("K_lo"), upper: try vector.expected.int("K_hi")))
        let figure = try BucketCheck(AuditPopulation(.bucket(.accepted), size: size), checked: n, wrong: x)
            .errorRate(alpha: alpha, .done)
        let estimate = try #require(figure.estimate)
        #expect(isNear(estimate.interval.lower, try vector.expected.double("p_lo")))
        #expect(isNear(estimate.interval.upper, try vector.expected.double("p_hi")))
        #expect(isNear(estimate.value * Double(size), try vector.expected.double("est_total")))
        #expect(estimate.labels == n && estimate.method == .hypergeometric && estimate.level == 0.95)
        #expect(estimate.population == AuditPopulation(.bucket(.accepted), size: size))
    }

    @Test func `wrong items that may be watched`() throws {
        let vector = try Vector("conf_sequence_wor_3_200_1000")
        let (size, n, x) = (try vector.inputs.int("N"), try vector.inputs.int("n"), try vector.inputs.int("x"))
        let sample = try FiniteSample(population: size, checked: n, wrong: x)
        let counts = try sample.confidenceSequence(alpha: vector.inputs.double("alpha"))
        #expect(counts == CountInterval(lower: try vector.expected.int("K_lo"), upper: try vector.expected.int("K_hi")))
    }

    @Test func `both searches find what trying every number finds`() throws {
        for size in [1, 2, 7, 23] {
            for n in 0...size {
                for x in 0...n {
                    let sample = try FiniteSample(population: size, checked: n, wrong: x)
                    let possible = Array(x...(size - n + x))
                    func sum(_ wrong: Int, _ range: ClosedRange<Int>) -> Double {
                        range.reduce(0) { $0 + Exact.draw($1, n, wrong, size) }
                    }
                    // The last bits differ; no probability lies so near to a tail.
                    let inside = possible.filter { sum($0, x...n) > 0.1 / 2 && sum($0, 0...x) > 0.1 / 2 }
                    let found = try sample.inversion(alpha: 0.1)
                    #expect(found.lower == inside.first && found.upper == inside.last, "\(x) of \(n) of \(size)")
                    let watched = possible.filter { Double(n + 1) * Exact.draw(x, n, $0, size) > 0.1 }
                    let sequence = try sample.confidenceSequence(alpha: 0.1)
                    #expect(
                        sequence.lower == watched.first && sequence.upper == watched.last,
                        "\(x) of \(n) of \(size)"
                    )
                    let upper = possible.last { sum($0, 0...x) > 0.1 }
                    #expect(try sample.upperBound(alpha: 0.1) == upper)
                    let lower = possible.first { sum($0, x...n) > 0.1 }
                    #expect(try sample.lowerBound(alpha: 0.1) == lower)
                }
            }
        }
    }

    @Test func `fifty million items and a hundred thousand labels`() throws {
        let sample = try FiniteSample(population: 50_000_000, checked: 100_000, wrong: 1000)
        let share = try Proportion(1000, of: 100_000)
        let exact = try share.clopperPearson(alpha: 0.05)
        let found = try sample.inversion(alpha: 0.05).shares(of: 50_000_000)
        // Slightly inside of what an endless population leaves open.
        #expect(found.lower >= exact.lower && found.lower < exact.lower * 1.001)
        #expect(found.upper <= exact.upper && found.upper > exact.upper * 0.999)
        let watched = try sample.confidenceSequence(alpha: 0.05).shares(of: 50_000_000)
        let endless = try share.confidenceSequence(alpha: 0.05)
        #expect(isNear([watched.lower, watched.upper], [endless.lower, endless.upper], 1e-5))
    }

    @Test func `all checked leaves nothing open`() throws {
        for (size, wrong) in [(1, 0), (1, 1), (400, 37)] {
            let sample = try FiniteSample(population: size, checked: size, wrong: wrong)
            let point = CountInterval(lower: wrong, upper: wrong)
            #expect(try sample.inversion(alpha: 0.05) == point)
            #expect(try sample.confidenceSequence(alpha: 0.05) == point)
            let check = try BucketCheck(AuditPopulation(.bucket(.discarded), size: size), checked: size, wrong: wrong)
            #expect(try check.errorRate(alpha: 0.05, .labelling).estimate?.method == .census)
        }
    }

    @Test func `an empty bucket, no label, only unsure ones`() throws {
        let empty = try BucketCheck(AuditPopulation(.bucket(.accepted), size: 0), checked: 0, wrong: 0)
        #expect(try empty.errorRate(alpha: 0.05, .done) == .noItems)
        let unseen = try BucketCheck(AuditPopulation(.bucket(.accepted), size: 10), checked: 0, wrong: 0)
        #expect(try unseen.errorRate(alpha: 0.05, .done) == .missing(labels: 1))
        let unsure = try BucketCheck(AuditPopulation(.bucket(.accepted), size: 10), checked: 3, wrong: 0, unsure: 3)
        #expect(try unsure.errorRate(alpha: 0.05, .done) == .missing(labels: 1))
    }

    @Test func `unsure answers widen the interval on both sides and count as wrong in the value`() throws {
        let population = AuditPopulation(.bucket(.accepted), size: 1000)
        func rate(_ wrong: Int, _ unsure: Int) throws -> Estimate {
            try #require(
                try BucketCheck(population, checked: 200, wrong: wrong, unsure: unsure).errorRate(alpha: 0.05, .done)
                    .estimate
            )
        }
        let (few, both, many) = (try rate(3, 0), try rate(3, 5), try rate(8, 0))
        #expect(both.interval == Interval(lower: few.interval.lower, upper: many.interval.upper))
        #expect(isNear(both.value, 8.0 / 200))
        #expect(both.unsure?.labels == 5)
        #expect(isNear(try #require(both.unsure?.valueWithout), 3.0 / 195))
        #expect(few.unsure == nil)
    }

    @Test func `arguments that cannot be`() {
        #expect(throws: AuditError.outOfRange(.checked, found: 11, allowed: 0...10)) {
            try FiniteSample(population: 10, checked: 11, wrong: 0)
        }
        #expect(throws: AuditError.outOfRange(.wrong, found: 6, allowed: 0...5)) {
            try FiniteSample(population: 10, checked: 5, wrong: 6)
        }
        #expect(throws: AuditError.self) { try FiniteSample(population: .max, checked: 5, wrong: 0) }
        #expect(throws: AuditError.self) { try FiniteSample(population: -1, checked: 0, wrong: 0) }
        #expect(throws: AuditError.notAProbability(.alpha, found: 1)) {
            try FiniteSample(population: 10, checked: 5, wrong: 1).inversion(alpha: 1)
        }
    }
}
