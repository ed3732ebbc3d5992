import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct HuntedStratumTests {
    @Test func `a hunt taken whole beside a sample of the rest`() throws {
        let vector = try Vector("certainty_stratum")
        let size = try vector.inputs.int("bucket_N")
        let (hunted, bad) = (try vector.inputs.int("hunted_n"), try vector.inputs.int("hunted_bad"))
        let (n, x) = (try vector.inputs.int("sample_n_from_rest"), try vector.inputs.int("sample_bad"))
        let bucket = try HuntedStratum(size: size, hunted: hunted, huntedWrong: bad, sampled: n, sampledWrong: x)
        #expect(isNear(bucket.wrongItems, try vector.expected.double("est_bad")))
        let counts = try bucket.wrongItems(alpha: 0.05, .done)
        #expect(counts == CountInterval(lower: try vector.expected.int("K_lo"), upper: try vector.expected.int("K_hi")))
        let estimate = try #require(
            try bucket.errorRate(alpha: 0.05, .done, of: .bucket(.accepted)).estimate
        )
        #expect(isNear(estimate.value, try vector.expected.double("est_rate")))
        #expect(
            isNear([estimate.interval.lower, estimate.interval.upper], try vector.expected.doubles("rate_ci"))
        )
        let pooled = try Proportion(bad + x, of: hunted + n).value
        #expect(isNear(pooled, try vector.expected.double("naive_pooled")))
    }

    @Test func `what is left after the mistakes found were taken out`() throws {
        let vector = try Vector("export_after_removing_found_bad")
        let export = try RemainingError(
            size: vector.inputs.int("N"),
            checked: vector.inputs.int("n"),
            wrong: vector.inputs.int("x")
        )
        let alpha = try vector.inputs.double("alpha")
        #expect(export.size == (try vector.expected.int("N_export")))
        let counts = try export.wrongItems(alpha: alpha, .done)
        #expect([counts.lower, counts.upper] == (try vector.expected.ints("bad_remaining")))
        let estimate = try #require(try export.errorRate(alpha: alpha, .done, of: .accepted).estimate)
        #expect(isNear([estimate.interval.lower, estimate.interval.upper], try vector.expected.doubles("rate")))
        #expect(estimate.population == AuditPopulation(.exported(.accepted), size: 997))
        #expect(estimate.interval.contains(estimate.value))
    }

    @Test func `hunted mistakes are taken out too, and items brought in are right`() throws {
        let checked = try HuntedStratum(size: 1000, hunted: 100, huntedWrong: 60, sampled: 200, sampledWrong: 0)
        let export = try RemainingError(checked, broughtIn: 10)
        #expect(export.removed.count == 60 && export.size == 950)
        #expect(try export.wrongItems(alpha: 0.05, .done).lower == 0)
        let all = try RemainingError(size: 5, checked: 5, wrong: 5)
        #expect(try all.errorRate(alpha: 0.05, .done, of: .accepted) == .noItems)
        let unseen = try RemainingError(size: 5, checked: 0, wrong: 0)
        #expect(try unseen.errorRate(alpha: 0.05, .done, of: .accepted) == .missing(labels: 1))
        let filled = try RemainingError(
            HuntedStratum(size: 0, hunted: 0, huntedWrong: 0, sampled: 0, sampledWrong: 0),
            broughtIn: 3
        )
        #expect(try filled.errorRate(alpha: 0.05, .done, of: .accepted).estimate?.value == 0)
    }

    @Test func `labels near the threshold exaggerate, and as a stratum of their own they do not`() throws {
        let vector = try Vector("active_bias")
        let step = 0.1
        let scores = (0...40).map { -2 + step * Double($0) }.filter { $0 > 1e-9 }
        let unsafe = scores.map { 1 / (1 + exp3($0)) }
        let near = scores.indices.filter { scores[$0] <= 0.5 + 1e-9 }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        let (truth, hunted) = (mean(unsafe), mean(near.map { unsafe[$0] }))
        #expect(isNear(truth, try vector.expected.double("true_error")))
        #expect(isNear(hunted, try vector.expected.double("expected_naive_if_only_near_theta")))
        #expect(isNear((hunted + truth) / 2, try vector.expected.double("expected_naive_half_half")))
        #expect(isNear(hunted / truth, try vector.expected.double("ratio")))

        // A bucket of 200 such items each; the near ones are hunted whole, the rest is sampled.
        var random = SeededGenerator(seed: 7)
        var (sum, pooled, count) = (0.0, 0.0, 0.0)
        for _ in 0..<200 {
            let items = scores.indices.flatMap { index in
                (0..<200).map { _ in
                    (near: index < near.count, wrong: Double.random(in: 0..<1, using: &random) < unsafe[index])
                }
            }
            let found = items.filter(\.near)
            let rest = items.filter { !$0.near }.shuffled(using: &random).prefix(300)
            let bucket = try HuntedStratum(
                size: items.count,
                hunted: found.count,
                huntedWrong: found.count { $0.wrong },
                sampled: rest.count,
                sampledWrong: rest.count { $0.wrong }
            )
            sum += try #require(bucket.wrongItems) / Double(items.count)
            pooled += Double(found.count { $0.wrong } + rest.count { $0.wrong }) / Double(found.count + rest.count)
            count += 1
        }
        #expect(abs(sum / count - truth) < truth * 0.1)
        #expect(pooled / count > truth * 2)
    }

    private func exp3(_ score: Double) -> Double {
        // e³⁽ˢ⁺¹⁾ without the C library: e³ to a power that is a multiple of one tenth.
        let tenth = 1.349_858_807_576_003
        return (0..<Int(((score + 1) * 10).rounded())).reduce(1) { result, _ in result * tenth }
    }
}
