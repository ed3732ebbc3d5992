import AuditStatistics
import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewAudit

@Suite struct ThresholdSweepTests {
    private func sample(_ round: AuditedRound) -> AuditLabels {
        AuditLabels(
            SampleLabels(round.record.items, items: SharedMap(round.items), seed: round.seed),
            in: round.columns,
            keys: round.keys,
            seed: round.seed,
            at: round.thresholds
        )
    }

    private func labelled(items: Int, errors: Double, labels: Int, seed: UInt64) -> AuditedRound {
        var round = AuditedRound(items: items, errors: errors, seed: seed)
        for bucket in Bucket.allCases { for item in round.queue(bucket).items.prefix(labels) { round.label(item) } }
        return round
    }

    /// The true precision and recall of a bucket at some thresholds, by looking at every item.
    private func truth(_ round: AuditedRound, _ sweep: ThresholdSweep, _ value: Double) -> (Int, Double?, Double?) {
        var theta = round.thresholds
        theta[sweep.name] = value
        var (taken, right, belong) = (0, 0, 0)
        for item in 0..<round.columns.count {
            let isTaken = theta.bucket(round.columns.scores(ofKnown: item), nil) == sweep.bucket
            let belongs = round.truth[item] == sweep.bucket
            if isTaken { taken += 1 }
            if isTaken, belongs { right += 1 }
            if belongs { belong += 1 }
        }
        return (
            taken, taken > 0 ? Double(right) / Double(taken) : nil, belong > 0 ? Double(right) / Double(belong) : nil
        )
    }

    @Test(arguments: ThresholdName.allCases)
    func `a sample of everything gives the truth at every value`(_ name: ThresholdName) throws {
        let round = labelled(items: 300, errors: 0.2, labels: 300, seed: 11)
        let sweep = try ThresholdSweep(name, from: sample(round), at: round.thresholds, alpha: 0.05)
        #expect(sweep.points.contains { $0.value == round.thresholds[name] })
        #expect(sweep.points.map(\.value) == sweep.points.map(\.value).sorted())
        for point in sweep.points {
            let (size, precision, recall) = truth(round, sweep, point.value)
            #expect(point.size == size)
            #expect(point.precision.estimate.map(\.value) == nil || size > 0)
            if let precision, let estimate = point.precision.estimate {
                #expect(abs(estimate.value - precision) < 1e-9 && estimate.interval.width < 1e-9)
            }
            if let recall, let estimate = point.recall.estimate { #expect(abs(estimate.value - recall) < 1e-9) }
        }
    }

    @Test func `a value's precision and recall are those of the audit at it`() throws {
        let round = labelled(items: 4_000, errors: 0.15, labels: 80, seed: 12)
        let sample = sample(round)
        let sweep = try ThresholdSweep(.safety, from: sample, at: round.thresholds, alpha: 0.05)
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

    /// Simulation, seeded: the share of rounds whose band misses the truth at any value at all.
    @Test func `the bands hold for all values at once`() throws {
        var (missed, rounds) = (0, 0)
        for seed in UInt64(100)..<150 {
            let round = labelled(items: 600, errors: 0.25, labels: 60, seed: seed)
            let sample = sample(round)
            for name in ThresholdName.allCases {
                let sweep = try ThresholdSweep(name, from: sample, at: round.thresholds, alpha: 0.2)
                rounds += 1
                let isHeld = sweep.points.allSatisfy { point in
                    let (_, precision, recall) = truth(round, sweep, point.value)
                    let held = precision.map { point.precision.estimate?.interval.contains($0) ?? true } ?? true
                    return held && (recall.map { point.recall.estimate?.interval.contains($0) ?? true } ?? true)
                }
                if !isHeld { missed += 1 }
            }
        }
        #expect(Double(missed) / Double(rounds) <= 0.2, "\(missed) of \(rounds) bands miss somewhere")
    }

    @Test func `without verdicts there is no figure`() throws {
        let round = AuditedRound(items: 100, errors: 0, seed: 13)
        let sweep = try ThresholdSweep(.adv, from: sample(round), at: round.thresholds, alpha: 0.05)
        for point in sweep.points {
            #expect(point.precision.estimate == nil && point.recall.estimate == nil)
        }
    }
}
