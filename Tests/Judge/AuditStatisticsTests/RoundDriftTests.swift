import AuditStatistics
import Testing

struct RoundDriftTests {
    @Test func `one round against the next`() throws {
        let vector = try Vector("drift_two_rounds")
        let drift = RoundDrift(
            from: try SortedSample(vector.inputs.doubles("round1")),
            to: try SortedSample(vector.inputs.doubles("round2"))
        )
        let expected = vector.expected
        #expect(isNear(drift.kolmogorovSmirnov.distance, try expected.double("ks_D")))
        #expect(drift.kolmogorovSmirnov.location == (try expected.double("ks_location")))
        #expect(isNear(drift.exactPValue, try expected.double("ks_p_exact")))
        #expect(isNear(drift.approximatePValue, try expected.double("ks_p_asymp")))
        #expect(isNear(drift.wasserstein, try expected.double("wasserstein1")))
        let shifts = try expected.inner("quantile_shift")
        for fraction in [0.1, 0.25, 0.5, 0.75, 0.9] {
            #expect(isNear(drift.quantileShift(fraction), try shifts.double("\(fraction)")), "\(fraction)")
        }
        let stability = try PopulationStability(drift, bins: vector.inputs.int("psi_bins"))
        #expect(isNear(stability.edges, try expected.doubles("psi_edges")))
        #expect(stability.before == (try expected.ints("psi_counts_ref")))
        #expect(stability.after == (try expected.ints("psi_counts_new")))
        #expect(isNear(stability.index, try expected.double("psi_add_half")))
        #expect(isNear(stability.plainIndex, try expected.double("psi_raw")))
        #expect(isNear(try stability.limit(alpha: 0.05), try expected.double("psi_null_95pct")))
        #expect(isNear(stability.jensenShannon, try expected.double("js_nats")))
        let share = try drift.shareBelow(vector.inputs.double("theta"))
        #expect(isNear([share.before.value, share.after.value].compactMap { $0 }, try expected.doubles("share_below")))
        let newcombe = try #require(try share.newcombe(alpha: 0.05))
        #expect(isNear([newcombe.lower, newcombe.upper], try expected.doubles("share_diff_newcombe")))
        #expect(isNear(share.z, try expected.double("two_prop_z")))
    }

    @Test func `a round against itself, and against one of a single value`() throws {
        let sample = try SortedSample([3, 1, 2, 2])
        let same = RoundDrift(from: sample, to: sample)
        #expect(same.kolmogorovSmirnov.distance == 0 && same.wasserstein == 0)
        #expect(same.exactPValue == 1 && isNear(same.approximatePValue, 1))
        let apart = RoundDrift(from: try SortedSample([0]), to: try SortedSample([5]))
        #expect(apart.kolmogorovSmirnov == (1, 0) && apart.wasserstein == 5)
        let stability = try PopulationStability(apart, bins: 2)
        // All values of both rounds lie at the edge or above: one bin is empty, and nothing changed.
        #expect(stability.plainIndex == nil && stability.index == 0)
        let down = RoundDrift(from: try SortedSample([5]), to: try SortedSample([0]))
        #expect(try PopulationStability(down, bins: 2).index > 0)
        #expect(throws: AuditError.empty(.scores)) { try SortedSample([]) }
        #expect(throws: AuditError.notFinite(.scores)) { try SortedSample([1, .nan]) }
        #expect(throws: AuditError.self) { try PopulationStability(apart, bins: 1) }
        let nothing = ShareDifference(before: try Proportion(0, of: 0), after: try Proportion(1, of: 2))
        #expect(nothing.value == nil && nothing.z == nil)
        #expect(try nothing.estimate(alpha: 0.05, of: .round) == .noItems)
    }

    @Test func `scores that often repeat are compared by how often they do`() throws {
        let vector = try Vector("weighted_drift")
        func sides(_ key: String) throws -> (counted: SortedSample, spelled: SortedSample) {
            let parts = try vector.inputs.value(key, as: [[Double]].self)
            let counts = parts[1].map { Int($0) }
            let all = zip(parts[0], counts).flatMap { [Double](repeating: $0, count: $1) }
            return (try SortedSample(parts[0], counts: counts), try SortedSample(all.reversed()))
        }
        let (before, after) = (try sides("before"), try sides("after"))
        #expect(before.counted == before.spelled && before.counted.count == 23)
        let drift = RoundDrift(from: before.counted, to: after.counted)
        #expect(isNear(drift.kolmogorovSmirnov.distance, try vector.expected.double("ks")))
        #expect(isNear(drift.wasserstein, try vector.expected.double("wasserstein")))
        #expect(isNear(drift.wassersteinOverSpread, try vector.expected.double("over_spread")))
        let quantiles = [0, 0.1, 0.33, 0.5, 0.9, 1].map { before.counted.quantile($0) }
        #expect(isNear(quantiles, try vector.expected.doubles("quantiles")))
        #expect(before.counted.below(0) == 3 && before.counted.upTo(0) == 13 && before.counted.below(-2) == 0)
        let flat = try SortedSample([4], counts: [7])
        #expect(RoundDrift(from: flat, to: before.counted).wassersteinOverSpread == nil)
        #expect(throws: AuditError.self) { try SortedSample([1, 1], counts: [1, 1]) }
        #expect(throws: AuditError.self) { try SortedSample([1, 2], counts: [1, 0]) }
    }

    @Test func `large rounds have an approximate p-value too`() throws {
        let before = try SortedSample((0..<20_000).map { Double($0) })
        let after = try SortedSample((0..<20_000).map { Double($0) + 300.5 })
        let drift = RoundDrift(from: before, to: after)
        #expect(drift.exactPValue == nil)
        // D = 301/20,000; 2 exp(-2 · 10,000 · D²) and what the next term takes off.
        #expect(isNear(drift.approximatePValue, 0.0216, 0.0005))
    }
}
