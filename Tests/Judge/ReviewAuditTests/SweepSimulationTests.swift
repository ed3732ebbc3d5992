import AuditStatistics
import RoundModel
import TestSupport
import Testing

@testable import ReviewAudit

struct SweepSimulationTests {
    @Test(arguments: ThresholdName.allCases)
    func `a sweep's bands hold the truth at all values at once`(_ name: ThresholdName) throws {
        let runs = Simulation.runs(50)
        var held = (precision: 0, recall: 0)
        for seed in 0..<UInt64(runs) {
            let round = SweptRound.labelled(items: 600, errors: 0.25, labels: 60, seed: seed)
            let sample = SweptRound.sample(round)
            let sweep = try ThresholdSweep(
                name,
                from: sample,
                among: try SweptRound.scores(round, name),
                at: round.thresholds,
                alpha: 0.2
            )
            var isHeld = (precision: true, recall: true)
            for point in sweep.points {
                let (_, precision, recall) = SweptRound.truth(round, sweep, point.value)
                if let precision, let found = point.precision.estimate, !found.interval.contains(precision) {
                    isHeld.precision = false
                }
                if let recall, let found = point.recall.estimate, !found.interval.contains(recall) {
                    isHeld.recall = false
                }
            }
            if isHeld.precision { held.precision += 1 }
            if isHeld.recall { held.recall += 1 }
        }
        let setting = "\(name.title) swept, 60 labels a bucket"
        for (figure, held) in [("precision band", held.precision), ("recall band", held.recall)] {
            let finding = Simulation.Finding(held: held, of: runs, promised: 0.8)
            #expect(Simulation.note(figure, setting, finding).isKept, "\(figure): \(finding)")
        }
    }
}
