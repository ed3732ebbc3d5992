import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Which labels count for what: rounds with a known truth, and people who look at things again, delete rows, or judge copies.
struct LabelSimulationTests {
    private static func accepted(_ round: AuditedRound) throws -> BucketAudit {
        try AuditReport.buckets(of: round.judged, at: round.thresholds)[Int(Bucket.accepted.rawValue)]
    }

    private static func isWrong(_ item: UInt32, _ round: AuditedRound) -> Bool { round.truth[Int(item)] != .accepted }

    /// Who looks at the sample's mistakes again, or hunts near a line, or both.
    enum Habit: CaseIterable {
        case allMistakesAgain, halfOfTheMistakesAgain, allOfTheSampleAgain
        case huntBefore, huntAfter, huntBetween, mistakesRemovedAtOnce
    }

    /// Rounds whose mistakes lie near the line, as they do: the interval misses what is left with probability α at most.
    @Test(arguments: Habit.allCases, [0.05, 0.2])
    func `what is stated holds whatever is looked at again`(_ habit: Habit, _ errors: Double) throws {
        let runs = Simulation.runs(60)
        let held = try Self.held(habit, errors: errors, rounds: runs)
        let finding = Simulation.note(
            "the error that is stated of an export",
            "\(habit), \(errors)",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
    }

    private static func held(_ habit: Habit, errors: Double, rounds: Int) throws -> Int {
        var held = 0
        for seed in 0..<rounds {
            var round = AuditedRound(items: 500, errors: errors, seed: UInt64(9_000 + seed), nearLine: true)
            let order = round.queue(.accepted).items
            let near = order.filter { round.columns.scores(ofKnown: Int($0)).safety < 0.7 }
            func hunt(_ round: inout AuditedRound) {
                for item in near { round.label(item, queue: .hunt, isBlind: false) }
            }
            if habit == .huntBefore { hunt(&round) }
            for item in order.prefix(30) { round.label(item) }
            if habit == .huntBetween { hunt(&round) }
            for item in order.prefix(60).dropFirst(30) { round.label(item) }
            let mistakes = order.prefix(60).filter { Self.isWrong($0, round) }
            switch habit {
            case .allMistakesAgain: for item in mistakes { round.label(item, queue: .list, isBlind: false) }
            case .halfOfTheMistakesAgain:
                for item in mistakes.prefix(mistakes.count / 2) { round.label(item, queue: .list, isBlind: false) }
            case .allOfTheSampleAgain:
                for item in order.prefix(60) { round.label(item, queue: .list, isBlind: false) }
            case .huntAfter: hunt(&round)
            case .mistakesRemovedAtOnce:
                for item in mistakes { round.label(item, .unsafe, queue: .list, isBlind: false, seconds: nil) }
            case .huntBefore, .huntBetween: break
            }
            let stated = try Self.accepted(round).exported.errorRate.estimate
            if let stated, stated.interval.contains(round.wrongShare(exported: .accepted) ?? -1) { held += 1 }
        }
        return held
    }

    /// Why rows were deleted, which nobody tells.
    enum Deletion: CaseIterable {
        case mistakesFound, halfOfTheMistakesFound, someOfAllItems, allMistakesFoundByARule, rightOnes, theWholeSample
    }

    @Test(arguments: Deletion.allCases) func `figures hold whatever was deleted`(_ deletion: Deletion) throws {
        let runs = Simulation.runs(60)
        let held = try Self.held(deletion, rounds: runs)
        let finding = Simulation.note(
            "a bucket's error once rows were deleted",
            "\(deletion)",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
    }

    /// The rounds in which both figures of the bucket hold the share of wrong items that are left, or there are
    /// none.
    private static func held(_ deletion: Deletion, rounds: Int) throws -> Int {
        var held = 0
        for seed in 0..<rounds {
            var round = AuditedRound(items: 500, errors: 0.15, seed: UInt64(5_000 + seed))
            let sample = Array(round.queue(.accepted).items.prefix(60))
            for item in sample { round.label(item) }
            let mistakes = sample.filter { Self.isWrong($0, round) }
            let members = round.members(.accepted)
            let deleted: [UInt32] =
                switch deletion {
                case .mistakesFound: mistakes
                case .halfOfTheMistakesFound: Array(mistakes.prefix(mistakes.count / 2))
                case .someOfAllItems: members.filter { $0 % 2 == 0 }
                case .allMistakesFoundByARule: members.filter { Self.isWrong($0, round) }
                case .rightOnes: sample.filter { !Self.isWrong($0, round) }.suffix(20)
                case .theWholeSample: sample
                }
            let audit = try round.report(without: Set(deleted)).buckets[Int(Bucket.accepted.rawValue)]
            let left = Set(members).subtracting(deleted)
            let truth = Double(left.count { Self.isWrong($0, round) }) / Double(left.count)
            let figures = [audit.errorRate, audit.errorRateWhileLabelling].compactMap(\.estimate)
            if figures.allSatisfy({ $0.interval.contains(truth) }) { held += 1 }
        }
        return held
    }
}
