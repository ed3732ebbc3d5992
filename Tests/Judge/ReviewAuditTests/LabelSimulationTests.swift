import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Which labels count for what: rounds with a known truth, and people who look at things again, delete rows, or judge copies.
struct LabelSimulationTests {
    private static func accepted(_ round: AuditedRound) throws -> BucketAudit {
        try AuditReport.buckets(AuditSource(of: round.judged), at: round.thresholds)[Int(Bucket.accepted.rawValue)]
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

    /// Copies as real rounds have them, and what is wrong among distinct pairs.
    enum Copies: CaseIterable {
        case oneRightAnswerMostRows, eightAnswersAPrompt, oneWrongAnswerManyRows, none

        var contents: [(count: Int, isWrong: Bool)] {
            switch self {
            // 80 % of the rows are one right answer; of the distinct ones 1 in 5 is wrong.
            case .oneRightAnswerMostRows: [(1_200, false)] + (0..<299).map { (1, $0 % 5 == 0) }
            // The right ones come more often than the wrong ones.
            case .eightAnswersAPrompt: (0..<400).map { $0 % 9 == 0 ? (1, true) : (1 + $0 % 4, false) }
            case .oneWrongAnswerManyRows: [(300, true)] + (0..<700).map { (1, $0 % 20 == 0) }
            case .none: (0..<600).map { (1, $0 % 8 == 0) }
            }
        }
    }

    @Test(arguments: Copies.allCases, [60, 150])
    func `what is stated holds of the lines whatever copies there are`(_ copies: Copies, _ labels: Int) throws {
        let runs = Simulation.runs(40)
        var held = 0
        for seed in 0..<runs {
            var round = AuditedRound(copies: copies.contents, seed: UInt64(100 + seed))
            for item in round.queue(.accepted).items.prefix(labels) { round.label(item) }
            let audit = try Self.accepted(round)
            #expect(audit.size == copies.contents.count)
            let stated = try #require(audit.exported.errorRate.estimate)
            #expect(stated.labels == labels)
            if stated.interval.contains(round.wrongShare(exported: .accepted) ?? -1) { held += 1 }
        }
        let finding = Simulation.note(
            "the error that is stated of the lines of accepted.jsonl",
            "\(copies), \(labels) labels",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
    }

    /// A review that was begun when each copy had a number of its own: its labels stay, and what counts of them is a sample still.
    ///
    /// All contents whose own number lies before the place that the review had come to have a label, and no others end the sample;
    /// that place follows from the numbers alone, and not from which content has which. So the contents before it are a
    /// simple random sample. A content with many copies mostly has its label by a copy: were such labels to lengthen the
    /// sample, it would hold too many of them.
    @Test(arguments: Copies.allCases) func `a review of rows goes on as a sample of contents`(_ copies: Copies) throws {
        let runs = Simulation.runs(40)
        var (held, labels, most) = (0, 0, 0)
        for seed in 0..<runs {
            var round = AuditedRound(copies: copies.contents, seed: UInt64(700 + seed))
            let order = (0..<round.columns.count).map { item in
                (item: UInt32(item), number: EstimationQueue.number(of: item, round.keys, seed: round.seed))
            }.sorted { $0.number < $1.number }.prefix(120)
            var seen: Set<UInt64> = []
            var last = 0.0
            for drawn in order where seen.insert(round.keys.keys[Int(drawn.item)]).inserted {
                let draw = Verdict.Draw(seed: round.seed, number: drawn.number.value)
                round.label(drawn.item, draw: draw)
                last = drawn.number.value
            }
            let audit = try Self.accepted(round)
            labels += audit.sampled + audit.waiting
            most += seen.count
            // Those whose own turn had come count, and nothing waits for a copy's.
            let own = order.filter { round.keys.turn(of: Int($0.item)) == 0 && $0.number.value <= last }
            #expect(audit.sampled == own.count && audit.gapCount == 0)
            let figure = try #require(audit.errorRate.estimate)
            let wrong = Double(copies.contents.count { $0.isWrong }) / Double(copies.contents.count)
            if figure.interval.contains(wrong) { held += 1 }
        }
        #expect(labels <= most)
        let finding = Simulation.note(
            "a bucket's error by labels of rows",
            "\(copies)",
            .init(held: held, of: runs, promised: 0.95)
        )
        #expect(finding.isKept)
    }
}
