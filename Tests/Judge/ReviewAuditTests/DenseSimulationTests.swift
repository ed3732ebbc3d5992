import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Rounds with a known truth, and people who judge a sample that is drawn more densely near the lines.
struct DenseSimulationTests {
    /// What else is done to the round.
    enum Habit: CaseIterable {
        case nothing, huntBefore, mistakesRemovedAtOnce, copies
    }

    /// Where mistakes gather near the line, where they lie evenly, and where there are few.
    @Test(arguments: Habit.allCases, [(0.1, true), (0.1, false), (0.02, true)])
    func `the rates hold the truth`(_ habit: Habit, _ errors: (share: Double, nearLine: Bool)) throws {
        let runs = Simulation.runs(30)
        var held = [0, 0, 0]
        for seed in 0..<runs {
            var round = AuditedRound(
                items: 500,
                errors: errors.share,
                seed: UInt64(70_000 + seed),
                contents: habit == .copies ? 400 : nil,
                nearLine: errors.nearLine
            )
            let queue = round.denseQueue()
            if habit == .huntBefore {
                for item in queue.items where round.columns.scores(ofKnown: Int(item)).safety < 0.63 {
                    round.label(item, queue: .hunt, isBlind: false)
                }
            }
            round.labelDensely(70)
            if habit == .mistakesRemovedAtOnce {
                let found = queue.items.prefix(70).filter { round.truth[Int($0)] != .accepted }
                for item in found { round.label(item, queue: .list, isBlind: false, seconds: nil) }
            }
            let audit = try AuditReport.buckets(AuditSource(of: round.judged), at: round.thresholds)[
                Int(Bucket.accepted.rawValue)
            ]
            let wrong = Double(queue.items.count { round.truth[Int($0)] != .accepted }) / Double(queue.size)
            if try #require(audit.errorRate.estimate).interval.contains(wrong) { held[0] += 1 }
            if try #require(audit.errorRateWhileLabelling.estimate).interval.contains(wrong) { held[1] += 1 }
            // Copies of these rounds have truths of their own, so what is exported of several buckets has none.
            guard habit != .copies else { continue }
            let left = try #require(round.wrongShare(exported: .accepted))
            if try #require(audit.exported.errorRate.estimate).interval.contains(left) { held[2] += 1 }
        }
        let names = ["denser near the lines, by the planned number", "denser, at any time", "denser, in the export"]
        let setting = "\(habit), \(errors.share)\(errors.nearLine ? " near the line" : "")"
        for (name, count) in zip(names, held) where habit != .copies || name != names[2] {
            let finding = Simulation.Finding(held: count, of: runs, promised: 0.95)
            #expect(Simulation.note(name, setting, finding).isKept, "\(name): \(finding)")
        }
    }
}
