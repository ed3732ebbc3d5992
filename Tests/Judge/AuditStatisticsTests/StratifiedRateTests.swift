import AuditStatistics
import Testing

struct StratifiedRateTests {
    @Test func `a share over three strata`() throws {
        let vector = try Vector("stratified_mean")
        let (sizes, checked, wrong) = (
            try vector.inputs.ints("N_h"), try vector.inputs.ints("n_h"), try vector.inputs.ints("x_h")
        )
        let rate = try StratifiedRate(
            sizes.indices.map { try Stratum(size: sizes[$0], checked: checked[$0], wrong: wrong[$0]) }
        )
        let alpha = try vector.inputs.double("alpha")
        let expected = vector.expected
        #expect(isNear(rate.strata.map(\.share), try expected.doubles("p_h")))
        #expect(isNear(rate.weights, try expected.doubles("weights")))
        #expect(isNear(rate.value, try expected.double("p_strat")))
        #expect(isNear(rate.variance, try expected.double("var")))
        #expect(isNear(rate.standardError, try expected.double("se")))
        #expect(isNear(rate.effectiveLabels, try expected.double("n_eff")))
        for (name, interval) in [
            ("wald", try rate.linearised(alpha: alpha)), ("korn_graubard_cp", try rate.kornGraubard(alpha: alpha)),
            ("wilson_neff", try rate.wilson(alpha: alpha)),
            ("bonferroni_cp", try rate.bonferroniClopperPearson(alpha: alpha)),
        ] {
            #expect(isNear([interval.lower, interval.upper], try expected.doubles(name)), "\(name)")
        }
        #expect(isNear(rate.value * Double(rate.size), try expected.double("total")))
        #expect(isNear(rate.standardError * Double(rate.size), try expected.double("total_se")))
        let pooled = try Proportion(wrong.reduce(0, +), of: checked.reduce(0, +)).value
        #expect(isNear(pooled, try expected.double("naive_pooled")))
        #expect(try rate.estimate(alpha: alpha, of: .round).estimate?.method == .kornGraubard)
    }

    @Test func `a stratum without a mistake falls back to a bound that holds`() throws {
        let rate = try StratifiedRate([
            Stratum(size: 1000, checked: 50, wrong: 0), Stratum(size: 200, checked: 40, wrong: 7),
        ])
        let estimate = try #require(try rate.estimate(alpha: 0.05, of: .round).estimate)
        #expect(estimate.method == .bonferroniClopperPearson)
        #expect(estimate.interval.upper > 1000.0 / 1200 * 0.07)
        #expect(!rate.showsVariance)
    }

    @Test func `a stratum checked whole adds no doubt`() throws {
        let rate = try StratifiedRate([
            Stratum(size: 30, checked: 30, wrong: 30), Stratum(size: 500, checked: 500, wrong: 0),
        ])
        let estimate = try #require(try rate.estimate(alpha: 0.05, of: .round).estimate)
        #expect(estimate.method == .census && isNear(estimate.interval.width, 0) && isNear(estimate.value, 30.0 / 530))
    }

    @Test func `strata without labels say what is missing`() throws {
        let rate = try StratifiedRate([
            Stratum(size: 100, checked: 0, wrong: 0), Stratum(size: 0, checked: 0, wrong: 0),
            Stratum(size: 100, checked: 9, wrong: 2),
        ])
        #expect(try rate.estimate(alpha: 0.05, of: .round) == .missing(labels: 1))
        #expect(throws: AuditError.empty(.strata)) { try StratifiedRate([]) }
    }
}
