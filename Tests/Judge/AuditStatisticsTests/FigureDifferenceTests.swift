import AuditStatistics
import Testing

@Suite struct FigureDifferenceTests {
    private func figure(_ proportion: Proportion, alpha: Double) throws -> Figure {
        .estimate(
            Estimate(
                value: try #require(proportion.value),
                interval: try proportion.wilson(alpha: alpha),
                level: 1 - alpha,
                method: .wilson,
                labels: proportion.trials,
                population: AuditPopulation(.round)
            )
        )
    }

    @Test(arguments: [(56, 70, 48, 80), (9, 10, 3, 10), (10, 10, 0, 20), (0, 30, 0, 40)])
    func `of two Wilson intervals it is Newcombe's`(_ x: Int, _ n: Int, _ y: Int, _ m: Int) throws {
        let before = try Proportion(x, of: n)
        let after = try Proportion(y, of: m)
        let expected = try #require(try ShareDifference(before: before, after: after).newcombe(alpha: 0.05))
        let found = try #require(
            FigureDifference(from: try figure(before, alpha: 0.05), to: try figure(after, alpha: 0.05)).figure.estimate
        )
        #expect(abs(found.interval.lower - expected.lower) < 1e-12)
        #expect(abs(found.interval.upper - expected.upper) < 1e-12)
        #expect(found.labels == n + m && found.level == 0.95 && found.method == .zouDonner)
    }

    @Test func `it lacks what either lacks`() throws {
        let known = try figure(try Proportion(3, of: 20), alpha: 0.05)
        #expect(FigureDifference(from: .missing(labels: 7), to: known).figure == .missing(labels: 7))
        #expect(FigureDifference(from: known, to: .missing(labels: 4)).figure == .missing(labels: 4))
        #expect(FigureDifference(from: .noItems, to: known).figure == .noItems)
    }
}
