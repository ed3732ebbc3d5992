import AuditStatistics
import ReviewAudit
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Certificates of people who do with a review what they like, and whether they believe one that is broken: one that is certified,
/// that the export keeps to, and that the review's verdicts confirm.
struct CertificateHabitSimulationTests {
    /// What is done beside judging the sample.
    enum Habit: String, CaseIterable {
        case bringsInBefore = "items brought in at once before the plan"
        case bringsInAfter = "items brought in at once after the result"
        case takesOutAfter = "items taken out at once after the result"
        case movesAfter = "θ moved after the result"
        case movesBetweenLooks = "θ moved between looks"
        case stopsWhenCertified = "labels watched, stopped when certified"
        case changesVerdicts = "verdicts changed before and after the result"
        case makesPlans = "up to four plans, given up when they look bad"
        case readsSampleBefore = "the sample read and flagged in the list, then planned anew"

        /// Whether it breaks what was earned; the others try to get what is not.
        var breaks: Bool { [.bringsInBefore, .bringsInAfter, .takesOutAfter, .movesAfter].contains(self) }
        /// Whether the sample is tested after every verdict.
        var isWatched: Bool { self == .movesBetweenLooks || self == .stopsWhenCertified }
    }

    /// What is asked of a plan.
    enum Search: CaseIterable { case present, loosest }

    private static let alpha = 0.1
    private static let delta = 0.1

    @Test(arguments: Habit.allCases, Search.allCases) func `few wrong items are promised`(
        _ habit: Habit,
        _ search: Search
    ) throws {
        // Its sample is mostly of items that are not accepted.
        if search == .loosest, habit == .readsSampleBefore { return }
        let kind = search == .present ? "the present θ" : "the loosest θ"
        try Self.check(.fewWrong, habit, search, "error, \(kind): \(habit.rawValue)")
    }

    @Test(
        arguments: [TemptingRound.Promise.fewMissedIntoAccepted, .fewMissedPastAdv],
        Habit.allCases.filter { !$0.isWatched }
    ) func `few misses are promised`(_ promise: TemptingRound.Promise, _ habit: Habit) throws {
        let kind = promise == .fewMissedPastAdv ? "past θ adv" : "into the accepted set"
        try Self.check(promise, habit, .present, "misses, \(kind): \(habit.rawValue)")
    }

    private static func check(
        _ promise: TemptingRound.Promise,
        _ habit: Habit,
        _ search: Search,
        _ setting: String
    ) throws {
        let runs = Simulation.runs(20)
        var (plans, broken) = (0, 0)
        for seed in 0..<runs {
            var review = Reviewing(promise, habit, search, seed: UInt64(40_000 + seed))
            try review.work()
            plans += review.plans
            broken += review.broken
        }
        let finding = Simulation.note(
            "certificate, whatever reviewers do",
            setting,
            .init(held: plans - broken, of: plans, promised: 1 - delta)
        )
        #expect(finding.isKept, "\(broken) of \(plans) are broken and confirmed")
    }

    /// A review of a round by somebody with a habit.
    private struct Reviewing {
        let habit: Habit
        let search: Search
        var tempting: TemptingRound
        var random: SeededGenerator
        /// Plans that were begun.
        var plans = 0
        /// Those whose certificate is broken, though it is confirmed.
        var broken = 0

        init(_ promise: TemptingRound.Promise, _ habit: Habit, _ search: Search, seed: UInt64) {
            (self.habit, self.search) = (habit, search)
            tempting = TemptingRound(
                promise,
                alpha: CertificateHabitSimulationTests.alpha,
                isKept: habit.breaks,
                items: habit == .readsSampleBefore ? 1_500 : 600,
                seed: seed
            )
            random = SeededGenerator(seed: seed)
        }

        var wish: CertificateWish {
            CertificateWish(
                alpha: CertificateHabitSimulationTests.alpha,
                delta: CertificateHabitSimulationTests.delta,
                isPresent: search == .present,
                misses: tempting.promise.target,
                // Who reads reads much, and has all the more to choose from.
                labels: habit == .readsSampleBefore && tempting.promise == .fewWrong ? 110 : nil,
                isAtAnyTime: habit.isWatched
            )
        }

        mutating func work() throws {
            if habit == .bringsInBefore { tempting.round.labelAtOnce(tempting.items(.discarded), .helpful) }
            if habit == .makesPlans { return try makePlans() }
            var certified = try CertifiedRound(tempting.round, wish)
            if habit == .readsSampleBefore { certified = try read(certified) }
            plans = 1
            var theta: Set<Thresholds> = []
            if habit.isWatched {
                theta = try watch(&certified)
            } else {
                for place in certified.sample.items.indices.dropLast() { judge(place, &certified) }
                if habit == .changesVerdicts { correct(&certified) }
                judge(certified.sample.items.count - 1, &certified)
                if habit == .changesVerdicts { try turn(&certified) }
            }
            let passed = try certified.status().passed?.thresholds
            switch habit {
            case .bringsInAfter: certified.round.labelAtOnce(tempting.items(.discarded), .helpful)
            case .takesOutAfter:
                // Items that are right, or that are caught.
                let isError = tempting.promise == .fewWrong
                let items = tempting.items(isError ? .accepted : .adversarial).filter {
                    !isError || tempting.answer($0) == .helpful
                }
                certified.round.labelAtOnce(items, .notHelpful)
            case .movesAfter:
                guard var moved = passed else { break }
                moved.safety -= 0.2
                moved.adv -= 0.1
                theta.insert(moved)
            default: break
            }
            if let passed { theta.insert(passed) }
            if try theta.contains(where: { try isBelieved(certified, at: $0) }) { broken += 1 }
        }

        /// Whether an export at some thresholds breaks the promise and is the certified one by all that can be asked.
        func isBelieved(_ certified: CertifiedRound, at thresholds: Thresholds) throws -> Bool {
            let record = certified.round.record
            let judged = certified.round.judged
            let claim = CertificateClaim(try certified.status(), in: record)
            let coverage = ExportCoverage(of: judged, at: thresholds, misses: tempting.promise.target)
            guard claim.isExported(at: thresholds, coverage) else { return false }
            let check = claim.check(in: record)
            guard check.problems.isEmpty, claim.storyProblems(check).isEmpty, claim.changed == 0 else { return false }
            return tempting.isBroken(judged, at: thresholds)
        }

        private func judge(_ place: Int, _ certified: inout CertifiedRound, _ answer: Answer? = nil) {
            certified.label(place..<place + 1, answer ?? tempting.answer(certified.sample.items[place]))
        }

        /// Looks after every few labels, and stops when something is certified.
        ///
        /// - Returns: the thresholds that θ was moved to, at which something may be exported.
        private mutating func watch(_ certified: inout CertifiedRound) throws -> Set<Thresholds> {
            var theta: Set<Thresholds> = []
            for place in certified.sample.items.indices {
                judge(place, &certified)
                guard place % 8 == 7 else { continue }
                let status = try CertificateStatus(certified.sample, in: certified.round.judged)
                if status.passed != nil { break }
                guard habit == .movesBetweenLooks else { continue }
                // θ goes where what was seen looks good, and some of the bucket's sample is judged there.
                let seen = certified.sample.items.prefix(place + 1)
                let worst = seen.filter { tempting.answer($0) == .unsafe }.map {
                    certified.round.columns.scores(ofKnown: Int($0)).safety
                }
                var moved = certified.round.thresholds
                moved.safety = worst.max() ?? moved.safety - 0.05
                theta.insert(moved)
                for next in certified.sample.items.indices.dropFirst(place + 1).prefix(12).shuffled(using: &random)
                    .prefix(2)
                {
                    let item = certified.sample.items[next]
                    let draw = Verdict.Draw(seed: certified.plan.seed, number: certified.sample.numbers[next])
                    certified.round.label(item, tempting.answer(item), queue: .estimation(.accepted), draw: draw)
                }
            }
            return theta
        }

        /// Calls some right ones wrong rashly, and takes that back before the sample is judged.
        private mutating func correct(_ certified: inout CertifiedRound) {
            let places = certified.sample.items.indices.dropLast()
            for place in places where Int.random(in: 0..<10, using: &random) == 0 { judge(place, &certified, .unsafe) }
            for place in places { judge(place, &certified) }
        }

        /// Where nothing is certified calls all of it right, some after taking back what was said.
        private mutating func turn(_ certified: inout CertifiedRound) throws {
            guard try certified.status().passed == nil else { return }
            if Bool.random(using: &random) {
                while let next = certified.round.record.nextUndo(of: "ann") { certified.round.take(.undo(next.id)) }
            }
            for place in certified.sample.items.indices { judge(place, &certified, .helpful) }
        }

        /// Makes one plan after the other until one passes, and gives those up that begin badly.
        private mutating func makePlans() throws {
            for number in 1...4 {
                var next = wish
                // A search may follow a test, and the other way round.
                if tempting.promise == .fewWrong, number % 2 == 0 { next.isPresent.toggle() }
                var certified = try CertifiedRound(tempting.round, next)
                plans += 1
                var wrong = 0
                for place in certified.sample.items.indices {
                    judge(place, &certified)
                    wrong += tempting.answer(certified.sample.items[place]) == .unsafe ? 1 : 0
                    if tempting.promise == .fewWrong, place < 20, wrong > 3 { break }
                }
                tempting.round = certified.round
                guard let passed = try certified.status().passed else { continue }
                if try isBelieved(certified, at: passed.thresholds) { broken += 1 }
                return
            }
        }

        /// Reads what the plan would have judged, item by item in the list, and then plans for as many as happen to be right.
        private mutating func read(_ certified: CertifiedRound) throws -> CertifiedRound {
            var read = certified
            for item in certified.sample.items {
                guard tempting.answer(item) == .unsafe else { continue }
                // What is called unsafe would be taken out of the export.
                read.round.label(item, .flag, queue: .list, isBlind: false)
            }
            for labels in stride(from: certified.plan.sampleSize, to: 10, by: -2) {
                var next = wish
                next.labels = labels
                guard let other = try? CertifiedRound(read.round, next) else { break }
                // Of another sample nobody knows anything.
                guard Set(other.sample.items).isSubset(of: certified.sample.items) else { return other }
                var judged = other
                for place in other.sample.items.indices { judge(place, &judged) }
                if try judged.status().passed != nil { return other }
            }
            return read
        }
    }
}
