import AuditStatistics
import RoundModel
import TestSupport
import Testing

/// Samples of two strata, drawn at rates of their own, beside simple ones.
struct DensitySimulationTests {
    private static func width(_ strata: [FiniteSample]) throws -> Double {
        let check = try StrataCheck(strata)
        return try check.inversion(alpha: 0.05).shares(of: check.population).width
    }

    /// Labels that are needed for an interval as narrow as that of a simple sample, by simulation: what the planner says comes out.
    @Test(arguments: [
        (0.35, 0.01, 0.75), (0.2, 0.005, 0.8), (0.3, 0.03, 0.87), (0.1, 0.1, 1.9),
    ]) func `as many labels are needed as the planner says`(_ near: Double, _ far: Double, _ most: Double) throws {
        let plan = try DensityPlan(near: 400, far: 1_600, floor: 0.25)
        let shares = DensityPlan.Shares(near: near, far: far)
        let labels = try plan.labels(insteadOf: 200, shares, alpha: 0.05)
        #expect(Double(labels) <= most * 200)
        let back = try plan.simpleLabels(insteadOf: labels, shares, alpha: 0.05)
        #expect(abs(back - 200) <= 12)
        let runs = Simulation.runs(60)
        var random = SeededGenerator(seed: 81)
        let (wrongNear, wrongFar) = (Int((400 * near).rounded()), Int((1_600 * far).rounded()))
        var (dense, simple) = (0.0, 0.0)
        var held = 0
        for _ in 0..<runs {
            let (one, other) = (
                CoverageSimulationTests.bucket(400, wrong: wrongNear, &random),
                CoverageSimulationTests.bucket(1_600, wrong: wrongFar, &random)
            )
            let counts = plan.split(labels)
            let strata = [
                try FiniteSample(population: 400, checked: counts.near, wrong: one.prefix(counts.near).count { $0 }),
                try FiniteSample(population: 1_600, checked: counts.far, wrong: other.prefix(counts.far).count { $0 }),
            ]
            dense += try Self.width(strata)
            if try StrataCheck(strata).inversion(alpha: 0.05).contains(wrongNear + wrongFar) { held += 1 }
            let all = (one + other).shuffled(using: &random)
            simple += try Self.width([
                FiniteSample(population: 2_000, checked: 200, wrong: all.prefix(200).count { $0 })
            ])
        }
        let setting = "\(near) wrong near, \(far) elsewhere"
        Simulation.note(
            "labels drawn more densely near the lines for the width of 200",
            setting,
            .init(held: labels, of: 200, promised: 1)
        )
        let finding = Simulation.Finding(held: held, of: runs, promised: 0.95)
        #expect(Simulation.note("a rate by strata", setting, finding).isKept)
        #expect(abs(dense / simple - 1) < 0.06, "\(dense / simple)")
    }
}
