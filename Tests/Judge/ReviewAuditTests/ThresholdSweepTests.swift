import AuditStatistics
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewAudit

@Suite struct ThresholdSweepTests {
    @Test(arguments: ThresholdName.allCases)
    func `a sample of everything gives the truth at every value`(_ name: ThresholdName) throws {
        let round = SweptRound.labelled(items: 300, errors: 0.2, labels: 300, seed: 11)
        let sweep = try ThresholdSweep(
            name,
            from: SweptRound.sample(round),
            among: try SweptRound.scores(round, name),
            at: round.thresholds,
            alpha: 0.05
        )
        #expect(sweep.points.contains { $0.value == round.thresholds[name] })
        #expect(sweep.points.map(\.value) == sweep.points.map(\.value).sorted())
        for point in sweep.points {
            let (size, precision, recall) = SweptRound.truth(round, sweep, point.value)
            #expect(point.size == size)
            #expect(point.precision.estimate.map(\.value) == nil || size > 0)
            if let precision, let estimate = point.precision.estimate {
                #expect(abs(estimate.value - precision) < 1e-9 && estimate.interval.width < 1e-9)
            }
            if let recall, let estimate = point.recall.estimate { #expect(abs(estimate.value - recall) < 1e-9) }
        }
    }

    @Test func `a value's precision and recall are those of the audit at it`() throws {
        let round = SweptRound.labelled(items: 4_000, errors: 0.15, labels: 80, seed: 12)
        let sample = SweptRound.sample(round)
        let sweep = try ThresholdSweep(
            .safety,
            from: sample,
            among: try SweptRound.scores(round, .safety),
            at: round.thresholds,
            alpha: 0.05
        )
        let population = Population(round.columns)
        for point in sweep.points {
            var theta = round.thresholds
            theta.safety = point.value
            let flows = population.tally(theta, baseline: round.thresholds).flows
            let audit = try SelectionAudit(.accepted, at: theta, from: sample, flows: flows, alpha: 0.05)
            if let one = point.precision.estimate, let other = audit.precision.estimate {
                #expect(abs(one.value - other.value) < 1e-9)
                #expect(one.interval.contains(one.value))
            }
            if let one = point.recall.estimate, let other = audit.recall.estimate {
                #expect(abs(one.value - other.value) < 1e-9)
            }
        }
    }

    @Test func `without verdicts there is no figure`() throws {
        let round = AuditedRound(items: 100, errors: 0, seed: 13)
        let sweep = try ThresholdSweep(
            .adv,
            from: SweptRound.sample(round),
            among: try SweptRound.scores(round, .adv),
            at: round.thresholds,
            alpha: 0.05
        )
        for point in sweep.points {
            #expect(point.precision.estimate == nil && point.recall.estimate == nil)
        }
    }
}
