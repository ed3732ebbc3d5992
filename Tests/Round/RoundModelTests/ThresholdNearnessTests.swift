import RoundModel
import Testing

@Suite struct ThresholdNearnessTests {
    private let theta = Thresholds(adv: 0.5, safety: 0.75, help: 0.25)

    @Test(arguments: [
        (0.5, 9.0, true), (0.25, 9, false), (0.625, 9, true), (0.375, -9, true), (0.75, 9, true), (0.75, 0.125, true),
        // Whatever its safety score were, it would not be accepted.
        (0.875, -9, false), (0.875, 0, false), (0.875, 0.125, true),
        // Above θ safety, the helpfulness score decides.
        (2, 0.25, true), (2, 0.375, true), (2, 0.5, false), (2, 0, false),
    ])
    func `a score is near to a line that matters for it`(safety: Double, help: Double, isNear: Bool) {
        #expect(theta.areNear(Scores(safety: safety, helpfulness: help), within: 0.125) == isNear)
    }

    @Test func `a margin of nothing is the line itself`() {
        #expect(theta.areNear(Scores(safety: 0.5, helpfulness: 0), within: 0))
        #expect(!theta.areNear(Scores(safety: 0.5.nextUp, helpfulness: 0), within: 0))
    }
}
