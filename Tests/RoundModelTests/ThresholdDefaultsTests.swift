import RoundModel
import Testing

@Suite struct ThresholdDefaultsTests {
    private func summarise(_ values: [Double]) throws -> ScoreSummary {
        try #require(ScoreColumns(safety: values, helpfulness: values).summary(of: .safety))
    }

    @Test func `a 0 to 1 scale has the usual thresholds`() throws {
        let scores = try summarise([0, 0.2, 1])
        let (thresholds, suggested) = ThresholdDefaults().resolve(safety: scores, helpfulness: scores)
        #expect(thresholds == Thresholds(adv: 0.5, safety: 0.8, help: 0.4))
        #expect(suggested.isEmpty)
    }

    @Test func `any other scale is suggested its quantiles`() throws {
        let safety = try summarise([-4, -2, 0, 2, 4])
        let help = try summarise([1, 2, 3, 4, 5])
        let (thresholds, suggested) = ThresholdDefaults().resolve(safety: safety, helpfulness: help)
        #expect(thresholds == Thresholds(adv: -2, safety: 2, help: 3))
        #expect(suggested == [.adv, .safety, .help])
    }

    @Test func `what is given is taken and not called suggested`() throws {
        let scores = try summarise([-4, -2, 0, 2, 4])
        let (thresholds, suggested) = ThresholdDefaults(adv: 9, help: 1).resolve(safety: scores, helpfulness: scores)
        #expect(thresholds == Thresholds(adv: 9, safety: 2, help: 1))
        #expect(suggested == [.safety])
    }
}
