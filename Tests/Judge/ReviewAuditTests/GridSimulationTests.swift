import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Rounds with a known truth that lie elsewhere, and people who judge what was drawn of them.
struct GridSimulationTests {
    @Test(arguments: [(0.1, true), (0.1, false), (0.02, true)])
    func `the rates of the whole round hold the truth`(_ errors: (share: Double, nearLine: Bool)) throws {
        let runs = Simulation.runs(40)
        var held = [0, 0]
        for seed in 0..<runs {
            var round = AuditedRound(
                items: 600,
                errors: errors.share,
                seed: UInt64(90_000 + seed),
                nearLine: errors.nearLine
            )
            let drawn = DrawnRound(round)
            let queue = drawn.queue(.accepted, at: round.thresholds, seed: round.seed)
            let labels = min(40, queue.items.count)
            round.take(
                .certificate(SamplePlan(.accepted, at: round.thresholds, seed: round.seed, labels: labels).text)
            )
            for (item, number) in zip(queue.items, queue.numbers).prefix(labels) {
                round.label(drawn.kept[Int(item)], draw: Verdict.Draw(seed: round.seed, number: number))
            }
            let audit = try drawn.report(round, at: round.thresholds).buckets[Int(Bucket.accepted.rawValue)]
            let members = round.members(.accepted)
            let wrong = Double(members.count { round.truth[Int($0)] != .accepted }) / Double(members.count)
            if try #require(audit.errorRate.estimate).interval.contains(wrong) { held[0] += 1 }
            if try #require(audit.errorRateWhileLabelling.estimate).interval.contains(wrong) { held[1] += 1 }
        }
        for (name, count) in zip(["on a grid, by the planned number", "on a grid, at any time"], held) {
            let setting = "\(errors.share)\(errors.nearLine ? " near the line" : "")"
            let finding = Simulation.Finding(held: count, of: runs, promised: 0.95)
            #expect(Simulation.note(name, setting, finding).isKept, "\(name): \(finding)")
        }
    }
}
